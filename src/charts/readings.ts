import type { Figure, Group } from '../cube/query'
import type { Label } from '../form/version'
import type { Language } from '../report/wording'
import { yearOf } from './basis'
import type { Chart } from './chart'
import { isFirm } from './comparison'
import { counted } from './counted'
import { ENOUGH } from './enough'
import { amountLabel, numberText, percentText, shownPercent, valueLabel } from './numbers'
import type { FigureUnit } from './numbers'
import { changeText, tooSmall } from './rateChange'
import { nBeside, nOfEach } from './readingN'
import { drawnFigure } from './shareSets'
import type { ShareMode, ShareSet } from './shareSets'
import { highestOf, tiedText } from './ties'
import type { Told } from './told'
import { both } from './words'

/** What a chart says, as one text: for those who do not see the drawing. */
export const readingText = ({ readings }: Pick<Chart, 'readings'>, language: Language): string =>
  readings.map((reading) => reading[language]).join(language === 'zh' ? '' : ' ')

export const NO_REPORTS: Label = both('没有年报。', 'No reports.')

const year = (group: Group): string => String(yearOf(group))
const withReports = (groups: readonly Group[]): readonly Group[] => groups.filter(({ reports }) => reports > 0)

/** The year told and the one that it is set against: those asked for, else the newest and the one before it. */
function toldGroups(
  groups: readonly Group[],
  told: Told | null,
): readonly [last: Group | undefined, before: Group | undefined] {
  const some = withReports(groups)
  const inYear = (year: number | null) => some.find((group) => yearOf(group) === year)
  return told === null ? [some.at(-1), some.at(-2)] : [inYear(told.year), inYear(told.against)]
}

/** Whether two years stand on as many agencies, none missing and none without the numbers: only then is more or less said of counts. */
export const isAlike = (one: Group, other: Group, ids: readonly string[]): boolean =>
  one.agencies === other.agencies && [one, other].every((group) => group.missing === 0 && lacking(group, ids) === 0)

/** The most reports that have no number for one of the figures. */
const lacking = ({ figures, reports }: Group, ids: readonly string[]): number =>
  Math.max(0, ...ids.map((id) => reports - (figures[id]?.reports ?? 0)))

/** That a rate may move because others report. */
export const OF_OTHERS: Label = both(
  '这两年的报送机关不全或不同，升降中可能有机关变动的影响。',
  'Not all agencies, or not the same agencies, reported in the two years; part of the change may come from that.',
)

/** The count of the year told, else the last, with what it is made of, and against its other year, else the one before. `ids`: the whole, and its two parts. */
export function volumeReadings(
  groups: readonly Group[],
  ids: { whole: string; received: string; carried: string },
  told: Told | null = null,
): Label[] {
  const [last, first] = toldGroups(groups, told)
  if (!last) return [NO_REPORTS]
  const of = (group: Group, id: string): number | null => group.figures[id]?.value ?? null
  const said = (group: Group, id: string): Label => valueLabel(of(group, id), 'count')
  const [whole, received, carried] = [said(last, ids.whole), said(last, ids.received), said(last, ids.carried)]
  const readings = [
    both(
      `${year(last)} 年受理 ${whole.zh} 件：新收 ${received.zh} 件，上年结转 ${carried.zh} 件。`,
      `Accepted in ${year(last)}: ${whole.en}, of which ${received.en} newly received and ${carried.en} carried in.`,
    ),
    ...apartReadings(last, ids),
  ]
  if (!first) return readings
  const [then, now] = [of(first, ids.whole), of(last, ids.whole)]
  if (then === null || now === null) return readings
  const before = said(first, ids.whole)
  if (!isAlike(first, last, [ids.whole]))
    return [
      ...readings,
      both(
        `${year(first)} 年 ${before.zh} 件；两年的报送机关不全或不同（${year(first)} 年 ${agenciesText(first, ids.whole).zh}；${year(last)} 年 ${agenciesText(last, ids.whole).zh}），不宜直接相减。`,
        `${year(first)}: ${before.en}. The agencies reporting in the two years differ or are incomplete (${year(first)}: ${agenciesText(first, ids.whole).en}; ${year(last)}: ${agenciesText(last, ids.whole).en}), so the two totals should not be subtracted.`,
      ),
    ]
  const difference = numberText(Math.abs(now - then), 'zh')
  const share =
    then >= ENOUGH.base
      ? both(`（${percentText(Math.abs(now - then) / then)}）`, ` (${percentText(Math.abs(now - then) / then)})`)
      : both('', '')
  return [
    ...readings,
    now === then
      ? both(`与 ${year(first)} 年相同。`, `The same as in ${year(first)}.`)
      : both(
          `比 ${year(first)} 年的 ${before.zh} 件${now > then ? '多' : '少'} ${difference} 件${share.zh}。`,
          `${difference} ${now > then ? 'more' : 'fewer'}${share.en} than in ${year(first)} (${before.en}).`,
        ),
  ]
}

/** That the two parts are not the whole, where a report lacks one of them and so is in no whole. */
function apartReadings({ figures }: Group, ids: { whole: string; received: string; carried: string }): Label[] {
  const [whole, received, carried] = [ids.whole, ids.received, ids.carried].map((id) => figures[id]?.value ?? null)
  if (whole == null || received == null || carried == null || received + carried === whole) return []
  return [
    both(
      '新收与上年结转相加不等于受理数：缺其中一项的年报不计入受理数。',
      'Received and carried in do not add up to accepted: a report that lacks one of the two is not counted as accepted.',
    ),
  ]
}

function agenciesText(group: Group, id: string): Label {
  const { agencies, missing } = group
  const without = lacking(group, [id])
  const zh = [
    ...(missing > 0 ? [`缺 ${String(missing)} 份`] : []),
    ...(without > 0 ? [`${String(without)} 份没有此数`] : []),
  ]
  const en = [
    ...(missing > 0 ? [`${String(missing)} missing`] : []),
    ...(without > 0 ? [`${String(without)} without the figure`] : []),
  ]
  return both([`${String(agencies)} 个机关`, ...zh].join('，'), [counted(agencies, 'agency'), ...en].join(', '))
}

/** Every part of the year told, else the last, and the share that moved most since its other year, else the one before, where both stand on at least `leastN`. */
export function shareReadings(
  groups: readonly Group[],
  set: ShareSet,
  mode: ShareMode,
  told: Told | null = null,
  leastN: number = ENOUGH.rate,
): Label[] {
  const [last, before] = toldGroups(groups, told)
  if (!last) return [NO_REPORTS]
  return [
    partsReading(last, set, mode),
    ...(mode === 'percent' && before ? movedReadings(before, last, set, leastN) : []),
  ]
}

const unitOf = (mode: ShareMode): FigureUnit => (mode === 'percent' ? 'ratio' : 'count')

function partsReading(last: Group, set: ShareSet, mode: ShareMode): Label {
  const unit = unitOf(mode)
  const figures = set.members.map((member) => drawnFigure(last, member, mode))
  const known = figures.filter((figure) => figure?.value != null)
  if (known.length === 0)
    return both(
      `${year(last)} 年没有可以算占比的数（空白或 0/0）。`,
      `${year(last)}: no figures to take shares of (blank or 0/0).`,
    )
  // The shares of a year mostly rest on one n, which is then said once.
  const isOneN = new Set(known.map((figure) => nBeside(figure, unit).zh)).size === 1
  const common = isOneN ? nBeside(known[0], unit) : both('', '')
  const parts = set.members.map(({ label }, at) => {
    const figure = figures[at]
    const value = amountLabel(figure?.value ?? null, unit)
    const n = isOneN ? both('', '') : nBeside(figure, unit)
    return both(`${label.zh} ${value.zh}${n.zh}`, `${label.en.toLowerCase()} ${value.en}${n.en}`)
  })
  return both(
    `${year(last)} 年${common.zh}：${parts.map(({ zh }) => zh).join('，')}。`,
    `${year(last)}${common.en}: ${parts.map(({ en }) => en).join(', ')}.`,
  )
}

function movedReadings(before: Group, last: Group, set: ShareSet, leastN: number): Label[] {
  // A share rises from the earlier year to the later, whichever is told.
  const isAhead = yearOf(before) > yearOf(last)
  const [since, until] = isAhead ? [last, before] : [before, last]
  const which = isAhead
    ? both(`由 ${year(last)} 年到 ${year(before)} 年`, `From ${year(last)} to ${year(before)}`)
    : both(`与 ${year(before)} 年相比`, `Compared with ${year(before)}`)
  const pairs = set.members.flatMap((member) => {
    const figures = [since, until].map((group) => drawnFigure(group, member, 'percent'))
    const [from, to] = figures.map((figure) => figure?.value)
    if (from == null || to == null) return []
    return [{ member, from, to, figures, by: shownPercent(to) - shownPercent(from) }]
  })
  if (pairs.length === 0) return []
  if (!pairs.every(({ figures }) => figures.every((figure) => isFirm(figure, 'ratio', leastN)))) {
    const small = tooSmall(leastN)
    return [both(`${which.zh}，${small.zh}。`, `${which.en}: ${small.en}.`)]
  }
  const moved = highestOf(pairs, ({ by }) => Math.abs(by))
  const [first] = moved
  if (!first || Math.abs(first.by) < 0.05) return []
  const way = ({ from, to, figures }: (typeof moved)[number]): Label => {
    const [then, now] = [valueLabel(from, 'ratio'), valueLabel(to, 'ratio')]
    const [n, change] = [nOfEach(figures, 'ratio'), changeText(from, to, 'ratio')]
    return both(`由 ${then.zh} 到 ${now.zh}${n.zh}，${change.zh}`, `from ${then.en} to ${now.en}${n.en}, ${change.en}`)
  }
  const isOfOthers = !isAlike(
    before,
    last,
    set.members.map(({ rate }) => rate),
  )
  const tied = tiedText(
    moved.map((one) =>
      both(`${one.member.label.zh}${way(one).zh}`, `${one.member.label.en.toLowerCase()} ${way(one).en}`),
    ),
  )
  return [
    moved.length > 1
      ? both(`${which.zh}，变化最大的是${tied.zh}。`, `${which.en}, the largest changes: ${tied.en}.`)
      : both(
          `${which.zh}，${first.member.label.zh}变化最大：${way(first).zh}。`,
          `${which.en}, the largest change: ${first.member.label.en.toLowerCase()}, ${way(first).en}.`,
        ),
    ...(isOfOthers ? [OF_OTHERS] : []),
  ]
}

/** Reviews and lawsuits of the year told, else the last, by what came of them. `figure`: of one kind of dispute and one result. */
export function disputeReadings(
  groups: readonly Group[],
  kinds: readonly { readonly name: Label; readonly figure: (group: Group, result: string) => Figure | undefined }[],
  results: readonly { readonly id: string; readonly label: Label }[],
  asked: number | null = null,
): Label[] {
  const [last] = toldGroups(groups, asked === null ? null : { year: asked, against: null })
  if (!last) return [NO_REPORTS]
  return kinds.map(({ name, figure }) => {
    const total = valueLabel(figure(last, 'total')?.value ?? null, 'count')
    const parts = results.map(({ id, label }) => ({
      label,
      value: valueLabel(figure(last, id)?.value ?? null, 'count'),
    }))
    return both(
      `${year(last)} 年${name.zh} ${total.zh} 件：${parts.map(({ label, value }) => `${label.zh} ${value.zh} 件`).join('，')}。`,
      `${name.en} in ${year(last)}: ${total.en} (${parts.map(({ label, value }) => `${label.en.toLowerCase()} ${value.en}`).join(', ')}).`,
    )
  })
}
