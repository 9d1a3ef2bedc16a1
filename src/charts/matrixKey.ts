import type { Figure } from '../cube/query'
import type { Language } from '../report/wording'
import type { Label } from '../form/version'
import type { Comparison } from './comparison'
import { numberText } from './numbers'
import { HEAT_FILLS } from './sets'
import { GAP_LABELS, STATE_SIGNS, statesOfFigure } from './table'
import { both } from './words'

/** A mark of the matrix and what it means. */
export interface MatrixMark {
  /** How absence looks; `null` for what is a sign or only a word. */
  readonly look: 'blank' | 'missing' | null
  readonly sign: Label | null
  readonly label: Label
}

const STATE_WORDS = {
  repaired: both('修复', 'repaired'),
  inferred: both('按勾稽推得', 'inferred by the identities'),
  corrected: both('更正', 'corrected'),
  inError: both('年报有未处理的错误', 'reports with open errors'),
} as const

/** Names of the forms over the years that stand on each. */
export const FORM_NAMES = { old: both('2019 版表式', '2019 form'), present: both('2021 版表式', '2021 form') } as const

/** The heat fills in use, each but the first with the bound where it begins. */
export function heatKey({ steps, unit }: Comparison, language: Language) {
  if (steps.length === 0) return []
  return HEAT_FILLS.slice(0, steps.length + 1).map((fill, at) => {
    const step = steps[at - 1]
    if (step === undefined) return { fill, from: '' }
    return { fill, from: numberText(unit === 'ratio' ? step * 100 : step, language, 0, 1) }
  })
}

/** The signs of a figure's history. */
export const signsOf = (figure: Figure | undefined): Label[] =>
  statesOfFigure(figure).map((state) => STATE_SIGNS[state])

/** What the marks of the matrix mean: those of absence, and the signs that occur. */
export function matrixMarks({ unit, leastN, agencies, whole, wholeChange }: Comparison): MatrixMark[] {
  const rate = unit === 'ratio'
  const figures = [...whole, ...agencies.flatMap((agency) => agency.figures)]
  const changes = [wholeChange, ...agencies].some((one) => one.changeInError)
  const used = (['repaired', 'inferred', 'corrected', 'inError'] as const).filter(
    (state) =>
      (state === 'inError' && changes) || figures.some((figure) => figure?.value != null && figure.states[state] > 0),
  )
  const word = (label: Label): MatrixMark => ({ look: null, sign: null, label })
  return [
    ...(rate && leastN > 0
      ? [word(both(`n < ${String(leastN)} 不着色，小字为 n`, `n < ${String(leastN)}: not coloured; small digits: n`))]
      : []),
    ...(rate ? [word(both('— 分母为 0（0/0）', '— no cases (0/0)'))] : []),
    { look: 'blank', sign: null, label: GAP_LABELS.blank },
    { look: 'missing', sign: null, label: GAP_LABELS.missing },
    ...used.map((state) => ({ look: null, sign: STATE_SIGNS[state], label: STATE_WORDS[state] })),
  ]
}
