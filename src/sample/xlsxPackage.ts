import { strToU8, zipSync } from 'fflate'

/** A cell of a workbook; `number` goes before `text`, and a formula without a number was never computed. */
export interface WorkbookCell {
  readonly row: number
  readonly column: number
  readonly text: string
  readonly number?: number
  readonly formula?: string
  readonly format?: string
  readonly style: 'plain' | 'lined'
}

export interface WorkbookSheet {
  readonly name: string
  readonly hidden: boolean
  readonly zerosHidden: boolean
  /** Chinese letters that columns have room for, where the sheet is printed one page wide; else `null`. */
  readonly widths: ReadonlyMap<number, number> | null
  readonly cells: readonly WorkbookCell[]
  readonly merges: readonly string[]
  readonly hiddenRows: ReadonlySet<number>
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const FIRST_OWN_FORMAT = 164
const NARROWEST = 9

/** Puts sheets into a workbook's package: the smallest that spreadsheet programs open. */
export function xlsxPackage(sheets: readonly WorkbookSheet[], inlineStrings: boolean): Uint8Array {
  const strings = new Numbered<string>()
  const styles = new Numbered<string>()
  styles.of('plain General')
  const parts = sheets.map((sheet) => sheetXml(sheet, styles, inlineStrings ? null : strings))
  const override = (name: string, type: string): string => `<Override PartName="/${name}" ContentType="${type}"/>`
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`
  const relations = (list: string): string => `<Relationships xmlns="${PACKAGE}/relationships">${list}</Relationships>`
  const files: [string, string][] = [
    [
      '[Content_Types].xml',
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('xl/workbook.xml', `${SHEET}.sheet.main+xml`)}${override('xl/styles.xml', `${SHEET}.styles+xml`)}${override('xl/sharedStrings.xml', `${SHEET}.sharedStrings+xml`)}${parts.map((_, index) => override(`xl/worksheets/sheet${String(index + 1)}.xml`, `${SHEET}.worksheet+xml`)).join('')}</Types>`,
    ],
    ['_rels/.rels', relations(relation('rId1', 'officeDocument', 'xl/workbook.xml'))],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.map(({ name, hidden }, index) => `<sheet name="${escapeXml(name)}" sheetId="${String(index + 1)}"${hidden ? ' state="hidden"' : ''} r:id="rId${String(index + 1)}"/>`).join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relations(
        parts
          .map((_, index) =>
            relation(`rId${String(index + 1)}`, 'worksheet', `worksheets/sheet${String(index + 1)}.xml`),
          )
          .join('') +
          relation('rIdStyles', 'styles', 'styles.xml') +
          relation('rIdStrings', 'sharedStrings', 'sharedStrings.xml'),
      ),
    ],
    ['xl/styles.xml', stylesXml(styles.all)],
    [
      'xl/sharedStrings.xml',
      `<sst xmlns="${MAIN}">${strings.all.map((text) => `<si>${textXml(text)}</si>`).join('')}</sst>`,
    ],
    ...parts.map((xml, index): [string, string] => [`xl/worksheets/sheet${String(index + 1)}.xml`, xml]),
  ]
  const entries = files.map(([name, text]) => [name, strToU8(XML + text)] as const)
  // A fixed date, so that the same seed gives the same bytes.
  return zipSync(Object.fromEntries(entries), { level: 1, mtime: new Date(1980, 0, 2) })
}

/** Things with numbers from 0, in the order in which they were asked for. */
class Numbered<T> {
  readonly #numbers = new Map<T, number>()

  of(thing: T): number {
    const known = this.#numbers.get(thing)
    if (known !== undefined) return known
    this.#numbers.set(thing, this.#numbers.size)
    return this.#numbers.size - 1
  }

  get all(): readonly T[] {
    return [...this.#numbers.keys()]
  }
}

function sheetXml(sheet: WorkbookSheet, styles: Numbered<string>, strings: Numbered<string> | null): string {
  const rows = new Map<number, WorkbookCell[]>()
  for (const cell of sheet.cells) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell])
  const data = [...rows]
    .sort(([one], [other]) => one - other)
    .map(([row, cells]) => {
      const inside = cells.sort((one, other) => one.column - other.column).map((cell) => cellXml(cell, styles, strings))
      return `<row r="${String(row)}"${sheet.hiddenRows.has(row) ? ' hidden="1"' : ''}>${inside.join('')}</row>`
    })
  const merges = sheet.merges.map((reference) => `<mergeCell ref="${reference}"/>`).join('')
  const view = sheet.zerosHidden ? '<sheetViews><sheetView showZeros="0" workbookViewId="0"/></sheetViews>' : ''
  const properties = sheet.widths ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : ''
  const setup = sheet.widths ? '<pageSetup paperSize="9" fitToHeight="0"/>' : ''
  const columns = [...(sheet.widths ?? [])].sort(([one], [other]) => one - other).map(columnXml)
  return `<worksheet xmlns="${MAIN}">${properties}${view}${columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`}<sheetData>${data.join('')}</sheetData>${merges === '' ? '' : `<mergeCells>${merges}</mergeCells>`}${setup}</worksheet>`
}

/** Latin letters to which a column is widened for so many Chinese ones. */
function columnXml([column, letters]: readonly [number, number]): string {
  const width = Math.max(NARROWEST, 2 * letters + 2)
  return `<col min="${String(column)}" max="${String(column)}" width="${String(width)}" customWidth="1"/>`
}

function cellXml(cell: WorkbookCell, styles: Numbered<string>, strings: Numbered<string> | null): string {
  const style = styles.of(`${cell.style} ${cell.format ?? 'General'}`)
  const start = `<c r="${address(cell.row, cell.column)}"${style === 0 ? '' : ` s="${String(style)}"`}`
  const formula = cell.formula === undefined ? '' : `<f>${cell.formula}</f>`
  if (cell.number !== undefined) return `${start}>${formula}<v>${String(cell.number)}</v></c>`
  if (formula !== '') return `${start}>${formula}</c>`
  if (cell.text === '') return `${start}/>`
  return strings === null
    ? `${start} t="inlineStr"><is>${textXml(cell.text)}</is></c>`
    : `${start} t="s"><v>${String(strings.of(cell.text))}</v></c>`
}

function stylesXml(styles: readonly string[]): string {
  const formats = new Numbered<string>()
  const side = (name: string): string => `<${name} style="thin"><color auto="1"/></${name}>`
  const xfs = styles.map((style) => {
    const code = style.slice(style.indexOf(' ') + 1)
    const id = code === 'General' ? 0 : FIRST_OWN_FORMAT + formats.of(code)
    return `<xf numFmtId="${String(id)}" fontId="0" fillId="0" borderId="${style.startsWith('lined') ? '1' : '0'}" xfId="0"/>`
  })
  const codes = formats.all.map(
    (code, index) => `<numFmt numFmtId="${String(FIRST_OWN_FORMAT + index)}" formatCode="${escapeXml(code)}"/>`,
  )
  const none = '<left/><right/><top/><bottom/><diagonal/>'
  const thin = `${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/>`
  return `<styleSheet xmlns="${MAIN}">${codes.length === 0 ? '' : `<numFmts count="${String(codes.length)}">${codes.join('')}</numFmts>`}<fonts count="1"><font><sz val="11"/><name val="等线"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border>${none}</border><border>${thin}</border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${String(xfs.length)}">${xfs.join('')}</cellXfs></styleSheet>`
}

/** A cell's address: `AB12`. */
export const address = (row: number, column: number): string => `${columnLetters(column)}${String(row)}`

function columnLetters(column: number): string {
  return column > 26
    ? columnLetters(Math.floor((column - 1) / 26)) + columnLetters(((column - 1) % 26) + 1)
    : String.fromCharCode(64 + column)
}

const textXml = (text: string): string => `<t xml:space="preserve">${escapeXml(text)}</t>`

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
