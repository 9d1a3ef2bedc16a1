import type { Label } from '../../form/version'
import type { Agency, FormerName } from '../agency'
import { KIND_LABELS, LEVEL_LABELS, SCOPE_LABELS } from '../labels'
import { systemLabel } from '../systems'

/** Fields of an agency that the register's table shows, in the order of its columns. The id comes last: a person seldom needs it. */
export const COLUMN_IDS = [
  'name',
  'aliases',
  'formerNames',
  'kind',
  'level',
  'regionCode',
  'region',
  'system',
  'parent',
  'scope',
  'from',
  'to',
  'successor',
  'id',
] as const satisfies readonly (keyof Agency)[]
export type ColumnId = (typeof COLUMN_IDS)[number]

export const COLUMN_LABELS: Readonly<Record<ColumnId, Label>> = {
  name: { zh: '全称', en: 'Full name' },
  aliases: { zh: '简称、别名', en: 'Other names' },
  formerNames: { zh: '曾用名', en: 'Former names' },
  kind: { zh: '类别', en: 'Kind' },
  level: { zh: '层级', en: 'Level' },
  regionCode: { zh: '行政区划代码', en: 'Region code' },
  region: { zh: '行政区划', en: 'Region' },
  system: { zh: '系统', en: 'System' },
  parent: { zh: '汇总机关', en: 'Summed by' },
  scope: { zh: '范围', en: 'Scope' },
  from: { zh: '起始年', en: 'First year' },
  to: { zh: '终止年', en: 'Last year' },
  successor: { zh: '承接机关', en: 'Successor' },
  id: { zh: '编号', en: 'Id' },
}

/** What else people call the columns in lists of their own. */
const OTHER_HEADS: Readonly<Partial<Record<ColumnId, readonly string[]>>> = {
  name: ['名称', '机关', '机关名称', '机关全称', '单位', '单位名称', '单位全称'],
  aliases: ['简称', '别名', '简称/别名', '简称别名', '其他名称'],
  formerNames: ['原名', '原名称', '曾用名称'],
  kind: ['类型', '机关类别', '机关类型'],
  level: ['级别', '行政层级'],
  regionCode: ['区划代码', '行政区划编码', '代码'],
  region: ['区划', '区域', '地区'],
  system: ['条线'],
  parent: ['上级机关', '上级', '汇总单位'],
  scope: ['口径'],
  from: ['起', '起年', '开始年'],
  to: ['止', '止年', '结束年'],
  successor: ['承接单位', '接续机关'],
  id: ['ID', '标识'],
}

const headKey = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s、/／*_:-]+/gu, '')
    .toLowerCase()

const BY_HEAD: ReadonlyMap<string, ColumnId> = new Map(
  COLUMN_IDS.flatMap((id) =>
    [id, COLUMN_LABELS[id].zh, COLUMN_LABELS[id].en, ...(OTHER_HEADS[id] ?? [])].map(
      (head) => [headKey(head), id] as const,
    ),
  ),
)

/** The column that a head stands for, in Chinese, English or as the field's own id. */
export function columnOf(head: string): ColumnId | undefined {
  return BY_HEAD.get(headKey(head))
}

const printFormerName = ({ name, until }: FormerName): string =>
  until === undefined ? name : `${name}〔${String(until)}〕`

/** A field as the table prints it; `nameOf` names an agency by its id. */
export function printField(
  agency: Agency,
  column: ColumnId,
  nameOf: (id: string) => string | undefined,
  language: keyof Label = 'zh',
): string {
  const named = (id: string | null | undefined): string => (id === null || id === undefined ? '' : (nameOf(id) ?? id))
  switch (column) {
    case 'aliases':
      return agency.aliases.join('、')
    case 'formerNames':
      return (agency.formerNames ?? []).map(printFormerName).join('、')
    case 'kind':
      return KIND_LABELS[agency.kind][language]
    case 'level':
      return LEVEL_LABELS[agency.level][language]
    case 'scope':
      return SCOPE_LABELS[agency.scope][language]
    case 'system':
      return agency.system === null ? '' : (systemLabel(agency.system)?.[language] ?? agency.system)
    case 'parent':
    case 'successor':
      return named(agency[column])
    case 'from':
    case 'to':
      return agency[column] === undefined ? '' : String(agency[column])
    case 'regionCode':
      return agency.regionCode ?? ''
    default:
      return agency[column]
  }
}

/** The register as a table of texts: a head, and a row an agency in the order given. `planRegister` reads it back. */
export function registerRows(agencies: readonly Agency[], language: keyof Label = 'zh'): string[][] {
  const names = new Map(agencies.map(({ id, name }) => [id, name]))
  const head = COLUMN_IDS.map((id) => COLUMN_LABELS[id][language])
  return [
    head,
    ...agencies.map((agency) => COLUMN_IDS.map((id) => printField(agency, id, (of) => names.get(of), language))),
  ]
}
