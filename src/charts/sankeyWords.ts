import type { Figure } from '../cube/query'
import type { Label } from '../form/version'
import type { ChartNote } from './chart'
import { nounOf } from './counted'
import { ENOUGH } from './enough'
import { numberText, valueLabel } from './numbers'
import { nBeside } from './readingN'
import { NO_REPORTS } from './readings'
import { endFigure } from './sankeyFlows'
import type { Sankey, SankeyFlow, SankeyNode } from './sankeyFlows'
import { wholeNotes } from './sankeyWholes'
import { highestOf, tiedNames } from './ties'
import { both } from './words'

const blanksOf = (flows: readonly SankeyFlow[]): number => flows.filter(({ value }) => value === null).length

/** Flows without a number, which are not drawn. */
export function blankNotes(flows: readonly SankeyFlow[]): ChartNote[] {
  const blanks = blanksOf(flows)
  if (blanks === 0) return []
  return [
    {
      tone: 'plain',
      text: both(
        `${numberText(blanks, 'zh')} 条流向没有数（空白、未读出或无此表），未画；空白不当作 0。`,
        `${numberText(blanks, 'en')} ${blanks === 1 ? 'flow has no number (blank, unreadable or no table) and is' : 'flows have no number (blank, unreadable or no table) and are'} not drawn; blanks are not read as 0.`,
      ),
    },
  ]
}

/** Where the flows of an applicant or an outcome are not what the form prints for it. */
export const differsNote = ({ label, parts, printed }: SankeyNode): ChartNote => ({
  tone: 'error',
  text: both(
    `${label.zh}：各流向相加为 ${numberText(parts, 'zh')}，报表所印为 ${numberText(printed ?? 0, 'zh')}，两数并存。`,
    `${label.en}: the flows add up to ${numberText(parts, 'en')}, the printed total is ${numberText(printed ?? 0, 'en')}; both are shown.`,
  ),
})

/** What came of all, the outcome of most with its share of settled, the largest flow, and what most of each kind of applicant met with. */
export function sankeyReadings(sankey: Sankey): Label[] {
  const { year, group, flows, applicants, ends } = sankey
  if (!group || group.reports === 0) return [NO_REPORTS]
  const said = (row: 'accepted' | 'settled' | 'carriedOut') =>
    valueLabel(group.figures[endFigure(row, 'total')]?.value ?? null, 'count')
  const [accepted, settled, carriedOut] = [said('accepted'), said('settled'), said('carriedOut')]
  const isWhole = flows.every(({ value, figure }) => value !== null && figure?.reports === group.reports)
  const blanks = blanksOf(flows)
  const differing = [...applicants, ...ends].filter(({ differs }) => differs).length + wholeNotes(group).length
  return [
    both(
      `${String(year)} 年受理 ${accepted.zh} 件，办结 ${settled.zh} 件，结转下年 ${carriedOut.zh} 件。`,
      `${String(year)}: ${accepted.en} accepted, ${settled.en} settled, ${carriedOut.en} carried over.`,
    ),
    ...outcomeReadings(sankey),
    ...largestReadings(sankey),
    ...(isWhole ? mostOfEach(flows, applicants, ends) : []),
    ...(blanks > 0
      ? [
          both(
            `有 ${numberText(blanks, 'zh')} 条流向没有数，不比较各类申请人的去向。`,
            `${numberText(blanks, 'en')} ${nounOf(blanks, 'flow')} without a number: the applicants’ outcomes are not compared.`,
          ),
        ]
      : []),
    ...(differing > 0
      ? [
          both(
            `${numberText(differing, 'zh')} 处各部分相加与所印总数不等，见注。`,
            `In ${numberText(differing, 'en')} ${differing === 1 ? 'place' : 'places'} the parts do not add up to the printed total; see the notes.`,
          ),
        ]
      : []),
  ]
}

/** The outcome of most, with its share as the form's indicators define it: of all settled, where those are enough. */
function outcomeReadings({ group, ends }: Sankey): Label[] {
  const outcomes = ends.filter(({ key, printed }) => key !== 'carriedOut' && (printed ?? 0) > 0)
  const most = highestOf(outcomes, ({ printed }) => printed ?? 0)
  const [first] = most
  if (!group || !first || ends.some(({ printed, figure }) => printed === null || figure?.reports !== group.reports))
    return []
  const names = tiedNames(most.map(({ label }) => both(label.zh, label.en.toLowerCase())))
  const count = valueLabel(first.printed, 'count')
  const share = shareText(group.figures[`rate.${first.key}`])
  const each = most.length > 1 ? both('各 ', ' each') : both('', '')
  return [
    both(
      `办理结果最多的是${names.zh}，${each.zh}${count.zh} 件${share.zh}。`,
      `Most frequent outcome: ${names.en}, ${count.en}${each.en}${share.en}.`,
    ),
  ]
}

function shareText(rate: Figure | undefined): Label {
  if (rate?.value == null || (rate.denominator ?? 0) < ENOUGH.rate) return both('', '')
  const [value, n] = [valueLabel(rate.value, 'ratio'), nBeside(rate, 'ratio')]
  return both(`，占办结的 ${value.zh}${n.zh}`, `, ${value.en} of settled${n.en}`)
}

function largestReadings({ flows, applicants, ends }: Sankey): Label[] {
  const nameOf = (nodes: readonly SankeyNode[], key: string): Label =>
    nodes.find((node) => node.key === key)?.label ?? both(key, key)
  const largest = highestOf(
    flows.filter(({ value }) => (value ?? 0) > 0),
    ({ value }) => value ?? 0,
  )
  const [first] = largest
  if (!first) return []
  const which = tiedNames(
    largest.map(({ applicant, end }) => {
      const [from, to] = [nameOf(applicants, applicant), nameOf(ends, end)]
      return both(`${from.zh}→${to.zh}`, `${from.en.toLowerCase()} → ${to.en.toLowerCase()}`)
    }),
  )
  const count = valueLabel(first.value, 'count')
  const each = largest.length > 1
  return [
    both(
      `最大的一路是${which.zh}，${each ? '各 ' : ''}${count.zh} 件。`,
      `Largest flow: ${which.en}, ${count.en}${each ? ' each' : ''}.`,
    ),
  ]
}

/** The largest end of each kind of applicant that has any; of several that are as large, all. */
function mostOfEach(
  flows: readonly SankeyFlow[],
  applicants: readonly SankeyNode[],
  ends: readonly SankeyNode[],
): Label[] {
  const most = applicants.flatMap((applicant) => {
    const largest = highestOf(
      flows.filter((flow) => flow.applicant === applicant.key && (flow.value ?? 0) > 0),
      ({ value }) => value ?? 0,
    )
    const [first] = largest
    if (!first) return []
    const names = largest.flatMap(({ end }) => ends.find(({ key }) => key === end)?.label ?? [])
    const count = valueLabel(first.value, 'count')
    const tied = names.length > 1
    return [
      both(
        `${applicant.label.zh}为${names.map(({ zh }) => zh).join('、')}（${tied ? '并列，各 ' : ''}${count.zh} 件）`,
        `${applicant.label.en.toLowerCase()} → ${names.map(({ en }) => en.toLowerCase()).join(', ')} (${tied ? 'tied, ' : ''}${count.en}${tied ? ' each' : ''})`,
      ),
    ]
  })
  if (most.length < 2) return []
  return [
    both(
      `各类申请人最多的去向：${most.map(({ zh }) => zh).join('；')}。`,
      `Largest flow of each kind of applicant: ${most.map(({ en }) => en).join('; ')}.`,
    ),
  ]
}
