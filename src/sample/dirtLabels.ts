import type { FieldId } from '../form/fields'
import type { TableId } from '../form/version'
import type { Dirt, SampleFormat } from './dirtKind'
import { mapCells, mapTables } from './draft'
import type { DraftCell, DraftRow } from './draft'
import type { Random } from './random'
import { demand } from './soiled'
import type { Demand, Soiled } from './soiled'

const ALL: readonly SampleFormat[] = ['txt', 'html', 'docx', 'xlsx']

/** Slips of the pen that real labels have, and others like them. */
const MISTYPED: readonly (readonly [string, string])[] = [
  ['废止件数', '废纸件数'],
  ['强制', '强治'],
  ['许可', '许可证'],
  ['处罚', '处罪'],
  ['属于国家秘密', '属于国家秘蜜'],
  ['法律行政法规', '法律行正法规'],
  ['第三方', '第三放'],
  ['过程性', '过成性'],
  ['执法案卷', '执法案券'],
  ['行政查询', '行政查寻'],
  ['不掌握', '不撑握'],
  ['另行制作', '另行制做'],
  ['举报投诉', '举报投拆'],
  ['公开出版物', '公开出板物'],
  ['反复申请', '返复申请'],
  ['重新出具', '从新出具'],
  ['缴纳费用', '交纳费用'],
  ['逾期不补正', '预期不补正'],
]

/** Labels as hurried clerks shorten them. */
const SHORTENED: Readonly<Record<string, string>> = {
  '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请': '1.逾期不补正',
  '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请': '2.逾期未缴费',
  '（二）部分公开（区分处理的，只计这一情形，不计其他情形）': '（二）部分公开',
  '5.要求行政机关确认或重新出具已获取信息': '5.要求确认或重新出具',
  '2.没有现成信息需要另行制作': '2.需要另行制作',
  '3.补正后申请内容仍不明确': '3.补正后仍不明确',
  '1.本机关不掌握相关政府信息': '1.本机关不掌握',
  '一、本年新收政府信息公开申请数量': '一、本年新收申请',
  '二、上年结转政府信息公开申请数量': '二、上年结转',
  '四、结转下年度继续办理': '四、结转下年度',
}

const middle = (text: string): number => Math.floor(text.length / 2)

const mapText =
  (kinds: readonly DraftCell['kind'][], change: (text: string, random: Random) => string) =>
  (soiled: Soiled, random: Random): Soiled => ({
    ...soiled,
    draft: mapCells(soiled.draft, (cell) =>
      kinds.includes(cell.kind) ? { ...cell, text: change(cell.text, random) } : cell,
    ),
  })

/** A row's own label is the last one before its figures. */
function ownLabel(row: DraftRow): DraftCell | undefined {
  return row.filter((cell) => cell.kind === 'label').at(-1)
}

const fieldsIn = (row: DraftRow): FieldId[] => row.flatMap((cell) => (cell.field ? [cell.field] : []))

/** Changes the label of one row that `suits`, and puts the demand on the row's figures. */
function relabel(
  wanted: Demand,
  suits: (label: string, table: TableId) => boolean,
  change: (label: string, random: Random) => string,
): NonNullable<Dirt['soil']> {
  return (soiled, random) => {
    const labels = soiled.draft.blocks.flatMap((block) =>
      block.kind === 'table'
        ? block.rows.flatMap((row) => {
            const label = ownLabel(row)
            return label && fieldsIn(row).length > 0 && suits(label.text, block.table)
              ? [{ label, fields: fieldsIn(row) }]
              : []
          })
        : [],
    )
    if (labels.length === 0) return soiled
    const { label, fields } = random.pick(labels)
    const text = change(label.text, random)
    const draft = mapCells(soiled.draft, (cell) => (cell === label ? { ...cell, text } : cell))
    return demand({ ...soiled, draft }, wanted, fields)
  }
}

/** Damage to row labels and column heads. */
export const LABEL_DIRT: readonly Dirt[] = [
  {
    name: 'heads-split',
    label: { zh: '表头断行，如“商业↵企业”', en: 'column heads broken over lines' },
    formats: ALL,
    touches: ['heads'],
    soil: mapText(['head'], (text) =>
      text.length >= 4 && text.length <= 8 ? `${text.slice(0, middle(text))}\n${text.slice(middle(text))}` : text,
    ),
  },
  {
    name: 'numbering',
    label: { zh: '序号写法不同，如“1、”', en: 'other marks after the row numbers' },
    formats: ALL,
    touches: ['labels'],
    soil: (soiled, random) => {
      const mark = random.pick(['、', '．', '. '])
      return mapText(['label'], (text) => text.replace(/^(\d)\./u, `$1${mark}`))(soiled, random)
    },
  },
  {
    name: 'brackets',
    label: { zh: '半角括号、多余空格', en: 'half-width brackets and blanks' },
    formats: ALL,
    touches: ['labels', 'heads'],
    soil: mapText(['label', 'head'], (text) =>
      text.replace('第二十条第', '第二十条 第').replaceAll('（', '(').replaceAll('）', ')'),
    ),
  },
  {
    name: 'spaced-labels',
    label: { zh: '字间空格，如“总 计”', en: 'blanks between characters' },
    formats: ALL,
    touches: ['labels', 'heads'],
    soil: mapText(['label', 'head'], (text) => (text.length <= 4 ? Array.from(text).join(' ') : ` ${text}　`)),
  },
  {
    name: 'upright-labels',
    label: { zh: '竖排行名，一字一行', en: 'side labels one character a line' },
    formats: ALL,
    touches: ['labels'],
    soil: (soiled) => ({
      ...soiled,
      draft: mapCells(soiled.draft, (cell) =>
        cell.kind === 'label' && cell.rowspan > 1 ? { ...cell, text: Array.from(cell.text).join('\n') } : cell,
      ),
    }),
  },
  {
    name: 'label-mistyped',
    label: { zh: '行名有错字', en: 'a row label mistyped' },
    formats: ALL,
    touches: ['labels'],
    soil: relabel(
      'repaired',
      (label) => MISTYPED.some(([right]) => label.includes(right)),
      (label, random) => {
        const [right, wrong] = random.pick(MISTYPED.filter(([from]) => label.includes(from)))
        return label.replace(right, wrong)
      },
    ),
  },
  {
    name: 'label-cut',
    label: { zh: '行名缺字', en: 'characters missing in a row label' },
    formats: ALL,
    touches: ['labels'],
    soil: relabel(
      'told',
      (label, table) => table === 'requests' && label.length >= 10,
      (label, random) => {
        const at = random.int(4, label.length - 4)
        return label.slice(0, at) + label.slice(at + random.int(1, 2))
      },
    ),
  },
  {
    name: 'label-shortened',
    label: { zh: '行名简写', en: 'a row label shortened' },
    formats: ALL,
    touches: ['labels'],
    soil: relabel(
      'told',
      (label) => label in SHORTENED,
      (label) => SHORTENED[label] ?? label,
    ),
  },
  {
    name: 'label-overwritten',
    label: { zh: '行名被数字覆盖', en: 'a row label overwritten by a figure' },
    formats: ALL,
    touches: ['labels', 'rows', 'spans'],
    soil: relabel(
      'repaired',
      (_, table) => table === 'requests',
      () => '0',
    ),
  },
  {
    name: 'label-lost',
    label: { zh: '行名空白', en: 'a row label missing' },
    formats: ALL,
    touches: ['labels', 'rows', 'spans'],
    soil: relabel(
      'flagged',
      (_, table) => table === 'requests',
      () => '',
    ),
  },
  {
    name: 'heads-two-rows',
    label: { zh: '表头拆成两行', en: 'column heads spread over two rows' },
    formats: ALL,
    touches: ['heads', 'spans'],
    soil: (soiled) => {
      const draft = mapTables(soiled.draft, (table) =>
        table.table === 'requests' ? { ...table, rows: splitHeadRow(table.rows) } : table,
      )
      return demand({ ...soiled, draft }, 'told', draftFields(soiled))
    },
  },
]

/** The third head row as two rows of half-words; what spans down to it spans one row more. */
function splitHeadRow(rows: readonly DraftRow[]): DraftRow[] {
  const [first = [], second = [], third = [], ...rest] = rows
  const taller = (row: DraftRow): DraftRow =>
    row.map((cell) => (cell.rowspan > 1 ? { ...cell, rowspan: cell.rowspan + 1 } : cell))
  const half = (from: (text: string) => string): DraftRow => third.map((cell) => ({ ...cell, text: from(cell.text) }))
  return [
    taller(first),
    taller(second),
    half((text) => text.slice(0, middle(text))),
    half((text) => text.slice(middle(text))),
    ...rest,
  ]
}

function draftFields(soiled: Soiled): FieldId[] {
  return soiled.draft.blocks.flatMap((block) =>
    block.kind === 'table' && block.table === 'requests' ? block.rows.flatMap((row) => fieldsIn(row)) : [],
  )
}
