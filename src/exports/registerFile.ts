import type { CellValue } from 'hucre/xlsx'
import type { Label } from '../form/version'
import { AGENCY_KINDS, LEVELS, SCOPES } from '../register/agency'
import type { Agency } from '../register/agency'
import { KIND_LABELS, LEVEL_LABELS, SCOPE_LABELS } from '../register/labels'
import { SYSTEMS } from '../register/systems'
import { COLUMN_IDS, COLUMN_LABELS, columnOf, registerRows } from '../register/table/columns'
import type { ColumnId } from '../register/table/columns'
import type { Result } from '../report/report'
import { csvText } from './csv'
import { datasetAgencyRows } from './datasetAgencies'
import { plainText } from './neutral'
import { writeWorkbook } from './xlsx'
import type { SheetCell, SheetTable } from './xlsx'

const SHEETS = { agencies: { zh: '机关', en: 'Agencies' }, values: { zh: '填写说明', en: 'How to fill in' } } as const
const TITLE: Label = { zh: '机关登记表', en: 'Register of agencies' }

const WIDTHS: Readonly<Record<ColumnId, number>> = {
  name: 36,
  aliases: 30,
  formerNames: 30,
  kind: 14,
  level: 8,
  regionCode: 14,
  region: 18,
  system: 18,
  parent: 30,
  scope: 10,
  from: 8,
  to: 8,
  successor: 30,
  id: 16,
}

/** How each column is filled in, where its values are not a fixed list. */
const HINTS: Readonly<Partial<Record<ColumnId, Label>>> = {
  name: { zh: '必填', en: 'required' },
  aliases: { zh: '多个用“、”隔开', en: 'separate several with 、' },
  formerNames: { zh: '旧名〔用到哪一年〕，多个用“、”隔开', en: 'former name〔last year〕, separate several with 、' },
  regionCode: { zh: '六位数字', en: 'six digits' },
  parent: { zh: '填全称：哪个机关的年报把它汇总进去', en: 'full name of the agency whose report includes it' },
  from: { zh: '该报年报的第一年，可留空', en: 'first report year due; may be left empty' },
  to: { zh: '最后一年，可留空', en: 'last report year due; may be left empty' },
  successor: { zh: '填全称：职责由谁承接', en: 'full name of the agency that took over its functions' },
  id: {
    zh: '用来认出原来那一行，请勿改动；新增的行留空',
    en: 'identifies the row: do not change it; leave it empty in new rows',
  },
}

/** The register as an xlsx file: a row an agency, and a sheet that says what each column takes. */
export function registerXlsx(
  agencies: readonly Agency[],
  { language, created }: { readonly language: keyof Label; readonly created: string },
): Promise<Uint8Array> {
  const rows = registerRows(agencies, language).map((row, at) => (at === 0 ? row : row.map(yearsAsNumbers)))
  const sheet: SheetTable = {
    name: SHEETS.agencies[language],
    rows,
    headRows: 1,
    frozenColumns: 1,
    widths: COLUMN_IDS.map((id) => WIDTHS[id]),
  }
  return writeWorkbook([sheet, valuesSheet(language)], { title: TITLE[language], description: '', created })
}

/** The register as CSV, with a byte order mark. */
export function registerCsv(agencies: readonly Agency[], language: keyof Label): string {
  return csvText(registerRows(agencies, language))
}

function yearsAsNumbers(text: string, at: number): SheetCell {
  const column = COLUMN_IDS[at]
  return (column === 'from' || column === 'to') && text !== '' ? Number(text) : text
}

function valuesSheet(language: keyof Label): SheetTable {
  const lists: Readonly<Partial<Record<ColumnId, readonly Label[]>>> = {
    kind: AGENCY_KINDS.map((id) => KIND_LABELS[id]),
    level: LEVELS.map((id) => LEVEL_LABELS[id]),
    scope: SCOPES.map((id) => SCOPE_LABELS[id]),
    system: SYSTEMS,
  }
  const rows = COLUMN_IDS.map((id) => {
    const told = HINTS[id] ? [HINTS[id]] : (lists[id] ?? [])
    return [COLUMN_LABELS[id][language], ...told.map((label) => label[language])]
  })
  return { name: SHEETS.values[language], rows, headRows: 0, frozenColumns: 1, widths: [18, 24] }
}

/** Why a file gave no table. */
export type RegisterFileFault = 'too-large' | 'not-a-table'

export const REGISTER_FILE_FAULTS: Readonly<Record<RegisterFileFault, Label>> = {
  'too-large': {
    zh: '文件过大（上限 20 MB、5 万行）。请拆成几个文件',
    en: 'the file is too large (20 MB and 50,000 rows at most). Split it',
  },
  'not-a-table': {
    zh: '读不出表格：不是 xlsx 或 CSV，已损坏，或有密码。请在表格软件里打开，去掉密码，另存为 xlsx',
    en: 'no table could be read: neither xlsx nor CSV, damaged, or with a password. Open it in a spreadsheet program, remove the password and save it as xlsx',
  },
}

const LARGEST = 20 * 1024 * 1024
const MOST_ROWS = 50_000
const MOST_COLUMNS = 'AZ'

/** Rows of texts of an xlsx or CSV file that somebody edited, or of a data set, for `planRegister`; `decode` reads the text of a CSV or JSON file. */
export async function readRegisterFile(
  bytes: Uint8Array,
  decode: (bytes: Uint8Array) => string,
): Promise<Result<string[][], RegisterFileFault>> {
  if (bytes.length > LARGEST) return { ok: false, error: 'too-large' }
  const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (!zipped && bytes.includes(0)) return { ok: false, error: 'not-a-table' }
  try {
    const rows = zipped ? await xlsxRows(bytes) : await textFileRows(decode(bytes))
    if (rows === null) return { ok: false, error: 'not-a-table' }
    return rows.length > MOST_ROWS ? { ok: false, error: 'too-large' } : { ok: true, value: rows }
  } catch {
    // Whatever the library says of a foreign or broken file, a person can do one thing about it.
    return { ok: false, error: 'not-a-table' }
  }
}

/** Rows of the sheet whose head has most columns of a register: a data set has others that name agencies, too. */
async function xlsxRows(bytes: Uint8Array): Promise<string[][] | null> {
  const { readXlsx } = await import('hucre/xlsx')
  const { sheets } = await readXlsx(bytes, { range: `A1:${MOST_COLUMNS}${String(MOST_ROWS + 1)}` })
  const tables = sheets.map(({ rows }) => textRows(rows))
  const [best] = [...tables].sort((one, other) => headColumns(other) - headColumns(one))
  return best ?? null
}

/** How many columns of a register the head of a table has; 0 where none names agencies. */
const headColumns = (rows: readonly (readonly string[])[]): number =>
  Math.max(
    0,
    ...rows.slice(0, 20).map((row) => {
      const columns = new Set(row.flatMap((cell) => columnOf(cell) ?? []))
      return columns.has('name') ? columns.size : 0
    }),
  )

async function textFileRows(text: string): Promise<string[][] | null> {
  return text.trimStart().startsWith('{') ? datasetAgencyRows(JSON.parse(text)) : csvRows(text)
}

async function csvRows(text: string): Promise<string[][]> {
  const { parseCsv } = await import('hucre/csv')
  return textRows(parseCsv(text, { skipBom: true, typeInference: false, skipEmptyRows: false, maxRows: MOST_ROWS + 1 }))
}

const textRows = (rows: readonly (readonly CellValue[])[]): string[][] =>
  Array.from(rows, (row) => Array.from(row, textOf))

function textOf(cell: CellValue | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
  return typeof cell === 'string' ? plainText(cell) : String(cell)
}
