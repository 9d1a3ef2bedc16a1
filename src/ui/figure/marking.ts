import { inject, provide, shallowRef } from 'vue'
import type { InjectionKey, ShallowRef } from 'vue'
import type { Mark, Place } from '@/charts/places'

/** What the figures of a page have in common: what is pointed at in one is marked in all, and each can be opened. */
export interface Marking {
  readonly marked: ShallowRef<Mark | null>
  /** What was pointed at last for longer than in passing, or by the keys: what a note is likely to be on. */
  readonly rested: ShallowRef<Mark | null>
  /** Goes down to what a place shows. */
  readonly open: (place: Place) => void
  /** What a place shows, in words. */
  readonly words: (place: Place) => string
}

const KEY: InjectionKey<Marking> = Symbol('what is marked in the figures of a page')

/** From here on down figures mark the same things. */
export function provideMarking(page: Pick<Marking, 'open' | 'words'>): void {
  provide(KEY, { marked: shallowRef(null), rested: shallowRef(null), ...page })
}

/** The page's marking; `null` where figures stand for themselves. */
export const useMarking = (): Marking | null => inject(KEY, null)
