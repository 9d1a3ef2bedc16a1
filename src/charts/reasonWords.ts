import { plainSum } from '../form/plainSum'
import type { Label } from '../form/version'
import { counted, nounOf } from './counted'
import { ENOUGH } from './enough'
import { numberText, percentText, valueLabel } from './numbers'
import { highestOf, tiedNames, tiedText } from './ties'
import { looksAhead } from './told'
import type { Told } from './told'
import { both, lowered } from './words'

/** A count of one year and of the one that it is set against, under a label. */
export interface CountedRow {
  readonly label: Label
  readonly now: number | null
  readonly before: number | null
}

/** What rows add up to; where one has no number it is not the whole, and nothing is a share of it. */
export function sumOfRows(rows: readonly Pick<CountedRow, 'now'>[]): {
  readonly sum: number
  readonly isWhole: boolean
} {
  const known = rows.flatMap(({ now }) => (now === null ? [] : [now]))
  return { sum: plainSum(known), isWhole: known.length === rows.length }
}

/** The most frequent of some rows, with its share where all are enough, and the one that grew most where the two years are alike. `rows`: most frequent first; `subject`: what they are of. */
export function mostReadings(rows: readonly CountedRow[], subject: Label, told: Told, yearsAlike: boolean): Label[] {
  const { year } = told
  const { sum, isWhole } = sumOfRows(rows)
  const first = rows[0]
  const name = subject.en.toLowerCase()
  if (!first || (sum === 0 && isWhole))
    return [both(`${String(year)} 年没有${subject.zh}的申请。`, `${String(year)}: no requests ${name}.`)]
  const total = both(numberText(sum, 'zh'), counted(sum, 'request'))
  if (!isWhole)
    return [
      both(
        `${String(year)} 年${subject.zh}的理由有的没有数，有数的合计 ${total.zh} 件，不算占比。`,
        `${String(year)}: some reasons have no figure; those that have add up to ${total.en} ${name}. No shares are taken.`,
      ),
    ]
  return [
    leadingReading(rows, subject, year, sum),
    ...(yearsAlike && sum >= ENOUGH.whole ? grownReadings(rows, told) : []),
  ]
}

function leadingReading(rows: readonly CountedRow[], subject: Label, year: number, sum: number): Label {
  const leading = rows.filter(({ now }) => now === rows[0]?.now)
  const who = tiedNames(leading.map(({ label }) => both(label.zh, lowered(label.en))))
  const count = valueLabel(rows[0]?.now ?? null, 'count')
  const each = leading.length > 1 ? both('各 ', ' each') : both('', '')
  const share = sum >= ENOUGH.whole ? percentText((rows[0]?.now ?? 0) / sum) : null
  const zh = `${String(year)} 年${subject.zh} ${numberText(sum, 'zh')} 件`
  const en = `${String(year)}: ${counted(sum, 'request')} ${subject.en.toLowerCase()}`
  return both(
    `${zh}，最多的理由是${who.zh}，${each.zh}${count.zh} 件${share === null ? '' : `，占 ${share}`}。`,
    `${en}; most frequent ${nounOf(leading.length, 'reason')}: ${who.en}, ${count.en}${each.en}${share === null ? '' : ` (${share})`}.`,
  )
}

/** A count grows from the earlier year to the later, whichever is told. */
function grownReadings(rows: readonly CountedRow[], told: Told): Label[] {
  const isAhead = looksAhead(told)
  const grown = highestOf(
    rows.flatMap(({ label, now, before }) => {
      if (now === null || before === null) return []
      const [from, to] = isAhead ? [now, before] : [before, now]
      return to <= from ? [] : [{ label, from, to, by: to - from }]
    }),
    ({ by }) => by,
  )
  if (grown.length === 0) return []
  const ways = tiedText(
    grown.map(({ label, from, to }) => {
      const [then, later] = [numberText(from, 'zh'), numberText(to, 'zh')]
      return both(`${label.zh}，由 ${then} 件到 ${later} 件`, `${lowered(label.en)}, from ${then} to ${later}`)
    }),
  )
  const [year, against] = [String(told.year), String(told.against)]
  return [
    isAhead
      ? both(
          `由 ${year} 年到 ${against} 年增加最多的是${ways.zh}。`,
          `Largest increase from ${year} to ${against}: ${ways.en}.`,
        )
      : both(`比 ${against} 年增加最多的是${ways.zh}。`, `Largest increase on ${against}: ${ways.en}.`),
  ]
}
