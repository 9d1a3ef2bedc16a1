import type { Label } from '../form/version'
import { counted } from './counted'
import { ENOUGH } from './enough'
import { numberText, percentText, signedText, valueLabel } from './numbers'
import { movedText } from './rateChange'
import { unitOfFigure } from './ranked'
import { NO_REPORTS } from './readings'
import { APARTS } from './waterfallSteps'
import type { Step, Waterfall } from './waterfallSteps'
import { highestOf, tiedText } from './ties'
import { both } from './words'

/** From total to total; how much of it is change of those that have both years; who moved most either way. */
export function waterfallReadings(waterfall: Waterfall): Label[] {
  const { figure, label, by, years, start, end, steps, each, compared } = waterfall
  const [from, to] = years.map(String)
  if (start === null && end === null)
    return [
      waterfall.reports === 0
        ? NO_REPORTS
        : both(
            `${label.zh}：${from ?? ''} 年、${to ?? ''} 年的年报都没有此数（空白、未读出或表式没有这一项）。`,
            `${label.en}: the reports for ${from ?? ''} and ${to ?? ''} do not have this figure (blank, unreadable or not on the form).`,
          ),
    ]
  const unit = unitOfFigure(figure)
  const said = (value: number | null): Label => valueLabel(value, unit)
  const first = both(
    `${label.zh}：${from ?? ''} 年 ${said(start).zh} 件，${to ?? ''} 年 ${said(end).zh} 件。`,
    `${label.en}: ${said(start).en} in ${from ?? ''}, ${said(end).en} in ${to ?? ''}.`,
  )
  if (start === null || end === null)
    return [first, both('有一年没有数，不能比较。', 'One of the two years has no figures, so they cannot be compared.')]
  const moved = movedText(compared.rose, compared.fell, compared.agencies - compared.rose - compared.fell, unit)
  const apart = steps.filter(({ kind, change }) => (APARTS as readonly string[]).includes(kind) && change !== 0)
  return [
    first,
    ...comparedReadings(waterfall, apart),
    ...(each.length > 1 ? mostReadings(each) : []),
    ...(by === 'agency' && compared.agencies > 1
      ? [
          both(
            `可比的 ${String(compared.agencies)} 个机关中，${moved.zh}。`,
            `Of the ${counted(compared.agencies, 'agency')} compared, ${moved.en}.`,
          ),
        ]
      : []),
  ]
}

function comparedReadings({ compared, years }: Waterfall, apart: readonly Step[]): Label[] {
  if (compared.agencies === 0) return [both('没有两年都有数的机关。', 'No agency has figures for both years.')]
  const by = compared.now - compared.before
  const count = String(compared.agencies)
  const share = compared.before >= ENOUGH.base && by !== 0 ? percentText(Math.abs(by) / compared.before) : ''
  const amount = numberText(Math.abs(by), 'zh')
  const moved =
    by === 0
      ? both('合计持平', ': unchanged in total')
      : both(
          `合计${by > 0 ? '增' : '减'} ${amount} 件${share === '' ? '' : `（${share}）`}`,
          `: ${by > 0 ? 'up' : 'down'} ${amount}${share === '' ? '' : ` (${share})`} in total`,
        )
  const rest = apart.reduce((sum, { change }) => sum + change, 0)
  return [
    both(
      `两年都有数的 ${count} 个机关${moved.zh}。`,
      `The ${compared.agencies === 1 ? 'one agency' : counted(compared.agencies, 'agency')} with figures for both years${moved.en}.`,
    ),
    ...(apart.length === 0
      ? []
      : [
          both(
            `另有 ${signedText(rest, 'zh', 0)} 件来自两年不可比的机关（新增、退出、未报、空白或不全），不算增减。`,
            `A further ${signedText(rest, 'en', 0)} comes from agencies that cannot be compared between ${String(years[0])} and ${String(years[1])} (new, dissolved, not reporting, blank or incomplete) and is not a rise or a fall.`,
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
    ...(up ? [both(`增加最多：${up.zh}。`, `Largest rise: ${up.en}.`)] : []),
    ...(down ? [both(`减少最多：${down.zh}。`, `Largest fall: ${down.en}.`)] : []),
  ]
}

const stepWords = ({ label, before, now, change }: Step): Label =>
  both(
    `${label.zh} ${signedText(change, 'zh', 0)} 件（${numberText(before ?? 0, 'zh')}→${numberText(now ?? 0, 'zh')}）`,
    `${label.en} ${signedText(change, 'en', 0)} (${numberText(before ?? 0, 'en')} → ${numberText(now ?? 0, 'en')})`,
  )
