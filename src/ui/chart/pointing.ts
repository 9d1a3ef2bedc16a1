import { computed, onBeforeUnmount, ref } from 'vue'
import type { ComputedRef } from 'vue'
import { isSameMark, marksAgree, placeAt } from '@/charts/places'
import type { Mark, Place } from '@/charts/places'
import { useMarking } from '../figure/marking'

export interface Pointing {
  /** Places that what is pointed at, in any figure of the page, has in this drawing. */
  readonly marked: ComputedRef<readonly Place[]>
  /** Where the keys or a finger are, in words; `''` before the first. */
  readonly said: ComputedRef<string>
  /** Of the element that holds the drawing at its very size. */
  readonly listeners: Readonly<Record<string, (event: Event) => void>>
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }
/** Milliseconds from which a pointer rests on a place rather than passes over it. */
const RESTING = 350

/**
 * Pointing at the places of a drawing: by the pointer, which marks and by a click opens; by a finger, whose first tap marks and whose second opens; and by the
 * keys, arrows going through the places and Enter opening one. `null` where the page's figures do not mark.
 */
export function usePointing(places: () => readonly Place[]): Pointing | null {
  const marking = useMarking()
  if (!marking) return null
  /** The place that the keys or a finger are at, -1 before the first. */
  const at = ref(-1)
  const current = computed(() => places()[at.value])
  let byFinger = false
  let resting: ReturnType<typeof setTimeout> | undefined

  const under = (event: Event): Place | undefined => {
    const over = event.currentTarget
    if (!(event instanceof MouseEvent) || !(over instanceof Element)) return undefined
    const { left, top } = over.getBoundingClientRect()
    return placeAt(places(), event.clientX - left, event.clientY - top)
  }
  const mark = (what: Mark | null): void => {
    clearTimeout(resting)
    marking.marked.value = what
  }
  const rest = (what: Mark | null): void => {
    mark(what)
    if (what) marking.rested.value = what
  }
  const leave = (): void => {
    at.value = -1
    mark(null)
  }
  const point = (what: Mark | null): void => {
    const before = marking.marked.value
    if (before === what || (before && what && isSameMark(before, what))) return
    mark(what)
    if (what)
      resting = setTimeout(() => {
        marking.rested.value = what
      }, RESTING)
  }
  const press = (event: Event): void => {
    if (!(event instanceof KeyboardEvent)) return
    const by = STEPS[event.key]
    const count = places().length
    if (by !== undefined && count > 0) {
      at.value = at.value < 0 ? (by > 0 ? 0 : count - 1) : (at.value + by + count) % count
      rest(current.value?.mark ?? null)
      event.preventDefault()
    } else if (event.key === 'Enter' && current.value) marking.open(current.value)
    else if (event.key === 'Escape') leave()
  }
  const choose = (event: Event): void => {
    const place = under(event)
    if (!place) {
      if (byFinger) leave()
      return
    }
    const { value: marked } = marking.marked
    const isSecond = current.value === place && marked !== null && isSameMark(marked, place.mark)
    if (!byFinger || isSecond) {
      marking.open(place)
      return
    }
    at.value = places().indexOf(place)
    rest(place.mark)
  }
  onBeforeUnmount(() => {
    clearTimeout(resting)
  })
  return {
    marked: computed(() => {
      const { value: what } = marking.marked
      return what ? places().filter((place) => marksAgree(place.mark, what)) : []
    }),
    said: computed(() => (current.value ? marking.words(current.value) : '')),
    listeners: {
      // A click does not say everywhere what made it.
      pointerdown: (event) => {
        byFinger = event instanceof PointerEvent && event.pointerType === 'touch'
      },
      pointermove: (event) => {
        if (event instanceof PointerEvent && event.pointerType !== 'touch') point(under(event)?.mark ?? null)
      },
      // A finger leaves whenever it is lifted.
      pointerleave: (event) => {
        if (event instanceof PointerEvent && event.pointerType !== 'touch') leave()
      },
      blur: leave,
      click: choose,
      keydown: press,
    },
  }
}
