import { findingText } from '../check/rules/rules'
import { TABLE_LABELS } from '../form/version'
import type { FormVersion, Label } from '../form/version'
import type { Cell } from '../report/report'
import type { Language } from '../report/wording'
import type { CellChange } from '../revision/cellChanges'
import { bearingOf } from '../revision/revision'
import type { Revision } from '../revision/revision'
import { BEARING_WORDS, FACT_WORDS, KIND_WORDS, revisionSentence } from '../revision/revisionWords'
import type { ParagraphDiff } from '../revision/textDiff'
import { csvText } from './csv'
import { EXAMPLE_MARK, STATE_LABELS } from './dataset'
import { FORM_LABELS, UNIT_LABELS } from './datasetWords'
import { writeWorkbook } from './xlsx'
import type { SheetCell, SheetTable } from './xlsx'

/** Which two versions of whose report are compared, and how it is to be told. */
export interface RevisionOptions {
  readonly agency: string
  readonly year: number
  /** Numbers of the versions. */
  readonly older: number
  readonly newer: number
  readonly language: Language
  readonly example: boolean
  /** ISO date-time. */
  readonly created: string
}

type Heads = readonly (readonly [zh: string, en: string])[]

const SHEETS = {
  summary: { zh: '概要', en: 'Summary' },
  cells: { zh: '单元格', en: 'Cells' },
  findings: { zh: '勾稽', en: 'Checks' },
  texts: { zh: '文字', en: 'Text' },
} as const satisfies Readonly<Record<string, Label>>

const TITLE: Label = { zh: '两版年报的比较', en: 'Two versions of a report' }
const CELL_HEADS: Heads = [
  ['机关', 'agency'],
  ['年度', 'year'],
  ['表', 'table'],
  ['字段', 'field'],
  ['名称', 'name'],
  ['单位', 'unit'],
  ['旧版', 'older version'],
  ['旧', 'older'],
  ['旧的来历', 'older state'],
  ['新版', 'newer version'],
  ['新', 'newer'],
  ['新的来历', 'newer state'],
  ['差', 'difference'],
  ['变化', 'change'],
  ['勾稽', 'check'],
]
const FINDING_HEADS: Heads = [
  ['变化', 'change'],
  ['规则', 'rule'],
  ['内容', 'message'],
  ['算式', 'formula'],
  ['差', 'difference'],
  ['字段', 'fields'],
]
const TEXT_HEADS: Heads = [
  ['部分', 'section'],
  ['变化', 'change'],
  ['旧', 'older'],
  ['新', 'newer'],
]
const APPEARED: Label = { zh: '新出现', en: 'appeared' }
const GONE: Label = { zh: '不再有', en: 'gone' }
const TEXT_WORDS: Readonly<Record<ParagraphDiff['kind'], Label>> = {
  same: { zh: '相同', en: 'same' },
  removed: { zh: '删去', en: 'removed' },
  added: { zh: '增加', en: 'added' },
  changed: { zh: '改动', en: 'changed' },
}
const NO_TABLE: Label = { zh: '无表', en: 'no table' }
const NO_CELL: Label = { zh: '表式没有此格', en: 'not on form' }

const inLanguage = (heads: Heads, language: Language): string[] =>
  heads.map(([zh, en]) => (language === 'zh' ? zh : en))

/** The comparison of two versions as an xlsx file: what differs in all, cell by cell, in the checks and in the text. */
export function revisionXlsx(revision: Revision, options: RevisionOptions): Promise<Uint8Array> {
  const { language } = options
  return writeWorkbook(
    [
      summarySheet(revision, options),
      sheet(
        'cells',
        [inLanguage(CELL_HEADS, language), ...cellRows(revision, options)],
        [30, 7, 20, 34, 44, 10, 8],
        options,
      ),
      sheet(
        'findings',
        [inLanguage(FINDING_HEADS, language), ...findingRows(revision, options)],
        [10, 8, 70, 30, 8, 50],
        options,
      ),
      sheet('texts', [inLanguage(TEXT_HEADS, language), ...textRows(revision, options)], [30, 10, 80, 80], options),
    ],
    {
      title: `${options.agency} ${String(options.year)} ${TITLE[language]}`,
      description: revisionSentence(revision, options.older, language),
      created: options.created,
    },
  )
}

/** The changed cells as a CSV file, one a line. */
export function revisionCsv(revision: Revision, options: RevisionOptions): string {
  const mark = options.example ? [[EXAMPLE_MARK[options.language]]] : []
  return csvText([...mark, inLanguage(CELL_HEADS, options.language), ...cellRows(revision, options)])
}

function sheet(
  name: keyof typeof SHEETS,
  rows: readonly (readonly SheetCell[])[],
  widths: readonly number[],
  { language, example }: RevisionOptions,
): SheetTable {
  const mark = example ? [[EXAMPLE_MARK[language]]] : []
  return { name: SHEETS[name][language], rows: [...mark, ...rows], headRows: mark.length + 1, widths }
}

function summarySheet(revision: Revision, options: RevisionOptions): SheetTable {
  const { language, older, newer } = options
  const form = (version: FormVersion | null): string => (version ? FORM_LABELS[version] : NO_TABLE)[language]
  const rows: SheetCell[][] = [
    [`${options.agency} ${String(options.year)}`, older, newer],
    [revisionSentence(revision, older, language)],
    ...revision.facts.map((change) => [FACT_WORDS[change.fact][language], change.older, change.newer]),
    ...revision.forms.map((change) => [TABLE_LABELS[change.table][language], form(change.older), form(change.newer)]),
  ]
  return sheet('summary', rows, [44, 40, 40], options)
}

function cellRows(revision: Revision, options: RevisionOptions): SheetCell[][] {
  const { language, agency, year } = options
  const state = (cell: Cell | null): string => (cell ? STATE_LABELS[cell.state] : NO_CELL)[language]
  return revision.cells.map((change: CellChange): SheetCell[] => {
    const { field, older, newer } = change
    const bearing = bearingOf(revision, field.id)
    return [
      agency,
      year,
      TABLE_LABELS[field.table][language],
      field.id,
      field.label[language],
      UNIT_LABELS[field.unit][language],
      options.older,
      older?.value ?? null,
      state(older),
      options.newer,
      newer?.value ?? null,
      state(newer),
      change.difference,
      KIND_WORDS[change.kind][language],
      bearing ? BEARING_WORDS[bearing][language] : '',
    ]
  })
}

function findingRows({ findings }: Revision, { language }: RevisionOptions): SheetCell[][] {
  const groups = [
    [APPEARED, findings.appeared],
    [GONE, findings.gone],
  ] as const
  return groups.flatMap(([word, all]) =>
    all.map((finding): SheetCell[] => [
      word[language],
      finding.rule,
      findingText(finding, language),
      finding.formula,
      finding.difference ?? null,
      finding.fields.join(' '),
    ]),
  )
}

function textRows({ sections }: Revision, { language }: RevisionOptions): SheetCell[][] {
  return sections.flatMap(({ heading, paragraphs }) =>
    paragraphs
      .filter(({ kind }) => kind !== 'same')
      .map((paragraph): SheetCell[] => [
        heading,
        TEXT_WORDS[paragraph.kind][language],
        sideOf(paragraph, 'added'),
        sideOf(paragraph, 'removed'),
      ]),
  )
}

/** A paragraph as one version has it: without what only the other has. */
function sideOf(paragraph: ParagraphDiff, without: 'added' | 'removed'): string {
  if (paragraph.kind !== 'changed') return paragraph.kind === without ? '' : paragraph.text
  return paragraph.pieces.flatMap(({ kind, text }) => (kind === without ? [] : text)).join('')
}
