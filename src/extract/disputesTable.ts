import { DISPUTE_COLUMNS } from '../form/disputes'
import type { FieldId } from '../form/fields'
import type { FormVersion } from '../form/version'
import { cellsUnder } from './columnPlaces'
import { DISPUTE_FIELDS, disputeOrder, headPositions, isDisputesHead } from './disputesHead'
import { atSpaces, areSingle, footsByKind, splits } from './gluedCells'
import { isBlankMark, isValueText } from './numbers'
import { CellSheet } from './reading'
import type { TableReading } from './reading'
import { partRow, rowPlace } from './sourceRow'
import type { SourceCell, SourceRow } from './sourceRow'

const CELLS = DISPUTE_FIELDS.length

/** Reads table 四. Its version follows the report's year, its layout is one. */
export function readDisputes(rows: readonly SourceRow[], version: FormVersion): TableReading | null {
  const heads = rows.filter((row) => row.cells.some((cell) => isDisputesHead(cell.text)) && !hasFigures(row))
  const body = rows.filter((row) => !heads.includes(row))
  const first = rows[0]
  if (first === undefined) return null
  const sheet = new CellSheet()
  const place = rowPlace(first)
  const filled = withoutRepeats(body.filter(hasFigures))
  const order = disputeOrder(rows, heads, filled)
  if (filled.length > 0 && order === null) leaveTable(sheet, filled.map(rawOf).join(' / '), place)
  else if (filled.length > 0 && order !== null) readValues(sheet, filled, order, rows)
  else readBlanks(sheet, rows, rowPlace(body[0] ?? first))
  if (order !== null && order !== DISPUTE_FIELDS) sheet.say('columns-permuted', DISPUTE_FIELDS, place)
  return {
    table: 'disputes',
    version,
    cells: sheet.cells,
    issues: sheet.issues,
    place,
    grids: new Set(rows.map((row) => row.grid)),
  }
}

/** Without the row's own repeats, and a lone number beside it, as page breaks leave them. */
function withoutRepeats(filled: readonly SourceRow[]): readonly SourceRow[] {
  const whole = filled.find((row) => valuesOf(row).length >= CELLS)
  if (whole === undefined) return filled
  return filled.filter((row) => row === whole || (valuesOf(row).length > 1 && rawOf(row) !== rawOf(whole)))
}

function hasFigures(row: SourceRow): boolean {
  return valuesOf(row).some((cell) => !isBlankMark(cell.text) && isValueText(cell.text))
}

function valuesOf(row: SourceRow): readonly SourceCell[] {
  const isWhole = row.grid !== 0 && row.cells.length === CELLS && !row.cells.some((cell) => isDisputesHead(cell.text))
  return isWhole ? row.cells : partRow(row).values
}

function readBlanks(sheet: CellSheet, rows: readonly SourceRow[], place: ReturnType<typeof rowPlace>): void {
  const blank = rows
    .map(valuesOf)
    .find((values) => values.length >= CELLS && values.every((cell) => isBlankMark(cell.text)))
  if (blank) {
    for (const [at, field] of DISPUTE_FIELDS.entries()) sheet.blank(field, blank[at]?.place ?? place)
    return
  }
  leaveTable(sheet, '', place)
}

function leaveTable(sheet: CellSheet, raw: string, place: ReturnType<typeof rowPlace>): void {
  sheet.leave(DISPUTE_FIELDS, raw, place)
  sheet.say('table-unreadable', DISPUTE_FIELDS, place, { table: '表四' })
}

function readValues(
  sheet: CellSheet,
  filled: readonly SourceRow[],
  order: readonly FieldId[],
  rows: readonly SourceRow[],
): void {
  const cells = fifteen(filled, rows)
  const first = filled[0]
  if (first === undefined) return
  const place = valuesOf(first)[0]?.place ?? rowPlace(first)
  if (cells) {
    const merged: FieldId[] = []
    for (const [at, field] of order.entries()) {
      const cell = cells.cells[at]
      if (cell === undefined) continue
      if (cells.merged.has(at) && !isBlankMark(cell.text)) {
        sheet.leave([field], cell.text, cell.place)
        merged.push(field)
      } else sheet.read(field, cell)
    }
    if (merged.length > 0) sheet.say('cells-merged', merged, place, { raw: rawOf(first) })
    return
  }
  const raw = rawOf(first)
  const values = filled.length === 1 ? valuesOf(first) : []
  const split = splitFifteen(values)
  if (split) {
    for (const [at, field] of order.entries()) sheet.infer(field, split[at] ?? null, raw, place)
    sheet.say('cells-split-disputes', DISPUTE_FIELDS, place, { raw })
    return
  }
  sheet.leave(DISPUTE_FIELDS, raw, place)
  if (isSeveral(filled)) sheet.say('table-several', DISPUTE_FIELDS, place, { table: '表四' })
  else if (isGlued(values)) sheet.say('table-glued', DISPUTE_FIELDS, place, { table: '表四' })
  else if (values.length > CELLS) sheet.say('cells-extra', DISPUTE_FIELDS, place, { raw, spare: values.length - CELLS })
  else sheet.say('cells-missing', DISPUTE_FIELDS, place, { raw, found: values.length, expected: CELLS })
}

const rawOf = (row: SourceRow): string =>
  valuesOf(row)
    .map((cell) => cell.text.trim())
    .join(' ')

/** The fifteen cells where the source has them: in one row, or in rows that a narrow page parted. */
function fifteen(
  filled: readonly SourceRow[],
  rows: readonly SourceRow[],
): { cells: readonly SourceCell[]; merged: ReadonlySet<number> } | null {
  const first = filled[0]
  if (first === undefined) return null
  const none = new Set<number>()
  if (filled.length > 1) {
    const all = filled.flatMap((row) => valuesOf(row))
    const parted = filled.every((row) => valuesOf(row).length % DISPUTE_COLUMNS.length === 0)
    return parted && all.length === CELLS ? { cells: all, merged: none } : null
  }
  let values = valuesOf(first)
  while (values.length > CELLS && !isValueText(values.at(-1)?.text ?? '')) values = values.slice(0, -1)
  const spare = values.length - CELLS
  if (spare === 0 && !(isGlued(values) && !areSingle(values.map((cell) => cell.text))))
    return { cells: values, merged: none }
  if (spare > 0) {
    const head = values.slice(0, spare)
    const tail = values.slice(-spare)
    const blank = (cells: readonly SourceCell[]): boolean => cells.every((cell) => isBlankMark(cell.text))
    if (blank(tail) && !blank(values.slice(0, 1))) return { cells: values.slice(0, CELLS), merged: none }
    if (blank(head) && !blank(values.slice(-1))) return { cells: values.slice(spare), merged: none }
  }
  const positions = headPositions(rows.filter((row) => row.grid === first.grid))
  const under = positions ? cellsUnder(first, positions, rows) : null
  // A figure beside the heads: the row has a cell too many, and those before it may stand under others' heads.
  const beside = values.some((cell) => !isBlankMark(cell.text) && under?.cells.includes(cell) !== true)
  return beside ? null : under
}

/** Whether rows are the whole table's and more, as those of two years are. */
function isSeveral(filled: readonly SourceRow[]): boolean {
  const widths = filled.map((row) => valuesOf(row).length)
  return (
    widths.every((width) => width > 0 && width % CELLS === 0) &&
    (filled.length > 1 || widths.some((width) => width > CELLS))
  )
}

function isGlued(values: readonly SourceCell[]): boolean {
  return values.length === 1 || values.some((cell) => cell.glued)
}

/** Fifteen cells that ran together: parted where there is one way, without a rule or by E4. */
function splitFifteen(values: readonly SourceCell[]): readonly (number | null)[] | null {
  const texts = atSpaces(values.map((cell) => cell.text))
  if (texts.length === 0 || (values.length > 1 && !isGlued(values) && texts.length === values.length)) return null
  for (const fits of [() => true, footsByKind]) {
    const found = splits(texts, CELLS, fits)
    const [only] = found ?? []
    if (found?.length === 1 && only) return only
  }
  return null
}
