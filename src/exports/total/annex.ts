import { fieldOf } from '../../form/fields'
import { MOST_CANDIDATES, candidatesOf } from '../../totals/causes'
import type { Candidate } from '../../totals/causes'
import { gapsOf } from '../../totals/gaps'
import type { Comparison, Gap } from '../../totals/gaps'
import type { Member } from '../../totals/members'
import { GAP_STATES } from '../../totals/addends'
import type { Addend } from '../../totals/addends'
import type { Total } from '../../totals/total'
import { onNewPage, paragraph } from '../docx/blocks'
import type { DocxBlock, TableBlock, TableCellBlock } from '../docx/blocks'
import { namesIn } from './tableNotes'
import { ADDEND_LABELS, LEFT_OUT_LABELS, STATUS_LABELS } from './totalWords'

/** Cells of one member that the annex names before it breaks off. */
const CELLS_SHOWN = 6

/** What the total rests on, for those who check it: who is counted and who is not, which figures are not whole and why, and how the published report differs. */
export function annexBlocks(total: Total): DocxBlock[] {
  return [
    onNewPage(paragraph('heading', '附：汇总说明（供核对，公布前删去）')),
    ...coverageLines(total).map((line) => paragraph('note', line)),
    paragraph('note', '成员：'),
    memberTable(total),
    ...gapLines(total).map((line) => paragraph('note', line)),
    ...(total.comparison ? comparisonBlocks(total.comparison) : []),
  ]
}

/** Who is counted, who is not and why. */
export function coverageLines({ membership, sums }: Total): string[] {
  const { members, leftOut, overlapping } = membership
  const of = (status: Member['status']): Member[] => members.filter((member) => member.status === status)
  const [nil, missing] = [of('nil'), of('missing')]
  const replaced = [...new Map(members.flatMap(({ through }) => through.map((one) => [one.id, one] as const))).values()]
  const states = (name: 'repaired' | 'inferred' | 'corrected' | 'joined'): number =>
    [...sums.cells.values()].reduce((sum, { counts }) => sum + counts[name], 0)
  const told = (['repaired', 'inferred', 'corrected', 'joined'] as const).flatMap((name) =>
    states(name) > 0 ? [`${ADDEND_LABELS[name].zh} ${String(states(name))} 个`] : [],
  )
  return [
    `按登记表应汇总 ${String(members.length)} 个机关，计入 ${String(of('present').length)} 个，零申报按 0 计 ${String(nil.length)} 个，没有年报 ${String(missing.length)} 个。本机关公布的汇总报告只作比较，不参加相加。`,
    ...(nil.length > 0 ? [`零申报：${namesIn(nil, nil.length)}。`] : []),
    ...(missing.length > 0 ? [`没有年报，不当作 0：${namesIn(missing, missing.length)}。`] : []),
    ...replaced.map(({ name }) => `${name}没有年报，以其下级成员的年报计入。`),
    ...overlapping.map(
      ([before, after]) =>
        `${before.name}和接替它的${after.name}都有年报，登记表没有写明接替的年份，两份都计入，可能重复。`,
    ),
    ...(told.length > 0 ? [`各格的加数中：${told.join('，')}，其余照录。`] : []),
    ...leftOut.map(({ report, reason }) => `未计入 ${report.file}：${LEFT_OUT_LABELS[reason].zh}。`),
  ]
}

const HEAD = ['序号', '机关', '计入方式', '文件'] as const

function memberTable({ membership }: Total): TableBlock {
  const rows = membership.members.map((member, at) => [
    String(at + 1),
    member.name,
    `${STATUS_LABELS[member.status].zh}${member.standsFor.length > 0 ? `（汇总报告，含其下级 ${String(member.standsFor.length)} 个）` : ''}`,
    member.report ? `${member.report.file}${partText(member.report.part)}` : '',
  ])
  return textTable([HEAD, ...rows], [1, 6, 5, 8])
}

const partText = (part: number | undefined): string => (part === undefined ? '' : `（第 ${String(part)} 份）`)

function textTable(rows: readonly (readonly string[])[], widths: readonly number[]): TableBlock {
  const cells = (row: readonly string[]): TableCellBlock[] =>
    row.map((text) => ({ pieces: [{ text }], colspan: 1, rowspan: 1, align: 'left' }))
  return { kind: 'table', widths, rows: rows.map(cells), headRows: 1, size: 18, rowHeight: 300 }
}

/** Which members that have reported lack figures: how many cells, and which. */
function gapLines({ sums }: Total): string[] {
  const byMember = new Map<Member, { readonly addend: Addend; readonly label: string }[]>()
  for (const { field, addends } of sums.cells.values())
    for (const addend of addends)
      if (addend.value === null && addend.state !== 'missing')
        byMember.set(addend.member, [
          ...(byMember.get(addend.member) ?? []),
          { addend, label: fieldOf(field).label.zh },
        ])
  const lines = [...byMember].map(([{ name }, gaps]) => {
    const counts = GAP_STATES.flatMap((state) => {
      const count = gaps.filter(({ addend }) => addend.state === state).length
      return count === 0 ? [] : [`${ADDEND_LABELS[state].zh} ${String(count)} 格`]
    })
    const shown = gaps.slice(0, CELLS_SHOWN).map(({ label }) => `“${label}”`)
    return `${name}：${counts.join('、')}（${shown.join('、')}${gaps.length > CELLS_SHOWN ? ' 等' : ''}）。`
  })
  return lines.length === 0 ? [] : ['没有数的格（不当作 0）：', ...lines]
}

const CANDIDATE_WORDS: Readonly<Record<Candidate['kind'], string>> = { leftOut: '可能未计入', twice: '可能计了两次' }
const candidateText = ({ kind, members }: Candidate): string =>
  `${CANDIDATE_WORDS[kind]}：${members.map(({ name }) => name).join('、')}`

/** What could explain one gap, in words; nothing where too many would do. */
export function gapCandidates(gap: Gap, { causes }: Comparison): string {
  const cause = causes.find(({ fields }) => fields.includes(gap.field))
  if (cause) return candidateText(cause)
  const found = gap.sum.complete ? candidatesOf(gap) : []
  return found.length > MOST_CANDIDATES ? '' : found.map(candidateText).join('；')
}

function comparisonBlocks(comparison: Comparison): DocxBlock[] {
  const { report, cells, causes } = comparison
  const gaps = gapsOf(comparison)
  const open = cells.filter(({ verdict }) => verdict === 'open').length
  const lines = [
    `与公布的汇总报告（${report.file}）比较：不等 ${String(gaps.length)} 格，因成员缺数不能核对 ${String(open)} 格。`,
    ...causes.map((cause) => `${candidateText(cause)}（${String(cause.fields.length)} 格的差额正好都是其数）。`),
  ]
  const rows = gaps.map((gap) => [
    fieldOf(gap.field).label.zh,
    String(gap.published.value),
    String(gap.sum.value),
    String(gap.difference),
    gapCandidates(gap, comparison),
  ])
  return [
    ...lines.map((line) => paragraph('note', line)),
    ...(rows.length > 0
      ? [textTable([['项目', '公布', '成员之和', '差', '可能的原因'], ...rows], [8, 2, 2, 2, 6])]
      : []),
  ]
}
