import { strToU8, zipSync } from 'fflate'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

interface SheetPart {
  readonly name?: string
  readonly state?: string
  /** What stands in the worksheet. */
  readonly xml: string
}

/** The bytes of a workbook of these sheets; `formats` are the number formats of styles 1, 2, …; `parts` replace or add members. */
export function xlsx(
  sheets: readonly (SheetPart | string)[],
  formats: readonly string[] = [],
  parts: Readonly<Record<string, string>> = {},
): Uint8Array {
  const pages = sheets.map((sheet) => (typeof sheet === 'string' ? { xml: sheet } : sheet))
  const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  const files: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${pages
      .map(
        ({ name = 'Sheet', state }, index) =>
          `<sheet name="${name}${name === 'Sheet' ? String(index + 1) : ''}"${state === undefined ? '' : ` state="${state}"`} r:id="r${String(index)}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${pages
      .map(
        (_, index) =>
          `<Relationship Id="r${String(index)}" Type="${OFFICE}/worksheet" Target="worksheets/s${String(index)}.xml"/>`,
      )
      .join('')}<Relationship Id="st" Type="${OFFICE}/styles" Target="/xl/styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts>${formats
      .map((code, index) => `<numFmt numFmtId="${String(200 + index)}" formatCode="${escaped(code)}"/>`)
      .join(
        '',
      )}</numFmts><cellXfs><xf numFmtId="0"/>${formats.map((_, index) => `<xf numFmtId="${String(200 + index)}"/>`).join('')}</cellXfs></styleSheet>`,
    ...Object.fromEntries(
      pages.map(({ xml }, index) => [
        `xl/worksheets/s${String(index)}.xml`,
        `<worksheet xmlns="${MAIN}">${xml}</worksheet>`,
      ]),
    ),
    ...parts,
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
}

/** Rows of inline texts and numbers, from A1. */
export function data(...rows: readonly (readonly (string | number)[])[]): string {
  const cell = (value: string | number): string =>
    typeof value === 'number'
      ? `<c><v>${String(value)}</v></c>`
      : value === ''
        ? '<c/>'
        : `<c t="inlineStr"><is><t>${value}</t></is></c>`
  return `<sheetData>${rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('')}</sheetData>`
}
