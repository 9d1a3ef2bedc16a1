import { computed, ref } from 'vue'
import type { ComputedRef } from 'vue'
import { marksAgree, placeAt } from '@/charts/places'
import type { Place } from '@/charts/places'
import { useMarking } from '../figure/marking'

export interface Pointing {
  /** Places that what is pointed at, in any figure of the page, has in this drawing. */
  readonly marked: ComputedRef<readonly Place[]>
  /** Where the keys are, in words; `''` before the first. */
  readonly said: ComputedRef<string>
  /** Of the element that holds the drawing at its very size. */
  readonly listeners: Readonly<Record<string, (event: Event) => void>>
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/** Pointing at the places of a drawing, by the pointer and by the keys: arrows go through them, Enter opens one. `null` where the page's figures do not mark. */
export function usePointing(places: () => readonly Place[]): Pointing | null {
  const marking = useMarking()
  if (!marking) return null
  /** The place that the keys are at, -1 before the first. */
  const at = ref(-1)
  const current = computed(() => places()[at.value])

  const under = (event: Event): Place | undefined => {
    const over = event.currentTarget
    if (!(event instanceof MouseEvent) || !(over instanceof Element)) return undefined
    const { left, top } = over.getBoundingClientRect()
    return placeAt(places(), event.clientX - left, event.clientY - top)
  }
  const leave = (): void => {
    at.value = -1
    marking.marked.value = null
  }
  const press = (event: Event): void => {
    if (!(event instanceof KeyboardEvent)) return
    const by = STEPS[event.key]
    const count = places().length
    if (by !== undefined && count > 0) {
      at.value = at.value < 0 ? (by > 0 ? 0 : count - 1) : (at.value + by + count) % count
      marking.marked.value = current.value?.mark ?? null
      event.preventDefault()
    } else if (event.key === 'Enter' && current.value) marking.open(current.value)
    else if (event.key === 'Escape') leave()
  }
  return {
    marked: computed(() => {
      const mark = marking.marked.value
      return mark ? places().filter((place) => marksAgree(place.mark, mark)) : []
    }),
    said: computed(() => (current.value ? marking.words(current.value) : '')),
    listeners: {
      pointermove: (event) => {
        marking.marked.value = under(event)?.mark ?? null
      },
      pointerleave: leave,
      blur: leave,
      click: (event) => {
        const place = under(event)
        if (place) marking.open(place)
      },
      keydown: press,
    },
  }
}
