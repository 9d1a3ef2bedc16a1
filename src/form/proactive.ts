import type { FormVersion, Label } from './version'

export type Unit = 'count' | 'signedCount' | 'money'

export interface ProactiveCell {
  /** Column part of the field id: `proactive.<row>.<column>`. */
  readonly column: string
  readonly unit: Unit
  readonly era: FormVersion | 'both'
  /** Column head as printed. */
  readonly printed: string
  readonly en: string
}

export interface ProactiveRow {
  readonly row: string
  /** Row label as printed. */
  readonly printed: string
  readonly en: string
  readonly cells: readonly ProactiveCell[]
}

/** A block of table 二: a clause of 《条例》第二十条, a head, and its rows. */
export interface ProactiveBlock {
  readonly clause: string
  readonly clauseEn: string
  readonly rows: readonly ProactiveRow[]
}

const count = (column: string, printed: string, en: string, era: FormVersion | 'both'): ProactiveCell => ({
  column,
  unit: 'count',
  era,
  printed,
  en,
})

const ISSUED = [
  count('issued', '本年制发件数', 'issued this year', '2021'),
  count('repealed', '本年废止件数', 'repealed this year', '2021'),
  count('inForce', '现行有效件数', 'in force', '2021'),
]
const MADE = [
  count('made', '本年新制作数量', 'made this year', '2019'),
  count('published', '本年新公开数量', 'published this year', '2019'),
  count('publicTotal', '对外公开总数量', 'public in total', '2019'),
]
const ITEMS: readonly ProactiveCell[] = [
  count('itemsLastYear', '上一年项目数量', 'items last year', '2019'),
  { column: 'itemsChange', unit: 'signedCount', era: '2019', printed: '本年增/减', en: 'change this year' },
]
const DECISIONS = (version: FormVersion): ProactiveCell =>
  count('decisions', version === '2021' ? '本年处理决定数量' : '处理决定数量', 'decisions', 'both')

const NAMES: Readonly<Record<string, Label>> = {
  regulations: { zh: '规章', en: 'government rules' },
  licences: { zh: '行政许可', en: 'administrative licences' },
  otherServices: { zh: '其他对外管理服务事项', en: 'other services to the public' },
  penalties: { zh: '行政处罚', en: 'administrative penalties' },
  compulsion: { zh: '行政强制', en: 'administrative compulsion' },
  fees: { zh: '行政事业性收费', en: 'administrative fees' },
  procurement: { zh: '政府集中采购', en: 'central procurement' },
}

function row(key: string, cells: readonly ProactiveCell[], name?: Label): ProactiveRow {
  const label = name ?? NAMES[key]
  if (!label) throw new Error(`no label for row ${key}`)
  return { row: key, printed: label.zh, en: label.en, cells }
}

const clause = (printed: string, item: number): Pick<ProactiveBlock, 'clause' | 'clauseEn'> => ({
  clause: `第二十条第（${printed}）项`,
  clauseEn: `Article 20 (${String(item)})`,
})

/** Table 二 of each version, block by block in printed order: 10 cells (2021), 22 cells (2019). */
export const PROACTIVE_BLOCKS: Readonly<Record<FormVersion, readonly ProactiveBlock[]>> = {
  '2021': [
    {
      ...clause('一', 1),
      rows: [
        row('regulations', ISSUED),
        row('normativeDocs', ISSUED, { zh: '行政规范性文件', en: 'administrative normative documents' }),
      ],
    },
    { ...clause('五', 5), rows: [row('licences', [DECISIONS('2021')])] },
    {
      ...clause('六', 6),
      rows: [row('penalties', [DECISIONS('2021')]), row('compulsion', [DECISIONS('2021')])],
    },
    {
      ...clause('八', 8),
      rows: [
        row('fees', [
          { column: 'amount', unit: 'money', era: '2021', printed: '本年收费金额（单位：万元）', en: 'collected' },
        ]),
      ],
    },
  ],
  '2019': [
    {
      ...clause('一', 1),
      rows: [row('regulations', MADE), row('normativeDocs', MADE, { zh: '规范性文件', en: 'normative documents' })],
    },
    {
      ...clause('五', 5),
      rows: [
        row('licences', [...ITEMS, DECISIONS('2019')]),
        row(
          'otherServices',
          [...ITEMS, DECISIONS('2019')].map((cell) => ({ ...cell, era: '2019' as const })),
        ),
      ],
    },
    {
      ...clause('六', 6),
      rows: [row('penalties', [...ITEMS, DECISIONS('2019')]), row('compulsion', [...ITEMS, DECISIONS('2019')])],
    },
    { ...clause('八', 8), rows: [row('fees', ITEMS)] },
    {
      ...clause('九', 9),
      rows: [
        row('procurement', [
          count('items', '采购项目数量', 'projects', '2019'),
          { column: 'amount', unit: 'money', era: '2019', printed: '采购总金额', en: 'amount' },
        ]),
      ],
    },
  ],
}

/** The first column of every block's head. */
export const PROACTIVE_HEAD = '信息内容'
