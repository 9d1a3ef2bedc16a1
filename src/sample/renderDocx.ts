import { docxPackage } from './docxPackage'
import type { Draft, DraftCell, DraftParagraph, DraftTable } from './draft'
import { spreadRows } from './spread'
import type { GridSlot } from './spread'

export interface DocxOptions {
  /** Content controls around: single cells, whole rows, or two deep around the text in a cell. */
  readonly controls: 'none' | 'cells' | 'rows' | 'nested'
  /** Figures as tracked changes: another figure struck out, this one put in, neither accepted. */
  readonly tracked: boolean
  /** Each character in a run of its own. */
  readonly splitRuns: boolean
  /** Merged cells without their continuation marks: plain empty cells below the label. */
  readonly mergesLost: boolean
  /** Figures as results of fields that compute them. */
  readonly fields: boolean
  /** A row of other figures, struck out, before the first plain row of each table. */
  readonly deletedRow: boolean
  /** `1.`, `2.` of the row labels made by automatic numbering instead of typed. */
  readonly autoNumbers: boolean
  /** An empty paragraph behind the text of each cell. */
  readonly emptyParagraphs: boolean
}

export const PLAIN_DOCX: DocxOptions = {
  controls: 'none',
  tracked: false,
  splitRuns: false,
  mergesLost: false,
  fields: false,
  deletedRow: false,
  autoNumbers: false,
  emptyParagraphs: false,
}

/** Writes a draft as a Word document: the smallest package that word processors open. */
export function renderDocx(draft: Draft, options: DocxOptions = PLAIN_DOCX): Uint8Array {
  const lists = options.autoNumbers ? numberedLabels(draft) : new Map<DraftCell, number>()
  const body = draft.blocks
    .map((block) => (block.kind === 'table' ? tableXml(block, options, lists) : paragraphXml(block, options)))
    .join('')
  return docxPackage(body, Math.max(0, ...lists.values()))
}

const TYPED_NUMBER = /^\d\./u

/** Row labels that begin with a number, each with the list it belongs to; `1.` begins a list. */
function numberedLabels(draft: Draft): Map<DraftCell, number> {
  const lists = new Map<DraftCell, number>()
  let list = 0
  for (const block of draft.blocks)
    for (const cell of block.kind === 'table' ? block.rows.flat() : []) {
      if (cell.kind !== 'label' || !TYPED_NUMBER.test(cell.text)) continue
      if (cell.text.startsWith('1.')) list++
      lists.set(cell, list)
    }
  return lists
}

const BOLD: ReadonlySet<DraftParagraph['role']> = new Set(['title', 'heading'])
const ALIGNED: Readonly<Partial<Record<DraftParagraph['role'], string>>> = {
  title: 'center',
  page: 'center',
  signature: 'right',
  date: 'right',
}

function paragraphXml({ role, text }: DraftParagraph, options: DocxOptions): string {
  const aligned = ALIGNED[role]
  const properties = aligned === undefined ? '' : `<w:pPr><w:jc w:val="${aligned}"/></w:pPr>`
  return `<w:p>${properties}${runs(text, options, BOLD.has(role) ? '<w:rPr><w:b/></w:rPr>' : '')}</w:p>`
}

/** Twentieths of a point between the margins of the page: a broader table would run off it. */
const TEXT_WIDTH = 9000

type Lists = ReadonlyMap<DraftCell, number>

function tableXml(table: DraftTable, options: DocxOptions, lists: Lists): string {
  const rows = spreadRows(table.rows)
  const width = Math.max(...rows.map((slots) => slots.length))
  const column = Math.floor(TEXT_WIDTH / width)
  const columns = Array.from({ length: width }, () => `<w:gridCol w:w="${String(column)}"/>`).join('')
  const border = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} w:val="single" w:sz="4"/>`)
    .join('')
  const isPlain = (slots: readonly GridSlot[]): boolean =>
    slots.some(({ cell }) => cell.field !== undefined) && slots.every(({ cell }) => cell.rowspan === 1)
  const struck = options.deletedRow ? rows.findIndex(isPlain) : -1
  const body = rows.map(
    (slots, index) => (index === struck ? deletedRow(slots, column) : '') + rowXml(slots, options, lists, column),
  )
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>${border}</w:tblBorders></w:tblPr><w:tblGrid>${columns}</w:tblGrid>${body.join('')}</w:tbl>`
}

function rowXml(slots: readonly GridSlot[], options: DocxOptions, lists: Lists, column: number): string {
  const cells = slots.filter((slot) => slot.covered !== 'beside').map((slot) => cellXml(slot, options, lists, column))
  const row = `<w:tr>${cells.join('')}</w:tr>`
  return options.controls === 'rows' ? control(row) : row
}

/** A row as it stood before: the same label, other figures, all struck out. */
function deletedRow(slots: readonly GridSlot[], column: number): string {
  const cells = slots
    .filter((slot) => !slot.covered)
    .map(({ cell }) => {
      const text = `<w:r><w:delText>${escapeXml(cell.field ? '9' : cell.text)}</w:delText></w:r>`
      return `<w:tc>${cellProperties(cell, column, '')}<w:p>${tracked('del', text)}</w:p></w:tc>`
    })
  return `<w:tr><w:trPr>${tracked('del', '')}</w:trPr>${cells.join('')}</w:tr>`
}

function cellProperties(cell: DraftCell, column: number, merge: string): string {
  const span = cell.colspan > 1 ? `<w:gridSpan w:val="${cell.colspan}"/>` : ''
  return `<w:tcPr><w:tcW w:w="${cell.colspan * column}" w:type="dxa"/>${span}${merge}</w:tcPr>`
}

function cellXml({ cell, covered }: GridSlot, options: DocxOptions, lists: Lists, column: number): string {
  const merge = cell.rowspan > 1 && !options.mergesLost ? (covered ? '<w:vMerge/>' : '<w:vMerge w:val="restart"/>') : ''
  const content = covered ? '<w:p/>' : cellContent(cell, options, lists.get(cell))
  const xml = `<w:tc>${cellProperties(cell, column, merge)}${content}</w:tc>`
  return options.controls === 'cells' ? control(xml) : xml
}

function cellContent(cell: DraftCell, options: DocxOptions, list: number | undefined): string {
  const isFigure = cell.field !== undefined && cell.text !== ''
  const typed = list === undefined ? cell.text : cell.text.replace(TYPED_NUMBER, '')
  const numbering =
    list === undefined ? '' : `<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr></w:pPr>`
  const paragraphs = typed.split('\n').map((line, index) => {
    const written = options.fields && isFigure ? field(runs(line, options)) : runs(line, options)
    const inserted = options.tracked && isFigure ? deleted(cell.text) + tracked('ins', written) : written
    const content = options.controls === 'nested' ? control(control(inserted)) : inserted
    return `<w:p>${index === 0 ? numbering : ''}${content}</w:p>`
  })
  return paragraphs.join('') + (options.emptyParagraphs ? '<w:p/>' : '')
}

/** A field with its formula and its last result. */
function field(result: string): string {
  const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
  const formula = '<w:r><w:instrText xml:space="preserve"> =SUM(LEFT) \\# "0" </w:instrText></w:r>'
  return mark('begin') + formula + mark('separate') + result + mark('end')
}

const control = (content: string): string => `<w:sdt><w:sdtPr/><w:sdtContent>${content}</w:sdtContent></w:sdt>`

const tracked = (kind: 'ins' | 'del', content: string): string =>
  `<w:${kind} w:id="1" w:author="示例" w:date="2024-01-05T09:00:00Z">${content}</w:${kind}>`

/** What stood there before: another figure, struck out. */
function deleted(text: string): string {
  return tracked('del', `<w:r><w:delText>${text === '7' ? '8' : '7'}</w:delText></w:r>`)
}

function runs(text: string, { splitRuns }: DocxOptions, properties = ''): string {
  if (text === '') return ''
  const pieces = splitRuns ? Array.from(text) : [text]
  return pieces.map((piece) => `<w:r>${properties}<w:t xml:space="preserve">${escapeXml(piece)}</w:t></w:r>`).join('')
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
