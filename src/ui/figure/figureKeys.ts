import { inject, provide, shallowRef } from 'vue'
import type { InjectionKey, ShallowRef } from 'vue'
import { usePageKeys } from '../pageKeys'

/** What keys do with a figure. */
export interface KeyedFigure {
  /** Puts it into the deck (会议夹). */
  readonly add: () => void
  /** Puts its sentences alone into the deck. */
  readonly read: () => void
  /** Begins a note on it. */
  readonly note: () => void
}

const KEY: InjectionKey<ShallowRef<KeyedFigure | null>> = Symbol('the figure that keys are about')

/** From here on down `P`, `R` and `N` are about the figure that is pointed at, or that has the focus. */
export function provideFigureKeys(): void {
  const current = shallowRef<KeyedFigure | null>(null)
  provide(KEY, current)
  usePageKeys({ keys: { p: 'add', r: 'read', n: 'note' }, going: new Set<keyof KeyedFigure>() }, (act) => {
    current.value?.[act]()
  })
}

/** Tells that the keys are about this figure, or no longer. */
export function useFigureKeys(own: KeyedFigure): (on: boolean) => void {
  const current = inject(KEY, shallowRef(null))
  return (on) => {
    if (on) current.value = own
    else if (current.value === own) current.value = null
  }
}
