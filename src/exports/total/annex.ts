import { fieldOf } from '../../form/fields'
import { gapsOf } from '../../totals/gaps'
import type { Comparison } from '../../totals/gaps'
import type { Member } from '../../totals/members'
import { GAP_STATES } from '../../totals/addends'
import type { Addend } from '../../totals/addends'
import type { Total } from '../../totals/total'
import { onNewPage, paragraph } from '../docx/blocks'
import type { DocxBlock, TableBlock, TableCellBlock } from '../docx/blocks'
import { coverageLines } from './coverageLines'
import { candidateText, gapCandidates } from './gapCandidates'
import { ADDEND_LABELS, STATUS_LABELS } from './totalWords'

/** Cells of one member that the annex names before it breaks off. */
const CELLS_SHOWN = 6

/** What the total rests on, for those who check it: who is counted and who is not, which figures are not whole and why, and how the published report differs. */
export function annexBlocks(total: Total): DocxBlock[] {
  return [
    onNewPage(paragraph('heading', '附：汇总说明（供核对，公布前删去）')),
    ...coverageLines(total, 'zh').map((line) => paragraph('note', line)),
    paragraph('note', '成员：'),
    memberTable(total),
    ...[...gapLines(total), ...errorLines(total)].map((line) => paragraph('note', line)),
    ...(total.comparison ? comparisonBlocks(total.comparison) : []),
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
  const lines = cellsByMember(sums, ({ value, state }) => value === null && state !== 'missing').map(
    ([{ name }, cells]) => {
      const counts = GAP_STATES.flatMap((state) => {
        const count = cells.filter(({ addend }) => addend.state === state).length
        return count === 0 ? [] : [`${ADDEND_LABELS[state].zh} ${String(count)} 格`]
      })
      return `${name}：${counts.join('、')}（${cellNames(cells)}）。`
    },
  )
  return lines.length === 0 ? [] : ['没有数的格（不当作 0）：', ...lines]
}

/** Which members' numbers stand in open errors of their reports. */
function errorLines({ sums }: Total): string[] {
  const lines = cellsByMember(sums, ({ inError }) => inError === true).map(
    ([{ name }, cells]) => `${name}：${String(cells.length)} 格（${cellNames(cells)}）。`,
  )
  return lines.length === 0 ? [] : ['在成员年报中有未处理的错误、照录未改的数：', ...lines]
}

interface MemberCell {
  readonly addend: Addend
  readonly label: string
}

function cellsByMember({ cells }: Total['sums'], isTold: (addend: Addend) => boolean): [Member, MemberCell[]][] {
  const found = new Map<Member, MemberCell[]>()
  for (const { field, addends } of cells.values())
    for (const addend of addends.filter(isTold))
      found.set(addend.member, [...(found.get(addend.member) ?? []), { addend, label: fieldOf(field).label.zh }])
  return [...found]
}

function cellNames(cells: readonly MemberCell[]): string {
  const shown = cells.slice(0, CELLS_SHOWN).map(({ label }) => `“${label}”`)
  return `${shown.join('、')}${cells.length > CELLS_SHOWN ? ' 等' : ''}`
}

function comparisonBlocks(comparison: Comparison): DocxBlock[] {
  const { report, cells, causes } = comparison
  const gaps = gapsOf(comparison)
  const open = cells.filter(({ verdict }) => verdict === 'open').length
  const lines = [
    `与公布的汇总报告（${report.file}）比较：不等 ${String(gaps.length)} 格，因成员缺数不能核对 ${String(open)} 格。`,
    ...causes.map((cause) => `${candidateText(cause, 'zh')}（${String(cause.fields.length)} 格的差额正好都是其数）。`),
  ]
  const rows = gaps.map((gap) => [
    fieldOf(gap.field).label.zh,
    String(gap.published.value),
    String(gap.sum.value),
    String(gap.difference),
    gapCandidates(gap, comparison, 'zh'),
  ])
  return [
    ...lines.map((line) => paragraph('note', line)),
    ...(rows.length > 0
      ? [textTable([['项目', '公布', '成员之和', '差', '可能的原因'], ...rows], [8, 2, 2, 2, 6])]
      : []),
  ]
}
