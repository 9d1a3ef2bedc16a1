import type { CoverageCell, CoverageRow } from '../cube/query'
import type { Label } from '../form/version'
import { COVERAGE_LABELS } from './coverage'
import { isNotYetDue } from './coverageWords'
import type { AgencyNames } from './ranked'
import { both } from './words'

/** So many agencies are told one by one; of more how many there are of each kind. */
const MOST_NAMED = 5

/** Why there is no report of a year. */
type Why = 'overdue' | 'nil' | 'notYetDue' | 'notYet' | 'noLonger' | 'unknown'
const WORDS_OF: Readonly<Record<Why, Label>> = {
  overdue: both('应报未报', 'owed and not reported'),
  nil: both('未报，记为零申报', 'not reported, noted as nil'),
  notYetDue: both('未报，未到期', 'not reported, not yet due'),
  notYet: both('尚未设立', 'did not exist yet'),
  noLonger: both('已撤销', 'no longer existed'),
  unknown: both(COVERAGE_LABELS.notOwed.zh, COVERAGE_LABELS.notOwed.en.toLowerCase()),
}
const WHYS = Object.keys(WORDS_OF) as readonly Why[]

/**
 * Why there are no reports, by agency and year, as the coverage's rule has it. Takes the coverage of the years asked about and of those around them, which tell
 * one that came later from one that was gone. `today` is `YYYY-MM-DD`. Empty where any year asked about has a report, or no agency matches.
 */
export function absenceReadings(
  rows: readonly CoverageRow[],
  years: readonly number[],
  names: AgencyNames,
  today: string,
): Label[] {
  if (rows.some((row) => years.some((year) => isReported(row.years[year])))) return []
  const absent = rows.map((row) => ({
    name: names.get(row.agency) ?? row.agency,
    whys: years.flatMap((year) => {
      const why = whyOf(row, year, today)
      return why === null ? [] : [{ year, why }]
    }),
  }))
  if (rows.length > MOST_NAMED)
    return countedReadings(
      absent.flatMap(({ whys }) => whys),
      years,
    )
  return absent.flatMap(({ name, whys }) => {
    if (whys.length === 0) return []
    const parts = groupedBy(whys)
    return [
      both(
        `${name}：${parts.map(([why, of]) => `${of.join('、')} 年${WORDS_OF[why].zh}`).join('；')}。`,
        `${name}: ${parts.map(([why, of]) => `${of.join(', ')} ${WORDS_OF[why].en}`).join('; ')}.`,
      ),
    ]
  })
}

interface Absence {
  readonly year: number
  readonly why: Why
}

const groupedBy = (whys: readonly Absence[]): (readonly [Why, number[]])[] =>
  WHYS.flatMap((why) => {
    const of = whys.filter((one) => one.why === why).map(({ year }) => year)
    return of.length === 0 ? [] : [[why, of] as const]
  })

function countedReadings(all: readonly Absence[], years: readonly number[]): Label[] {
  return years.flatMap((year) => {
    const parts = WHYS.flatMap((why) => {
      const count = all.filter((one) => one.year === year && one.why === why).length
      return count === 0 ? [] : [[why, String(count)] as const]
    })
    if (parts.length === 0) return []
    return [
      both(
        `${String(year)} 年：${parts.map(([why, count]) => `${WORDS_OF[why].zh} ${count} 个机关`).join('，')}。`,
        `${String(year)}: ${parts.map(([why, count]) => `${count} ${WORDS_OF[why].en}`).join(', ')}.`,
      ),
    ]
  })
}

const isReported = (cell: CoverageCell | undefined): boolean => cell?.status === 'reported' || cell?.status === 'late'

const isOwed = (cell: CoverageCell | undefined): boolean => cell !== undefined && cell.status !== 'notOwed'

function whyOf({ years }: CoverageRow, year: number, today: string): Why | null {
  const cell = years[year]
  if (!cell) return null
  if (cell.nil === true) return 'nil'
  if (cell.status === 'missing') return isNotYetDue(cell, today) ? 'notYetDue' : 'overdue'
  if (cell.status !== 'notOwed') return null
  const owed = Object.keys(years)
    .map(Number)
    .filter((other) => isOwed(years[other]))
  if (owed.some((other) => other > year)) return 'notYet'
  return owed.some((other) => other < year) ? 'noLonger' : 'unknown'
}
