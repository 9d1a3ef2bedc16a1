import { useVirtualizer } from '@tanstack/vue-virtual'
import { computed } from 'vue'
import type { ComputedRef, Ref } from 'vue'
import { usePrinting } from './printing'

export interface VirtualRows<T> {
  /** The rows in sight and a few around them; on paper all of them. */
  readonly rows: ComputedRef<readonly { readonly index: number; readonly item: T }[]>
  /** Heights of what is left out above and below, for a spacer row each. */
  readonly before: ComputedRef<number>
  readonly after: ComputedRef<number>
  readonly printing: Readonly<Ref<boolean>>
  readonly scrollTo: (index: number) => void
}

/** The rows of a long table that are in sight of its scrolling box; all rows are of one height in pixels. */
export function useVirtualRows<T>(
  box: Readonly<Ref<HTMLElement | null>>,
  items: () => readonly T[],
  rowHeight: number,
): VirtualRows<T> {
  const printing = usePrinting()
  const virtualizer = useVirtualizer(
    computed(() => ({
      count: items().length,
      getScrollElement: () => box.value,
      estimateSize: () => rowHeight,
      overscan: 12,
    })),
  )
  const inSight = computed(() => virtualizer.value.getVirtualItems())
  const heightBefore = computed(() => inSight.value[0]?.start ?? 0)
  const heightAfter = computed(() => virtualizer.value.getTotalSize() - (inSight.value.at(-1)?.end ?? 0))
  return {
    rows: computed(() =>
      printing.value
        ? items().map((item, index) => ({ index, item }))
        : inSight.value.flatMap(({ index }) => {
            const item = items()[index]
            return item === undefined ? [] : [{ index, item }]
          }),
    ),
    before: computed(() => (printing.value ? 0 : heightBefore.value)),
    after: computed(() => (printing.value ? 0 : heightAfter.value)),
    printing,
    scrollTo: (index) => {
      virtualizer.value.scrollToIndex(index)
    },
  }
}
