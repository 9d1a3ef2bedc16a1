import type { Figure, FigureStates } from '../cube/query'
import type { Label } from '../form/version'

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
  /** A change, which is written with its sign. */
  readonly signed?: true
  /** What the page shows where that is not the rounded value: a difference between shown rates, in percent, or between shown amounts, so that the page foots. */
  readonly shown?: number
}
export interface TableText {
  readonly kind: 'text'
  readonly text: Label
}
export type TableCell = TableNumber | TableText

/** Zero, blank, not reported, no report owed and 0/0 are five things (LOOK: absence); a change without a comparable year before is a sixth. */
export type Gap = 'blank' | 'unread' | 'missing' | 'notOwed' | 'noCases' | 'notOnForm' | 'notComparable'

export interface TableColumn {
  readonly label: Label
  readonly align: 'start' | 'end'
}

export interface ChartTable {
  readonly columns: readonly TableColumn[]
  readonly rows: readonly (readonly TableCell[])[]
}

/** Units in words, for tables that mix them. */
export const UNIT_LABELS: Readonly<Record<TableNumber['unit'], Label>> = {
  count: { zh: '件', en: 'cases' },
  signedCount: { zh: '件', en: 'cases' },
  money: { zh: '万元', en: '10,000 yuan' },
  ratio: { zh: '比率', en: 'ratio' },
}

/** Whether the numbers of a column are ratios throughout, so that its head can say so. */
export function isRatioColumn({ rows }: ChartTable, at: number): boolean {
  const numbers = rows.flatMap((row) => (row[at]?.kind === 'number' ? [row[at]] : []))
  return numbers.length > 0 && numbers.every(({ unit }) => unit === 'ratio')
}

export const textCell = (zh: string, en: string = zh): TableText => ({ kind: 'text', text: { zh, en } })
export const countCell = (value: number): TableNumber => ({ kind: 'number', value, unit: 'count' })
export const startColumn = (label: Label): TableColumn => ({ label, align: 'start' })
export const endColumn = (label: Label): TableColumn => ({ label, align: 'end' })

/** Why a figure has no value: no report is owed (the engine then has no figure at all), none came, the form lacks it, 0/0, or the cells are blank or unread. */
export function gapOf(figure: Figure | undefined): Gap {
  if (!figure) return 'notOwed'
  if (figure.denominator === 0 && figure.reports > 0) return 'noCases'
  const { notOnForm, blank, unread, tableAbsent } = figure.gaps
  // What we could not read is not laid at the agency's door.
  if (unread > 0) return 'unread'
  if (blank + tableAbsent > 0) return 'blank'
  return notOnForm > 0 ? 'notOnForm' : 'missing'
}

/** Whether a gap is hatched: a report is there, and no figure in it. */
export function isHatched(gap: Gap | undefined): boolean {
  return gap === 'blank' || gap === 'unread'
}

/** A figure of a result as a number of the table. */
export function figureCell(figure: Figure | undefined, unit: TableNumber['unit']): TableNumber {
  if (!figure || figure.value === null) {
    return {
      kind: 'number',
      value: null,
      unit,
      gap: gapOf(figure),
      ...(figure?.denominator === 0 && figure.reports > 0 && { n: 0 }),
    }
  }
  return {
    kind: 'number',
    value: figure.value,
    unit,
    states: figure.states,
    ...(figure.denominator !== undefined && { n: figure.denominator }),
  }
}

/** How many reports behind figures that make up one number rest on cells of each state; nothing where all are as printed. */
export function statesOfAll(figures: readonly (Figure | undefined)[]): Pick<TableNumber, 'states'> {
  const states = { repaired: 0, inferred: 0, corrected: 0, inError: 0 }
  for (const figure of figures) for (const state of STATES) states[state] += figure?.states[state] ?? 0
  return STATES.some((state) => states[state] > 0) ? { states } : {}
}

/** The one n that all ratios of a row rest on; `null` where they rest on different ones, or there is none. */
export function commonN(cells: readonly TableNumber[]): number | null {
  const all = new Set(cells.flatMap(({ n }) => n ?? []))
  return all.size === 1 ? ([...all][0] ?? null) : null
}

/** A number without its n, which stands in a column of its own. */
export const withoutN = ({ n: _, ...cell }: TableNumber): TableNumber => cell

/** Signs of a number's history, in one order: 修 推 改 and the error mark. */
export const STATE_SIGNS = {
  repaired: { zh: '修', en: 'rep' },
  inferred: { zh: '推', en: 'inf' },
  corrected: { zh: '改', en: 'cor' },
  inError: { zh: 'E', en: 'E' },
} as const satisfies Record<keyof FigureStates, Label>

const STATES = ['repaired', 'inferred', 'corrected', 'inError'] as const satisfies readonly (keyof FigureStates)[]

/** The states that a number's cells are in, where any is not as printed. */
export function statesOf({ states }: Pick<TableNumber, 'states'>): readonly (keyof FigureStates)[] {
  return states ? STATES.filter((state) => states[state] > 0) : []
}
export const statesOfFigure = (figure: Figure | undefined): readonly (keyof FigureStates)[] =>
  figure?.value == null ? [] : statesOf(figure)

export const GAP_LABELS: Readonly<Record<Gap, Label>> = {
  blank: { zh: '空白', en: 'blank' },
  unread: { zh: '未读出', en: 'unread' },
  missing: { zh: '未报', en: 'no report' },
  notOwed: { zh: '不适用', en: 'not applicable' },
  noCases: { zh: '0/0', en: '0/0' },
  notOnForm: { zh: '不适用', en: 'not on form' },
  notComparable: { zh: '不可比', en: 'not comparable' },
}
