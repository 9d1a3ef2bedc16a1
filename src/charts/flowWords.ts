import type { Group } from '../cube/query'
import type { Label } from '../form/version'
import { yearOf } from './basis'
import type { ChartNote } from './chart'
import { ENOUGH } from './enough'
import { flowFigure } from './flowYears'
import type { Differing, Flow, Footing, Handover } from './flowYears'
import { numberText, signedText, valueLabel, yearsText } from './numbers'
import type { AgencyNames } from './ranked'
import { firmText } from './rateChange'
import { NO_REPORTS } from './readings'
import { both } from './words'

/** Agencies named before the rest is counted. */
const MOST_NAMED = 3

/** Where the numbers of a year, or of two that meet, are not the same: who, and by how much. */
export function flowNotes(
  footings: readonly Footing[],
  handovers: readonly Handover[],
  names: AgencyNames,
): ChartNote[] {
  return [
    ...footings.flatMap(({ year, differing }): ChartNote[] => {
      if (differing.length === 0) return []
      const who = namedText(differing, names)
      return [
        {
          tone: 'error',
          text: both(
            `${String(year)} 年上年结转 + 新收 ≠ 办结 + 结转下年：${who.zh}。`,
            `${String(year)}: carried in + received ≠ settled + carried over: ${who.en}.`,
          ),
        },
      ]
    }),
    ...uncheckedNote(footings),
    ...handovers.flatMap((handover) => handoverNote(handover, names)),
  ]
}

function uncheckedNote(footings: readonly Footing[]): ChartNote[] {
  const lacking = footings.filter(({ unchecked }) => unchecked > 0)
  if (lacking.length === 0) return []
  const told = lacking.map(({ year, unchecked }) =>
    both(`${String(year)} 年 ${String(unchecked)} 个`, `${String(unchecked)} in ${String(year)}`),
  )
  return [
    {
      tone: 'plain',
      text: both(
        `四项不全、无法核对受理与去向的机关：${told.map(({ zh }) => zh).join('，')}。`,
        `Agencies without all four figures, which cannot be checked: ${told.map(({ en }) => en).join(', ')}.`,
      ),
    },
  ]
}

/** What makes up the difference between what a year left and what the next began with. */
function handoverNote({ year, out, in: into, differing, onlyIn, onlyOut }: Handover, names: AgencyNames): ChartNote[] {
  if (out === null || into === null || (out === into && differing.length === 0)) return []
  const who = namedText(differing, names)
  const parts = [
    ...(differing.length > 0
      ? [both(`两年都有数而前后不一的：${who.zh}`, `reported in both years, but different: ${who.en}`)]
      : []),
    ...(onlyIn > 0
      ? [
          both(
            `上一年缺数的机关转入 ${numberText(onlyIn, 'zh')} 件`,
            `${numberText(onlyIn, 'en')} carried in by agencies without the earlier figure`,
          ),
        ]
      : []),
    ...(onlyOut > 0
      ? [
          both(
            `下一年缺数的机关转出 ${numberText(onlyOut, 'zh')} 件`,
            `${numberText(onlyOut, 'en')} carried over by agencies without the later figure`,
          ),
        ]
      : []),
  ]
  return [
    {
      tone: differing.length > 0 ? 'error' : 'plain',
      text: both(
        `${String(year)} 年结转下年 ${numberText(out, 'zh')} 件，${String(year + 1)} 年上年结转 ${numberText(into, 'zh')} 件（${parts.map(({ zh }) => zh).join('；')}）。`,
        `Carried over from ${String(year)}: ${numberText(out, 'en')}; carried in to ${String(year + 1)}: ${numberText(into, 'en')} (${parts.map(({ en }) => en).join('; ')}).`,
      ),
    },
  ]
}

function namedText(differing: readonly Differing[], names: AgencyNames): Label {
  const told = differing.slice(0, MOST_NAMED)
  const more = differing.length - told.length
  const name = (id: string): string => names.get(id) ?? id
  return both(
    `${told.map(({ agency, by }) => `${name(agency)} ${signedText(by, 'zh', 0)}`).join('、')}${more > 0 ? ` 等 ${String(differing.length)} 个机关` : ''}`,
    `${told.map(({ agency, by }) => `${name(agency)} ${signedText(by, 'en', 0)}`).join(', ')}${more > 0 ? ` and ${String(more)} more` : ''}`,
  )
}

const valueOf = ({ figures }: Group, flow: Flow): number | null => figures[flowFigure(flow)]?.value ?? null
/** Whether a year's stock at its beginning and its end stand on all of its reports, so that one may be taken from the other. */
const isWhole = ({ figures, reports }: Group): boolean =>
  reports > 0 && ['carriedIn', 'carriedOut'].every((flow) => figures[flowFigure(flow as Flow)]?.reports === reports)

/** The four numbers of the year told, else the last, and its settlement rate, whether its stock grew, in which years it shrank, and whether the numbers meet. */
export function flowReadings(
  groups: readonly Group[],
  footings: readonly Footing[],
  handovers: readonly Handover[],
  asked: number | null = null,
): Label[] {
  const some = groups.filter(({ reports }) => reports > 0)
  const last = some.find((group) => yearOf(group) === asked) ?? some.at(-1)
  if (!last) return [NO_REPORTS]
  const year = String(yearOf(last))
  const [carriedIn, received, settled, carriedOut] = (['carriedIn', 'received', 'settled', 'carriedOut'] as const).map(
    (flow) => valueLabel(valueOf(last, flow), 'count'),
  )
  const rate = last.figures['rate.settled']
  const value = rate?.value == null ? null : firmText(rate, 'ratio', ENOUGH.rate)
  const share = value === null ? both('', '') : both(`；办结率 ${value.zh}`, `; settlement rate ${value.en}`)
  return [
    both(
      `${year} 年上年结转 ${carriedIn?.zh ?? ''} 件，新收 ${received?.zh ?? ''} 件，办结 ${settled?.zh ?? ''} 件，结转下年 ${carriedOut?.zh ?? ''} 件${share.zh}。`,
      `${year}: ${carriedIn?.en ?? ''} carried in, ${received?.en ?? ''} received, ${settled?.en ?? ''} settled, ${carriedOut?.en ?? ''} carried over${share.en}.`,
    ),
    ...stockReadings(groups, last),
    ...meetingReadings(footings, handovers),
  ]
}

/** Within a year the stock at both ends is that of the same reports; between years it need not be. */
function stockReadings(groups: readonly Group[], last: Group): Label[] {
  const whole = groups.filter(isWhole)
  const grew = (group: Group): number => (valueOf(group, 'carriedOut') ?? 0) - (valueOf(group, 'carriedIn') ?? 0)
  const readings: Label[] = []
  if (whole.includes(last)) {
    const by = grew(last)
    const amount = both(numberText(Math.abs(by), 'zh'), numberText(Math.abs(by), 'en'))
    readings.push(
      by === 0
        ? both('结转下年与上年结转件数相同。', 'As many were carried over as were carried in.')
        : both(
            `结转下年比上年结转${by > 0 ? '多' : '少'} ${amount.zh} 件。`,
            `${amount.en} ${by > 0 ? 'more' : 'fewer'} carried over than carried in.`,
          ),
    )
  }
  if (whole.length < 2) return readings
  const shrank = whole.filter((group) => grew(group) < 0).map(yearOf)
  const many = String(whole.length)
  return [
    ...readings,
    shrank.length === 0
      ? both(
          `可比的 ${many} 个年份，结转都没有减少。`,
          `In none of the ${many} comparable years did the number carried over fall below that carried in.`,
        )
      : both(
          `可比的 ${many} 个年份中，结转减少的是 ${yearsText(shrank, 'zh')} 年。`,
          `In ${yearsText(shrank, 'en')}, of ${many} comparable years, fewer were carried over than carried in.`,
        ),
  ]
}

function meetingReadings(footings: readonly Footing[], handovers: readonly Handover[]): Label[] {
  const checked = footings.filter(({ checked }) => checked > 0)
  const broken = checked.filter(({ differing }) => differing.length > 0).map(({ year }) => year)
  const compared = handovers.filter(({ compared }) => compared > 0)
  const apart = compared.filter(({ differing }) => differing.length > 0)
  return [
    ...(checked.length === 0
      ? []
      : [
          broken.length === 0
            ? both(
                '能核对的机关，受理与去向都相等。',
                'Wherever all four figures are reported, carried in and received equal settled and carried over.',
              )
            : both(
                `${yearsText(broken, 'zh')} 年有机关的受理与去向不等，见注。`,
                `In ${yearsText(broken, 'en')} some agencies’ figures do not balance; see the notes.`,
              ),
        ]),
    ...(apart.length === 0
      ? []
      : [
          both(
            `${String(compared.length)} 次跨年结转中，${String(apart.length)} 次有机关前后不一，见注。`,
            `At ${String(apart.length)} of ${String(compared.length)} year-ends, some agencies carried in a number other than the one they had carried over; see the notes.`,
          ),
        ]),
  ]
}
