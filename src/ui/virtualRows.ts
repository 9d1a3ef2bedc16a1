import { useVirtualizer } from '@tanstack/vue-virtual'
import { computed } from 'vue'
import type { ComputedRef, Ref } from 'vue'

export interface VirtualRows<T> {
  /** The rows in sight and a few around them. */
  readonly rows: ComputedRef<readonly { readonly index: number; readonly item: T }[]>
  /** Heights of what is left out above and below, for a spacer row each. */
  readonly before: ComputedRef<number>
  readonly after: ComputedRef<number>
  readonly scrollTo: (index: number) => void
}

/** The rows of a long table that are in sight of its scrolling box; all rows are of one height in pixels. */
export function useVirtualRows<T>(
  box: Readonly<Ref<HTMLElement | null>>,
  items: () => readonly T[],
  rowHeight: number,
): VirtualRows<T> {
  const virtualizer = useVirtualizer(
    computed(() => ({
      count: items().length,
      getScrollElement: () => box.value,
      estimateSize: () => rowHeight,
      overscan: 12,
    })),
  )
  return {
    rows: computed(() =>
      virtualizer.value.getVirtualItems().flatMap(({ index }) => {
        const item = items()[index]
        return item === undefined ? [] : [{ index, item }]
      }),
    ),
    before: computed(() => virtualizer.value.getVirtualItems()[0]?.start ?? 0),
    after: computed(() => virtualizer.value.getTotalSize() - (virtualizer.value.getVirtualItems().at(-1)?.end ?? 0)),
    scrollTo: (index) => {
      virtualizer.value.scrollToIndex(index)
    },
  }
}
