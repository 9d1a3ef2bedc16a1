import type { Figure, Group } from '../cube/query'
import { plainSum } from '../form/plainSum'
import type { Label } from '../form/version'
import type { Language } from '../report/wording'
import { yearOf } from './basis'
import type { Chart } from './chart'
import { numberText, shownPercent, valueLabel } from './numbers'
import type { FigureUnit } from './numbers'
import { fewBeside, nBeside } from './readingN'
import { drawnFigure } from './shareSets'
import type { ShareMember, ShareMode, ShareSet } from './shareSets'
import { highestOf, tiedNames, tiedText } from './ties'
import { looksAhead } from './told'
import type { Told } from './told'
import { both } from './words'

/** What a chart says, as one text: for those who do not see the drawing. */
export const readingText = ({ readings }: Pick<Chart, 'readings'>, language: Language): string =>
  readings.map((reading) => reading[language]).join(language === 'zh' ? '' : ' ')

export const NO_REPORTS: Label = both('没有年报。', 'No reports.')

const year = (group: Group): string => String(yearOf(group))
const withReports = (groups: readonly Group[]): readonly Group[] => groups.filter(({ reports }) => reports > 0)

/** The year told and the one that it is set against: those asked for, else the newest and, before it, the `usual`. */
function toldGroups(
  groups: readonly Group[],
  told: Told | null,
  usual: 'first' | 'last',
): readonly [last: Group | undefined, first: Group | undefined] {
  const some = withReports(groups)
  const last = told === null ? some.at(-1) : some.find((group) => yearOf(group) === told.year)
  const before = some.slice(0, -1)
  if (told !== null) return [last, some.find((group) => yearOf(group) === told.against)]
  return [last, usual === 'first' ? before[0] : before.at(-1)]
}

/** Whether two years stand on as many agencies, none missing and none without the numbers: only then is more or less said of counts. */
export const isAlike = (one: Group, other: Group, ids: readonly string[]): boolean =>
  one.agencies === other.agencies && [one, other].every((group) => group.missing === 0 && lacking(group, ids) === 0)

/** The most reports that have no number for one of the figures. */
const lacking = ({ figures, reports }: Group, ids: readonly string[]): number =>
  Math.max(0, ...ids.map((id) => reports - (figures[id]?.reports ?? 0)))

/** The count of the year told, else the last, with what it is made of, and against its other year, else the first. `ids`: the whole, and its two parts. */
export function volumeReadings(
  groups: readonly Group[],
  ids: { whole: string; received: string; carried: string },
  told: Told | null = null,
): Label[] {
  const [last, first] = toldGroups(groups, told, 'first')
  if (!last) return [NO_REPORTS]
  const of = (group: Group, id: string): number | null => group.figures[id]?.value ?? null
  const said = (group: Group, id: string): Label => valueLabel(of(group, id), 'count')
  const [whole, received, carried] = [said(last, ids.whole), said(last, ids.received), said(last, ids.carried)]
  const readings = [
    both(
      `${year(last)} 年受理 ${whole.zh} 件：新收 ${received.zh} 件，上年结转 ${carried.zh} 件。`,
      `Accepted in ${year(last)}: ${whole.en}, of them ${received.en} received and ${carried.en} carried in.`,
    ),
  ]
  if (!first) return readings
  const [then, now] = [of(first, ids.whole), of(last, ids.whole)]
  if (then === null || now === null) return readings
  const before = said(first, ids.whole)
  if (!isAlike(first, last, [ids.whole]))
    return [
      ...readings,
      both(
        `${year(first)} 年 ${before.zh} 件；两年上报的机关不全或不同（${agenciesText(first, ids.whole).zh}；${agenciesText(last, ids.whole).zh}），不宜直接相减。`,
        `${year(first)}: ${before.en}. The two years do not stand on the same agencies in full (${agenciesText(first, ids.whole).en}; ${agenciesText(last, ids.whole).en}), so the difference is not theirs.`,
      ),
    ]
  const difference = numberText(Math.abs(now - then), 'zh')
  const share =
    then > 0
      ? both(`（${percentText(Math.abs(now - then) / then)}）`, ` (${percentText(Math.abs(now - then) / then)})`)
      : both('', '')
  return [
    ...readings,
    now === then
      ? both(`与 ${year(first)} 年相同。`, `The same as in ${year(first)}.`)
      : both(
          `比 ${year(first)} 年的 ${before.zh} 件${now > then ? '多' : '少'} ${difference} 件${share.zh}。`,
          `${difference}${share.en} ${now > then ? 'more' : 'fewer'} than the ${before.en} of ${year(first)}.`,
        ),
  ]
}

const percentText = (ratio: number): string => `${numberText(shownPercent(ratio), 'zh', 1)}%`

function agenciesText(group: Group, id: string): Label {
  const { agencies, missing } = group
  const without = lacking(group, [id])
  const zh = [
    ...(missing > 0 ? [`缺 ${String(missing)} 份`] : []),
    ...(without > 0 ? [`${String(without)} 份没有这个数`] : []),
  ]
  const en = [
    ...(missing > 0 ? [`${String(missing)} missing`] : []),
    ...(without > 0 ? [`${String(without)} without the number`] : []),
  ]
  return both(
    [`${String(agencies)} 个机关`, ...zh].join('，'),
    [`${String(agencies)} ${agencies === 1 ? 'agency' : 'agencies'}`, ...en].join(', '),
  )
}

/** Every part of the year told, else the last, and the share that moved most since its other year, else the one before. */
export function shareReadings(
  groups: readonly Group[],
  set: ShareSet,
  mode: ShareMode,
  told: Told | null = null,
): Label[] {
  const [last, before] = toldGroups(groups, told, 'last')
  if (!last) return [NO_REPORTS]
  const unit: FigureUnit = mode === 'percent' ? 'ratio' : 'count'
  const figures = (group: Group) => set.members.map((member) => drawnFigure(group, member, mode))
  // The shares of a year mostly rest on one n, which is then said once.
  const oneN = (group: Group): Label | null => {
    const all = new Set(figures(group).flatMap((figure) => (figure?.value == null ? [] : [nBeside(figure, unit).zh])))
    return all.size > 1
      ? null
      : nBeside(
          figures(group).find((figure) => figure?.value != null),
          unit,
        )
  }
  const common = oneN(last)
  const part = (member: ShareMember): Label => {
    const figure = drawnFigure(last, member, mode)
    const [value, n] = [valueLabel(figure?.value ?? null, unit), common === null ? nBeside(figure, unit) : both('', '')]
    return both(value.zh + n.zh, value.en + n.en)
  }
  const whole = both(
    `${year(last)} 年${common?.zh ?? ''}：${set.members.map((member) => `${member.label.zh} ${part(member).zh}`).join('，')}。`,
    `${year(last)}${common?.en ?? ''}: ${set.members.map((member) => `${member.label.en} ${part(member).en}`).join(', ')}.`,
  )
  if (mode !== 'percent' || !before) return [whole]
  // A share rises from the earlier year to the later, whichever is told.
  const isAhead = yearOf(before) > yearOf(last)
  const [since, until] = isAhead ? [last, before] : [before, last]
  const which = isAhead
    ? both(`由 ${year(last)} 年到 ${year(before)} 年`, `From ${year(last)} to ${year(before)}`)
    : both(`与 ${year(before)} 年相比`, `Against ${year(before)}`)
  const moved = highestOf(
    set.members.flatMap((member) => {
      const [from, to] = [since, until].map((group) => drawnFigure(group, member, mode)?.value)
      const n = fewBeside([drawnFigure(since, member, mode)], unit)
      return from == null || to == null ? [] : [{ member, from, to, n, by: shownPercent(to) - shownPercent(from) }]
    }),
    ({ by }) => Math.abs(by),
  )
  const [first] = moved
  if (!first || Math.abs(first.by) < 0.05) return [whole]
  const way = ({ from, to, n, by }: (typeof moved)[number]): Label => {
    const [then, now] = [valueLabel(from, unit), valueLabel(to, unit)]
    const points = numberText(Math.abs(by), 'zh', 1)
    return both(
      `由 ${then.zh}${n.zh} 到 ${now.zh}，${by > 0 ? '升' : '降'} ${points} 个百分点`,
      `from ${then.en}${n.en} to ${now.en}, ${points} points ${by > 0 ? 'up' : 'down'}`,
    )
  }
  const tied = tiedText(
    moved.map((one) =>
      both(`${one.member.label.zh}${way(one).zh}`, `${one.member.label.en.toLowerCase()} ${way(one).en}`),
    ),
  )
  return [
    whole,
    moved.length > 1
      ? both(`${which.zh}，变化最大的是${tied.zh}。`, `${which.en}, what moved most: ${tied.en}.`)
      : both(
          `${which.zh}，${first.member.label.zh}变化最大：${way(first).zh}。`,
          `${which.en}, ${first.member.label.en.toLowerCase()} moved most: ${way(first).en}.`,
        ),
  ]
}

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

/** The most frequent of some rows with its share, and the one that grew most where the two years are alike. `rows`: most frequent first; `subject`: what they are of. */
export function mostReadings(rows: readonly CountedRow[], subject: Label, told: Told, yearsAlike: boolean): Label[] {
  const { year, against } = told
  const isAhead = looksAhead(told)

  const { sum, isWhole } = sumOfRows(rows)
  const first = rows[0]
  if (!first || (sum === 0 && isWhole))
    return [both(`${String(year)} 年没有${subject.zh}的件数。`, `${String(year)}: no ${subject.en.toLowerCase()}.`)]
  const most = valueLabel(first.now, 'count')
  const grown = highestOf(
    rows.flatMap(({ label, now, before }) => {
      if (now === null || before === null) return []
      const [from, to] = isAhead ? [now, before] : [before, now]
      return to <= from ? [] : [{ label, from, to, by: to - from }]
    }),
    ({ by }) => by,
  )
  if (!isWhole)
    return [
      both(
        `${String(year)} 年${subject.zh}的理由中有的没有数，有数的合计 ${numberText(sum, 'zh')} 件，不算占比。`,
        `${String(year)}: some reasons have no number; those that have add up to ${numberText(sum, 'en')} ${subject.en.toLowerCase()}. No shares are taken.`,
      ),
    ]
  const leading = rows.filter(({ now }) => now === first.now)
  const who = tiedNames(leading.map(({ label }) => label))
  const each = leading.length > 1 ? both('各 ', ' each') : both('', '')
  const share = percentText((first.now ?? 0) / sum)
  const ways = tiedText(
    grown.map(({ label, from, to }) => {
      const [then, later] = [numberText(from, 'zh'), numberText(to, 'zh')]
      return both(`${label.zh}：由 ${then} 件到 ${later} 件`, `${label.en}, from ${then} to ${later}`)
    }),
  )
  return [
    both(
      `${String(year)} 年${subject.zh} ${numberText(sum, 'zh')} 件，最多的理由是${who.zh}，${each.zh}${most.zh} 件，占 ${share}。`,
      `${String(year)}: ${numberText(sum, 'en')} ${subject.en.toLowerCase()}, most often for ${who.en} (${most.en}, ${share}${each.en}).`,
    ),
    ...(yearsAlike && grown.length > 0
      ? [
          isAhead
            ? both(
                `由 ${String(year)} 年到 ${String(against)} 年增得最多的是${ways.zh}。`,
                `Grown most from ${String(year)} to ${String(against)}: ${ways.en}.`,
              )
            : both(
                `比 ${String(against)} 年多得最多的是${ways.zh}。`,
                `Grown most since ${String(against)}: ${ways.en}.`,
              ),
        ]
      : []),
  ]
}

/** Reviews and lawsuits of the year told, else the last, by what came of them. `figure`: of one kind of dispute and one result. */
export function disputeReadings(
  groups: readonly Group[],
  kinds: readonly { readonly name: Label; readonly figure: (group: Group, result: string) => Figure | undefined }[],
  results: readonly { readonly id: string; readonly label: Label }[],
  asked: number | null = null,
): Label[] {
  const [last] = toldGroups(groups, asked === null ? null : { year: asked, against: null }, 'last')
  if (!last) return [NO_REPORTS]
  return kinds.map(({ name, figure }) => {
    const total = valueLabel(figure(last, 'total')?.value ?? null, 'count')
    const parts = results.map(({ id, label }) => ({
      label,
      value: valueLabel(figure(last, id)?.value ?? null, 'count'),
    }))
    return both(
      `${year(last)} 年${name.zh} ${total.zh} 件：${parts.map(({ label, value }) => `${label.zh} ${value.zh}`).join('，')}。`,
      `${name.en} in ${year(last)}: ${total.en} (${parts.map(({ label, value }) => `${label.en.toLowerCase()} ${value.en}`).join(', ')}).`,
    )
  })
}
