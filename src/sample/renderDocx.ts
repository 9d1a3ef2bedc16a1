import { strToU8, zipSync } from 'fflate'
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
}

export const PLAIN_DOCX: DocxOptions = { controls: 'none', tracked: false, splitRuns: false, mergesLost: false }

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'
const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'

/** Writes a draft as a Word document: the smallest package that word processors open. */
export function renderDocx(draft: Draft, options: DocxOptions = PLAIN_DOCX): Uint8Array {
  const body = draft.blocks
    .map((block) => (block.kind === 'table' ? tableXml(block, options) : paragraphXml(block, options)))
    .join('')
  const files: Readonly<Record<string, string>> = {
    '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${WORD}"/></Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${XML}<w:document xmlns:w="${MAIN}"><w:body>${body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440"/></w:sectPr></w:body></w:document>`,
  }
  const entries = Object.entries(files).map(([name, text]) => [name, strToU8(text)] as const)
  // A fixed date, so that the same seed gives the same bytes; the earliest that a zip can say, in any time zone.
  return zipSync(Object.fromEntries(entries), { level: 1, mtime: new Date(1980, 0, 2) })
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

function tableXml(table: DraftTable, options: DocxOptions): string {
  const rows = spreadRows(table.rows)
  const width = Math.max(...rows.map((slots) => slots.length))
  const columns = Array.from({ length: width }, () => '<w:gridCol w:w="800"/>').join('')
  const border = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} w:val="single" w:sz="4"/>`)
    .join('')
  const body = rows.map((slots) => rowXml(slots, options)).join('')
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>${border}</w:tblBorders></w:tblPr><w:tblGrid>${columns}</w:tblGrid>${body}</w:tbl>`
}

function rowXml(slots: readonly GridSlot[], options: DocxOptions): string {
  const cells = slots.filter((slot) => slot.covered !== 'beside').map((slot) => cellXml(slot, options))
  const row = `<w:tr>${cells.join('')}</w:tr>`
  return options.controls === 'rows' ? control(row) : row
}

function cellXml({ cell, covered }: GridSlot, options: DocxOptions): string {
  const span = cell.colspan > 1 ? `<w:gridSpan w:val="${cell.colspan}"/>` : ''
  const merge = cell.rowspan > 1 && !options.mergesLost ? (covered ? '<w:vMerge/>' : '<w:vMerge w:val="restart"/>') : ''
  const properties = `<w:tcPr><w:tcW w:w="${cell.colspan * 800}" w:type="dxa"/>${span}${merge}</w:tcPr>`
  const content = covered ? '<w:p/>' : cellContent(cell, options)
  const xml = `<w:tc>${properties}${content}</w:tc>`
  return options.controls === 'cells' ? control(xml) : xml
}

function cellContent(cell: DraftCell, options: DocxOptions): string {
  const struck = options.tracked && cell.field !== undefined && cell.text !== ''
  const paragraphs = cell.text.split('\n').map((line) => {
    const inserted = struck ? `${deleted(cell.text)}${tracked('ins', runs(line, options))}` : runs(line, options)
    return `<w:p>${options.controls === 'nested' ? control(control(inserted)) : inserted}</w:p>`
  })
  return paragraphs.join('')
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
