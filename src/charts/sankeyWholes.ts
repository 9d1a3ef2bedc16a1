import type { Group } from '../cube/query'
import { plainSum } from '../form/plainSum'
import { OUTCOMES } from '../form/requests'
import type { Label } from '../form/version'
import type { ChartNote } from './chart'
import { numberText } from './numbers'
import { endFigure } from './sankeyFlows'
import { both } from './words'

/** Printed totals that should be one another's sums, where the same reports have them. */
const WHOLES: readonly {
  readonly name: Label
  readonly of: Label
  readonly whole: string
  readonly parts: readonly string[]
}[] = [
  {
    name: both('受理合计', 'Accepted in total'),
    of: both('办结加结转下年', 'settled and carried over'),
    whole: endFigure('accepted', 'total'),
    parts: [endFigure('settled', 'total'), endFigure('carriedOut', 'total')],
  },
  {
    name: both('办结总计', 'Settled in total'),
    of: both('各项结果相加', 'the outcomes'),
    whole: endFigure('settled', 'total'),
    parts: OUTCOMES.map((outcome) => endFigure(outcome, 'total')),
  },
]

/** Where a printed total is another than its printed parts. */
export function wholeNotes({ figures, reports }: Group): ChartNote[] {
  return WHOLES.flatMap(({ name, of, whole, parts }): ChartNote[] => {
    const all = [whole, ...parts].map((id) => figures[id])
    if (all.some((figure) => figure?.value == null || figure.reports !== reports)) return []
    const [printed = 0, ...others] = all.map((figure) => figure?.value ?? 0)
    const sum = plainSum(others)
    if (sum === printed) return []
    return [
      {
        tone: 'error',
        text: both(
          `${name.zh} ${numberText(printed, 'zh')} 件，${of.zh} ${numberText(sum, 'zh')} 件，相差 ${numberText(Math.abs(printed - sum), 'zh')} 件。`,
          `${name.en}: ${numberText(printed, 'en')}; ${of.en}: ${numberText(sum, 'en')}; they differ by ${numberText(Math.abs(printed - sum), 'en')}.`,
        ),
      },
    ]
  })
}
