import type { Figure } from '../cube/query'
import type { Label } from '../form/version'
import { counted } from './counted'
import { ENOUGH } from './enough'
import type { Headline } from './headlines'
import { numberText, shownPercent, signedText, valueLabel } from './numbers'
import type { FigureUnit } from './numbers'
import { firmText, tooSmall } from './rateChange'
import { casesOf } from './readingN'
import { both, inYear } from './words'

/** Whether both years of a rate stand on enough cases, as far as it is known: answers that were frozen before they told the n compared have that of the year alone, which it is no more than. */
const isLarge = ({ change, denominator }: Figure, leastN: number): boolean =>
  Math.min(change?.fromN ?? Infinity, change?.toN ?? denominator ?? Infinity) >= leastN

/** A change as it is shown: of a count in cases and, from a base that is enough, in percent; of a rate in points between the shown rates, where both stand on enough. */
export function changeWords(figure: Figure | undefined, unit: FigureUnit, leastN: number): Label {
  const change = figure?.change
  if (!figure || change?.from == null || change.to === null || change.difference === null) return both('—', '—')
  if (unit === 'ratio') {
    if (!isLarge(figure, leastN)) return both('—（n 小）', '— (small n)')
    const points = shownPercent(change.to) - shownPercent(change.from)
    return both(`${signedText(points, 'zh', 1)} 个百分点`, `${signedText(points, 'en', 1)} points`)
  }
  const { relative, difference, from, to } = change
  if (difference === 0) return both('持平', 'unchanged')
  const by = both(signedText(difference, 'zh', 0), signedText(difference, 'en', 0))
  if (relative === null || from < ENOUGH.base) {
    const [then, now] = [valueLabel(from, unit), valueLabel(to, unit)]
    return both(`${by.zh} 件（${then.zh}→${now.zh}）`, `${by.en} (${then.en} → ${now.en})`)
  }
  const percent = relative * 100
  return both(`${signedText(percent, 'zh', 1)}%（${by.zh} 件）`, `${signedText(percent, 'en', 1)}% (${by.en})`)
}

/** A headline in a sentence: its value, and what it is against the year before; that this is over some of the agencies alone is said where it is. */
export function headlineReading({ label, unit, figure, change }: Headline, year: number, leastN: number): Label {
  const name = inYear(year, label).zh
  if (figure?.value == null)
    return both(`${name}没有数（空白、未报或 0/0）。`, `${label.en}: no figure (blank, not reported or 0/0).`)
  const value = firmText(figure, unit, leastN)
  const told = both(`${name} ${value.zh}`, `${label.en}: ${value.en}`)
  const against = figure.change
  const before = String(year - 1)
  if (against?.from == null || against.to === null)
    return both(`${told.zh}，没有可比的上年数。`, `${told.en}; no comparable figure for ${before}.`)
  if (unit === 'ratio' && !isLarge(figure, leastN)) {
    const [then, now, small] = [
      sideText(against.from, against.fromN),
      sideText(against.to, against.toN),
      tooSmall(leastN),
    ]
    // Those compared need not be all that the year has.
    if (against.leftOut > 0)
      return both(
        `${told.zh}；两年都有数的 ${numberText(against.agencies, 'zh')} 个机关上年 ${then.zh}，本年 ${now.zh}，${small.zh}。`,
        `${told.en}; ${counted(against.agencies, 'agency')} with figures for both years: ${then.en} in ${before}, ${now.en} in ${String(year)}; ${small.en}.`,
      )
    return both(`${told.zh}，上年 ${then.zh}，${small.zh}。`, `${told.en}, ${then.en} in ${before}; ${small.en}.`)
  }
  const space = /^[+−\d]/u.test(change.zh) ? ' ' : ''
  // What is said beside it of the whole year does not differ by as much.
  const how = against.leftOut > 0 ? both('按可比口径', 'like for like ') : both('', '')
  return both(`${told.zh}，${how.zh}较上年${space}${change.zh}。`, `${told.en}, ${how.en}${change.en} on ${before}.`)
}

/** One side of a rate's change, as its cases of its n where that is known. */
const sideText = (value: number, n: number | undefined): Label =>
  (n === undefined ? null : casesOf({ numerator: Math.round(value * n), denominator: n })) ?? valueLabel(value, 'ratio')
