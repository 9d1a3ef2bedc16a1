import { PROACTIVE_BLOCKS, PROACTIVE_HEAD } from '../form/proactive'
import type { ProactiveRow } from '../form/proactive'
import type { FormVersion } from '../form/version'
import { hasHan, labelCore, letters, plain } from './normalise'
import { likeness } from './similarity'

const WORDINGS: Readonly<Record<string, readonly string[]>> = {
  regulations: ['规章', '政府规章', '部门规章'],
  normativeDocs: ['行政规范性文件', '规范性文件'],
  licences: ['行政许可', '行政许可事项'],
  otherServices: ['其他对外管理服务事项', '其他对外管理和服务事项'],
  penalties: ['行政处罚'],
  compulsion: ['行政强制', '行政强制措施'],
  fees: ['行政事业性收费', '行政事业收费'],
  procurement: ['政府集中采购', '集中采购'],
}
const EXACT = new Map(Object.entries(WORDINGS).flatMap(([row, wordings]) => wordings.map((wording) => [wording, row])))
const LONGEST_FIRST = [...EXACT.keys()].sort((a, b) => b.length - a.length)

/** Column heads that only one version has; compared by their letters. */
const HEADS: Readonly<Record<FormVersion, readonly string[]>> = {
  '2019': [
    '本年新制作数量',
    '本年新公开数量',
    '对外公开总数量',
    '上一年项目数量',
    '本年增减',
    '采购项目数量',
    '采购总金额',
  ],
  '2021': ['本年制发件数', '本年废止件数', '现行有效件数', '本年处理决定数量', '本年收费金额'],
}
const SHARED_HEAD = '处理决定数量'
const LEAST_ALIKE = 0.7
const LEAST_HEAD_ALIKE = 0.6
const LONGEST_LABEL = 24

export interface ProactiveMatch {
  readonly row: string
  /** 1 where the label is the form's own or a wording without doubt. */
  readonly likeness: number
}

/** Which rows of table 二 a label may name, best first. Text views may run the head into it. */
export function matchProactiveRow(label: string): readonly ProactiveMatch[] {
  const core = labelCore(label)
  const exact = EXACT.get(core) ?? EXACT.get(labelCore(withoutNote(label)))
  if (exact !== undefined) return [{ row: exact, likeness: 1 }]
  if (core === '' || isProactiveHead(label)) {
    const ending = LONGEST_FIRST.find((wording) => core.endsWith(wording))
    const row = ending === undefined ? undefined : EXACT.get(ending)
    return row === undefined ? [] : [{ row, likeness: 1 }]
  }
  if (core.length > LONGEST_LABEL) return []
  const best = new Map<string, number>()
  for (const [wording, row] of EXACT) {
    const score = likeness(core, wording, LEAST_ALIKE)
    if (score > (best.get(row) ?? 0)) best.set(row, score)
  }
  return [...best].map(([row, score]) => ({ row, likeness: score })).sort((a, b) => b.likeness - a.likeness)
}

/** A label without the note that some forms print behind it, in brackets: 规章（设区的市应提供数据）. */
function withoutNote(label: string): string {
  return /^([^()]*)\(.{4,}\)\s*$/su.exec(plain(label))?.[1] ?? label
}

/** Whether a text belongs to the head of a block: its clause, 信息内容, or a column's name. */
export function isProactiveHead(text: string): boolean {
  const core = letters(text)
  return /^第?二十条第/u.test(core) || core.includes(PROACTIVE_HEAD) || columnVersion(text) !== null
}

/** The version that a column head belongs to; `null` for texts that are none or belong to both. */
export function columnVersion(text: string): FormVersion | null {
  const core = letters(text).replace(/单位.*$/u, '')
  if (core.length > 12 || !hasHan(core)) return null
  let best: { version: FormVersion; score: number } | null = null
  for (const version of ['2021', '2019'] as const)
    for (const head of HEADS[version]) {
      const score = likeness(core, head, LEAST_ALIKE)
      if (score > (best?.score ?? 0)) best = { version, score }
    }
  if (core === SHARED_HEAD) return '2019'
  return best?.version ?? null
}

/** Whether a text is a column head that both versions may have. */
export function isSharedHead(text: string): boolean {
  return letters(text) === SHARED_HEAD
}

/** Whether a text is a column head of either version, letter for letter. */
export function isColumnHead(text: string): boolean {
  const core = letters(text).replace(/单位.*$/u, '')
  return core === SHARED_HEAD || HEADS['2019'].includes(core) || HEADS['2021'].includes(core)
}

/** What makes a head another's than this year's: parts of the year, other years, shares, sums over years. */
export const NOT_OF_THE_YEAR = /[上下]半年|季度|上一?年|去年|占比|比例|比重|百分比|同比|增幅|历年|累计/u
/** Columns that count what there is by now, however their head says it. */
const OF_ALL_YEARS = /现行有效|公开总数量/u

/** Whether a source's head says something else than the column that it stands over. */
export function isForeignHead(text: string, printed: string): boolean {
  const [own, form] = [letters(text), letters(printed)]
  const found = NOT_OF_THE_YEAR.exec(own)?.[0]
  if (found === undefined || NOT_OF_THE_YEAR.test(form)) return false
  return !(OF_ALL_YEARS.test(form) && /历年|累计/u.test(found))
}

/** Whether a source's head is one of the other version, and does not name this column too. */
export function isOthersHead(text: string, printed: string, version: FormVersion): boolean {
  const others = HEADS[version === '2021' ? '2019' : '2021']
  return headLikeness(text, printed) < 1 && others.some((head) => headLikeness(text, head) === 1)
}

/** How alike a source's column head and a column of the form are. */
export function headLikeness(text: string, printed: string): number {
  const strip = (head: string): string =>
    letters(withoutNote(head))
      .replace(/单位.*$/u, '')
      .replace(/^本年度?/u, '')
  return likeness(strip(text), strip(printed), LEAST_HEAD_ALIKE)
}

/** The rows of one version of table 二, in printed order. */
export function proactiveRows(version: FormVersion): readonly ProactiveRow[] {
  return PROACTIVE_BLOCKS[version].flatMap((block) => block.rows)
}

/** Rows that only the 2019 form has. */
export const ROWS_OF_2019: ReadonlySet<string> = new Set(['otherServices', 'procurement'])
