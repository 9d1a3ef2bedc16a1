import { onlyAgency, standingOf } from './notesOf'
import type { NotedFigure } from './notesOf'
import { subjectOf } from './placeWords'
import { usualPlaces } from '../charts/annotated'
import type { Standing } from '../charts/annotated'
import type { Mark } from '../charts/places'
import type { Label } from '../form/version'

/** What of a figure a note can be on. */
export interface NotePoints {
  /** The newest first. */
  readonly years: readonly number[]
  /** Ids. */
  readonly agencies: readonly string[]
  readonly parts: readonly { readonly part: string; readonly name: Label }[]
  readonly standing: (mark: Mark) => Standing
}

export function notePoints(figure: NotedFigure): NotePoints {
  const places = usualPlaces(figure.chart)
  const only = onlyAgency(figure.question)
  const agencies = places.flatMap(({ mark }) => mark.agency ?? [])
  const parts = new Map<string, Label>()
  for (const place of places) {
    const name = subjectOf(place)
    if (place.mark.part !== undefined && name && !parts.has(place.mark.part)) parts.set(place.mark.part, name)
  }
  return {
    years: [...figure.chart.basis.years].sort((one, other) => other - one),
    agencies: [...new Set(only === null ? agencies : [only, ...agencies])],
    parts: [...parts].map(([part, name]) => ({ part, name })),
    standing: standingOf(figure),
  }
}

/** The mark with the newest year at which the figure shows it, where it shows it at none without. */
export function withYear(mark: Mark, { years, standing }: NotePoints): Mark {
  if (standing(mark) !== null) return mark
  const year = years.find((one) => standing({ ...mark, year: one }) !== null)
  return year === undefined ? mark : { ...mark, year }
}

/** What a note begins on: what was pointed at where this figure shows it, else as much of it as it shows, else its newest year; on the one agency of the figure where there is but one. */
export function firstMark(pointed: Mark | null, figure: NotedFigure, points: NotePoints): Mark {
  const only = onlyAgency(figure.question)
  const own = only === null ? {} : { agency: only }
  const [newest] = points.years
  const { year } = pointed ?? {}
  const tried: readonly Mark[] = [
    ...(pointed ? [{ ...own, ...pointed }] : []),
    ...(year === undefined ? [] : [{ ...own, year }]),
    ...(newest === undefined ? [] : [{ ...own, year: newest }]),
  ]
  return tried.find((mark) => points.standing(mark) !== null) ?? tried.at(-1) ?? {}
}
