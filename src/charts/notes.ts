import type { Figure, FigureStates } from '../cube/query'
import { FIRST_YEAR_OF_2021_FORM } from '../form/version'
import type { ChartNote } from './chart'
import { both } from './words'

const plain = (zh: string, en: string): ChartNote => ({ tone: 'plain', text: both(zh, en) })

/** Whether years stand on both sides of the change of form. */
export function spansForms(years: readonly number[]): boolean {
  return years.some((year) => year < FIRST_YEAR_OF_2021_FORM) && years.some((year) => year >= FIRST_YEAR_OF_2021_FORM)
}

/** What the rows of a chart stand for, in sentences about them. */
export type RowNoun = 'year' | 'reason' | 'agency' | 'figure'
const NOUNS: Readonly<Record<RowNoun, readonly [zh: string, one: string, many: string]>> = {
  year: ['个年份', 'year', 'years'],
  reason: ['项理由', 'reason', 'reasons'],
  agency: ['个机关', 'agency', 'agencies'],
  figure: ['个数', 'figure', 'figures'],
}

export type FigureRow = readonly (Figure | undefined)[]

/** Whether anything of a row rests on a cell in an open error finding: such rows carry the mark E. */
export const rowInError = (row: FigureRow): boolean => row.some((figure) => (figure?.states.inError ?? 0) > 0)

/** What a reader must know about where the drawn figures come from: open errors, inferred, repaired and corrected cells, gaps. `changes` are those on the year before that carry the mark too. */
export function notesOfRows(rows: readonly FigureRow[], noun: RowNoun, changes = 0): ChartNote[] {
  const [zh, one, many] = NOUNS[noun]
  const having = (...states: (keyof FigureStates)[]): number =>
    rows.filter((row) => row.some((figure) => states.some((state) => (figure?.states[state] ?? 0) > 0))).length
  const rowsEn = (count: number): string => `${String(count)} ${count === 1 ? one : many}`
  const notes: ChartNote[] = []
  const errors = having('inError')
  if (errors + changes > 0)
    notes.push({
      tone: 'error',
      text: both(
        `标 E 的 ${listed([errors, ` ${zh}`], [changes, ' 个较上年的变化'], '、')}，所依据的年报中有未处理的错误；数字照录未改。`,
        `E marks ${listed([errors, ` ${errors === 1 ? one : many}`], [changes, ` ${changes === 1 ? 'change' : 'changes'} on the previous year`], ' and ')} based on reports with open errors; the figures are as printed.`,
      ),
    })
  const inferred = having('inferred')
  if (inferred > 0)
    notes.push(
      plain(
        `${String(inferred)} ${zh}含按勾稽关系推得的数（推）。`,
        `${rowsEn(inferred)} with values inferred from the identities.`,
      ),
    )
  const touched = having('repaired', 'corrected')
  if (touched > 0)
    notes.push(
      plain(
        `${String(touched)} ${zh}含修复或更正的格，见表格（修、改）。`,
        `${rowsEn(touched)} with repaired or corrected cells; see the table.`,
      ),
    )
  const blanks = rows.flat().reduce((most, figure) => Math.max(most, figure ? gapsOf(figure) : 0), 0)
  if (blanks > 0)
    notes.push(
      plain(
        `空白、未读出或无此表的年报不计入，每个数最多少计 ${String(blanks)} 份；空白不当作 0。`,
        `Reports with blank or unreadable cells, or without the table, are not counted: at most ${String(blanks)} for any one figure. Blanks are not read as 0.`,
      ),
    )
  return notes
}

/** Those of two counts that are not 0, with what they count. */
const listed = (one: readonly [number, string], other: readonly [number, string], joint: string): string =>
  [one, other].flatMap(([count, noun]) => (count > 0 ? [String(count) + noun] : [])).join(joint)

const gapsOf = ({ gaps }: Figure): number => gaps.blank + gaps.unread + gaps.tableAbsent

/** That the series crosses the change of form and goes on. */
export const CONTINUOUS_NOTE: ChartNote = plain(
  '2021 年起用新表式，口径连续。',
  'New form from 2021; definitions unchanged.',
)
