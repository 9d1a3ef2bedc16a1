import { onBeforeUnmount, watch } from 'vue'
import type { Ref } from 'vue'
import { isSameMark, marksAgree } from '@/charts/places'
import type { Mark } from '@/charts/places'
import { useMarking } from '../figure/marking'

/** Milliseconds from which a pointer rests on a cell rather than passes over it. */
const RESTING = 350

/**
 * A table of agencies by years among the figures that mark the same: what stands in it says by `data-agency` and `data-year` what it is of. Pointing at it or
 * coming to it by the keys marks, a click or a second tap of a finger on a number opens it, and what is marked elsewhere bears `marked` here. Gives listeners for the table.
 */
export function useMatrixMarking(
  table: Readonly<Ref<HTMLElement | null>>,
  figure: () => string,
): Readonly<Record<string, (event: Event) => void>> {
  const marking = useMarking()
  if (!marking) return {}
  let byFinger = false
  let resting: ReturnType<typeof setTimeout> | undefined
  let lit: Element[] = []

  const mark = (what: Mark | null): void => {
    const { value: before } = marking.marked
    if (before === what || (before && what && isSameMark(before, what))) return
    clearTimeout(resting)
    marking.marked.value = what
    if (what)
      resting = setTimeout(() => {
        marking.rested.value = what
      }, RESTING)
  }
  const point = (event: Event): void => {
    const place = placeOf(event)
    mark(place && markOf(place))
  }
  const leave = (): void => {
    mark(null)
  }
  const choose = (event: Event): void => {
    const place = placeOf(event)
    if (!place?.matches('td')) return
    const what = markOf(place)
    const { value: before } = marking.marked
    if (byFinger && !(place.classList.contains(LIT) && before && isSameMark(before, what))) mark(what)
    else marking.open({ mark: what, box: NOWHERE, figure: figure() })
  }
  // Thousands of rows are not rendered anew for a pointer that passes: the class is set on the cells themselves.
  const light = (what: Mark | null): void => {
    for (const one of lit) one.classList.remove(LIT)
    lit = what ? [...(table.value?.querySelectorAll(PLACES) ?? [])].filter((one) => marksAgree(markOf(one), what)) : []
    for (const one of lit) one.classList.add(LIT)
  }
  watch(marking.marked, light, { flush: 'post' })
  onBeforeUnmount(() => {
    clearTimeout(resting)
  })
  return {
    pointerdown: (event) => {
      byFinger = event instanceof PointerEvent && event.pointerType === 'touch'
    },
    pointerover: (event) => {
      if (event instanceof PointerEvent && event.pointerType !== 'touch') point(event)
    },
    pointerleave: (event) => {
      if (event instanceof PointerEvent && event.pointerType !== 'touch') leave()
    },
    focusin: point,
    focusout: leave,
    click: choose,
  }
}

const LIT = 'marked'
const PLACES = '[data-agency], [data-year]'
const NOWHERE = { x: 0, y: 0, width: 0, height: 0 } as const

const placeOf = ({ target }: Event): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>(PLACES) : null

function markOf(place: Element): Mark {
  const { agency, year } = place instanceof HTMLElement ? place.dataset : {}
  return { ...(agency !== undefined && { agency }), ...(year !== undefined && { year: Number(year) }) }
}
