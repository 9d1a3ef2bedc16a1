import type { Figure } from '../cube/query'
import type { Label } from '../form/version'
import { amountLabel, numberText } from './numbers'
import type { FigureUnit } from './numbers'
import { beforeWords, both } from './words'

const NOTHING = both('', '')

/** The n of a rate that is said, `（n 817）`; nothing of a count. */
export const nBeside = (figure: Figure | undefined, unit: FigureUnit): Label => nOfSharing([figure], unit)

/** The n of several that share a rate, from the least to the most of them: `（n 30–64）`. */
export function nOfSharing(figures: readonly (Figure | undefined)[], unit: FigureUnit): Label {
  const all = nsOf(figures, unit)
  return all.length === 0 ? NOTHING : told([...new Set([Math.min(...all), Math.max(...all)])], both('–', '–'))
}

/** The n of rates that are said one after the other, in their order: `（n 817、902）`. */
export function nOfEach(figures: readonly (Figure | undefined)[], unit: FigureUnit): Label {
  const all = nsOf(figures, unit)
  if (all.length < 2 || new Set(all).size > 1) return all.length === 0 ? NOTHING : told(all, both('、', ', '))
  const [n = 0] = all
  return both(`（n 均为 ${numberText(n, 'zh')}）`, ` (n ${numberText(n, 'en')} each)`)
}

/** A rate as its cases of its n, `2/17`, for what stands on too few to be a percentage; `null` where they are not known. */
export function casesOf({ numerator, denominator }: Pick<Figure, 'numerator' | 'denominator'>): Label | null {
  if (numerator === undefined || denominator === undefined) return null
  const said = (value: number, language: 'zh' | 'en'): string => numberText(value, language)
  return both(
    `${said(numerator, 'zh')}/${said(denominator, 'zh')}`,
    `${said(numerator, 'en')} of ${said(denominator, 'en')}`,
  )
}

/** What is not known is no 0. */
const nsOf = (figures: readonly (Figure | undefined)[], unit: FigureUnit): readonly number[] =>
  unit !== 'ratio'
    ? []
    : figures.flatMap((figure) => (figure?.value == null || figure.denominator === undefined ? [] : figure.denominator))

function told(all: readonly number[], joint: Label): Label {
  const of = (language: 'zh' | 'en'): string => all.map((n) => numberText(n, language)).join(joint[language])
  return both(`（n ${of('zh')}）`, ` (n ${of('en')})`)
}

/** Where the middle half of some lies, where they are enough to have quartiles. */
export function halfText(low: number | null, high: number | null, unit: FigureUnit): Label {
  if (low === null || high === null) return NOTHING
  const [from, to] = [amountLabel(low, unit), amountLabel(high, unit)]
  return both(
    `，居中的一半在 ${beforeWords(from.zh)}到 ${beforeWords(to.zh)}之间`,
    `, the middle half between ${from.en} and ${to.en}`,
  )
}
