import { annotated, standingIn, usualPlaces } from '../charts/annotated'
import type { Standing } from '../charts/annotated'
import type { Chart } from '../charts/chart'
import type { Mark } from '../charts/places'
import type { Lineage } from '../register/lineage'
import { bindingOf, sameBinding } from './noteBinding'
import { filtersOfQuestion } from './question'
import type { PointNote } from './kept'
import type { FigureQuestion } from './question'

/** A note as a figure shows it. */
export interface NoteInFigure {
  readonly note: PointNote
  /** What it stands on in this figure's own terms: the agency that has the duties now, none where the figure is of one alone. */
  readonly mark: Mark
  /** From 1 in the order of the notes, at its point and before its text; `null` for a text without a point. */
  readonly number: number | null
}

/** Where one figure stands: what it was asked, and which agencies make one series. */
export interface NotedFigure {
  readonly question: FigureQuestion
  readonly chart: Chart
  readonly series: readonly Lineage[]
}

/** The one agency that a question is about by its filter; `null` where it is about several. */
export function onlyAgency(question: FigureQuestion): string | null {
  const { agencies } = filtersOfQuestion(question)
  return agencies.length === 1 ? (agencies[0] ?? null) : null
}

/** Tells of marks how a figure shows notes on them. */
export function standingOf(figure: NotedFigure): (mark: Mark) => Standing {
  const standing = standingIn(figure.chart)
  const marksIn = marksInFigure(figure)
  return (mark) => {
    const found = marksIn(mark).find((one) => standing(one) !== null)
    return found ? standing(found) : null
  }
}

/** The notes that concern a figure: its own, of its kind or of none, on a point that it shows or on a year that it is of. A note stands on an agency and on whoever took its duties over. */
export function notesOf({ question, chart, series }: NotedFigure, notes: readonly PointNote[]): NoteInFigure[] {
  const own = notes.filter((note) => isFor(note, question, chart))
  if (own.length === 0) return []
  const standing = standingIn(chart)
  const marksIn = marksInFigure({ question, chart, series })
  let number = 0
  return own.flatMap((note): NoteInFigure[] => {
    const mark = marksIn(note.mark).find((one) => standing(one) !== null)
    if (!mark) return []
    return [{ note, mark, number: standing(mark) === 'point' ? ++number : null }]
  })
}

/** Whether a note is for a figure, wherever it stands there. */
function isFor({ kind, of, mark }: PointNote, question: FigureQuestion, chart: Chart): boolean {
  if (kind === undefined) return true
  return kind === question.kind && (of === undefined || sameBinding(of, bindingOf({ question, chart }, mark)))
}

/** The figure with the notes that concern it drawn. */
export function withNotes(figure: NotedFigure, notes: readonly PointNote[]): Chart {
  return drawnNotes(figure.chart, notesOf(figure, notes))
}

export function drawnNotes(chart: Chart, notes: readonly NoteInFigure[]): Chart {
  return annotated(
    chart,
    notes.map(({ note: { text }, mark, number }) => ({ mark, text: text.replace(/\s+/gu, ' '), number: number ?? 0 })),
  )
}

/** What a mark may be in a figure, the likeliest first: itself, on the agency of the same series that the figure has, without an agency where the figure is of that one alone. */
function marksInFigure({ question, chart, series }: NotedFigure): (mark: Mark) => Mark[] {
  const heads = new Map(series.flatMap(({ head, members }) => members.map((member) => [member, head] as const)))
  const headOf = (id: string): string => heads.get(id) ?? id
  const only = onlyAgency(question)
  const present = new Set(usualPlaces(chart).flatMap(({ mark }) => mark.agency ?? []))
  return (mark) => {
    const { agency, ...rest } = mark
    if (agency === undefined) return [mark]
    const isSame = (id: string): boolean => headOf(id) === headOf(agency)
    const standIns = present.has(agency) ? [agency] : [...present].filter(isSame)
    return [...standIns.map((id): Mark => ({ ...rest, agency: id })), ...(only !== null && isSame(only) ? [rest] : [])]
  }
}
