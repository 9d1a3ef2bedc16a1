import type { Label } from '../form/version'
import type { Figure, FigureStates } from '../cube/query'

/** One number of a chart's table, with what a reader must know about it. */
export interface TableNumber {
  readonly kind: 'number'
  readonly value: number | null
  readonly unit: 'count' | 'signedCount' | 'money' | 'ratio'
  /** Denominator of a ratio. */
  readonly n?: number
  /** Why there is no number, where there is none. */
  readonly gap?: Gap
  readonly states?: FigureStates
}
export interface TableText {
  readonly kind: 'text'
  readonly text: Label
}
export type TableCell = TableNumber | TableText

/** Zero, blank, not reported and 0/0 are four things (LOOK: absence). */
export type Gap = 'blank' | 'missing' | 'noCases' | 'notOnForm'

export interface ChartTable {
  readonly columns: readonly { readonly label: Label; readonly align: 'start' | 'end' }[]
  readonly rows: readonly (readonly TableCell[])[]
}

export const textCell = (zh: string, en: string = zh): TableText => ({ kind: 'text', text: { zh, en } })

/** Why a figure has no value: nobody reported, the form lacks it, 0/0, or the cells are blank or unread. */
export function gapOf(figure: Figure | undefined): Gap {
  if (!figure) return 'missing'
  if (figure.denominator === 0 && figure.reports > 0) return 'noCases'
  const { notOnForm, blank, unread, tableAbsent } = figure.gaps
  if (blank + unread + tableAbsent > 0) return 'blank'
  return notOnForm > 0 ? 'notOnForm' : 'missing'
}

/** A figure of a result as a number of the table. */
export function figureCell(figure: Figure | undefined, unit: TableNumber['unit']): TableNumber {
  if (!figure || figure.value === null) return { kind: 'number', value: null, unit, gap: gapOf(figure) }
  return {
    kind: 'number',
    value: figure.value,
    unit,
    states: figure.states,
    ...(figure.denominator !== undefined && { n: figure.denominator }),
  }
}
