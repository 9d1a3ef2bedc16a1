import type { Figure } from '../cube/query'
import type { Label } from '../form/version'
import { numberText } from './numbers'
import type { FigureUnit } from './numbers'
import { both } from './words'

/** A rate on fewer cases moves by several points with each of them: it is not said without its n. */
const FEW = 30

const NOTHING = both('', '')

/** The n of a rate that is said, `（n 817）`; nothing of a count. */
export function nBeside(figure: Figure | undefined, unit: FigureUnit): Label {
  return unit === 'ratio' && figure?.value != null ? told(nOf(figure)) : NOTHING
}

/** The n of a rate where it is small; of several that share the rate, from the least to the most of them. */
export function fewBeside(figures: readonly (Figure | undefined)[], unit: FigureUnit): Label {
  if (unit !== 'ratio') return NOTHING
  const all = figures.flatMap((figure) => (figure?.value == null ? [] : nOf(figure)))
  return all.some((n) => n < FEW) ? told(all) : NOTHING
}

/** What is not known is no 0. */
const nOf = ({ denominator }: Figure): readonly number[] => (denominator === undefined ? [] : [denominator])

function told(all: readonly number[]): Label {
  if (all.length === 0) return NOTHING
  const [least, most] = [Math.min(...all), Math.max(...all)]
  const range = (language: 'zh' | 'en'): string =>
    [...new Set([least, most])].map((n) => numberText(n, language)).join('–')
  return both(`（n ${range('zh')}）`, ` (n ${range('en')})`)
}
