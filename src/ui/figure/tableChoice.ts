import { computed, inject, provide, ref } from 'vue'
import type { InjectionKey, WritableComputedRef } from 'vue'

/** Which figures of a page show their table in place of the drawing. */
export interface TableChoice {
  /** Ids of the charts. */
  readonly get: () => readonly string[]
  readonly set: (ids: readonly string[]) => void
}

const KEY: InjectionKey<TableChoice> = Symbol('figures shown as tables')

/** The page keeps the choice of all its figures, so that its address can hold it. */
export function provideTables(choice: TableChoice): void {
  provide(KEY, choice)
}

/** Whether one figure shows its table. Outside of a page that keeps the choice it is the figure's own. */
export function useAsTable(id: () => string | undefined): WritableComputedRef<boolean> {
  const own = ref<readonly string[]>([])
  const choice = inject(KEY, { get: () => own.value, set: (ids) => void (own.value = ids) })
  return computed({
    get: () => choice.get().includes(id() ?? ''),
    set: (on) => {
      const others = choice.get().filter((one) => one !== id())
      choice.set(on ? [...others, id() ?? ''] : others)
    },
  })
}
