import type { Label } from '../form/version'
import { numberText, shownPercent, signedText, valueLabel } from './numbers'
import { unitOfFigure } from './ranked'
import { NO_REPORTS } from './readings'
import { APARTS } from './waterfallSteps'
import type { Step, Waterfall } from './waterfallSteps'
import { highestOf, tiedText } from './ties'
import { both } from './words'

/** From total to total; how much of it is change of those that have both years; who moved most either way. */
export function waterfallReadings(waterfall: Waterfall): Label[] {
  const { figure, label, by, years, start, end, steps, each, compared } = waterfall
  if (start === null && end === null) return [NO_REPORTS]
  const unit = unitOfFigure(figure)
  const [from, to] = years.map(String)
  const said = (value: number | null): Label => valueLabel(value, unit)
  const first = both(
    `${label.zh}：${from ?? ''} 年 ${said(start).zh} 件，${to ?? ''} 年 ${said(end).zh} 件。`,
    `${label.en}: ${said(start).en} in ${from ?? ''}, ${said(end).en} in ${to ?? ''}.`,
  )
  if (start === null || end === null)
    return [first, both('有一年没有数，不能比较。', 'One of the years has no numbers, so there is nothing to compare.')]
  const apart = steps.filter(({ kind, change }) => (APARTS as readonly string[]).includes(kind) && change !== 0)
  return [
    first,
    ...comparedReadings(waterfall, apart),
    ...mostReadings(each),
    ...(by === 'agency' && compared.agencies > 1
      ? [
          both(
            `${String(compared.agencies)} 个可比的机关中 ${String(compared.rose)} 个增，${String(compared.fell)} 个减，${String(compared.agencies - compared.rose - compared.fell)} 个持平。`,
            `Of ${String(compared.agencies)} comparable agencies ${String(compared.rose)} rose, ${String(compared.fell)} fell, ${String(compared.agencies - compared.rose - compared.fell)} stayed.`,
          ),
        ]
      : []),
  ]
}

function comparedReadings({ compared, years }: Waterfall, apart: readonly Step[]): Label[] {
  if (compared.agencies === 0) return [both('没有两年都有数的机关。', 'No agency has both years.')]
  const by = compared.now - compared.before
  const count = String(compared.agencies)
  const share =
    compared.before > 0 && by !== 0 ? `${numberText(shownPercent(Math.abs(by) / compared.before), 'zh', 1)}%` : ''
  const amount = numberText(Math.abs(by), 'zh')
  const moved =
    by === 0
      ? both('总数不变', 'did not change in total')
      : both(
          `${by > 0 ? '增' : '减'} ${amount} 件${share === '' ? '' : `（${share}）`}`,
          `${by > 0 ? 'rose' : 'fell'} by ${amount}${share === '' ? '' : ` (${share})`}`,
        )
  const rest = apart.reduce((sum, { change }) => sum + change, 0)
  return [
    both(
      `两年都有数的 ${count} 个机关${moved.zh}。`,
      `The ${count} ${compared.agencies === 1 ? 'agency' : 'agencies'} with both years ${moved.en}.`,
    ),
    ...(apart.length === 0
      ? []
      : [
          both(
            `另有 ${signedText(rest, 'zh', 0)} 件来自不能逐年相比的机关（新增、退出、缺报、空白或不全），不是增长或下降。`,
            `Another ${signedText(rest, 'en', 0)} comes of agencies that cannot be compared between ${String(years[0])} and ${String(years[1])} (new, gone, unreported, blank or incomplete): no rise and no fall.`,
          ),
        ]),
  ]
}

/** Of all, not of those drawn by name: one that is folded into the rest may share the place. */
function mostReadings(steps: readonly Step[]): Label[] {
  const far = (way: 1 | -1): Label | null => {
    const moved = steps.filter(({ change }) => way * change > 0)
    return moved.length === 0 ? null : tiedText(highestOf(moved, ({ change }) => way * change).map(stepWords))
  }
  const [up, down] = [far(1), far(-1)]
  return [
    ...(up ? [both(`增得最多：${up.zh}。`, `Rose most: ${up.en}.`)] : []),
    ...(down ? [both(`减得最多：${down.zh}。`, `Fell most: ${down.en}.`)] : []),
  ]
}

const stepWords = ({ label, before, now, change }: Step): Label =>
  both(
    `${label.zh} ${signedText(change, 'zh', 0)} 件（${numberText(before ?? 0, 'zh')}→${numberText(now ?? 0, 'zh')}）`,
    `${label.en} ${signedText(change, 'en', 0)} (${numberText(before ?? 0, 'en')} → ${numberText(now ?? 0, 'en')})`,
  )
