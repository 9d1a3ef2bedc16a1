import type { FieldId } from '../form/fields'
import { REQUEST_COLUMNS } from '../form/requests'
import type { RequestColumn, RequestRowKey } from '../form/requests'
import type { FormVersion } from '../form/version'
import type { Place } from '../report/place'
import { chooseByColumns } from './columnSums'
import type { OpenRow } from './columnSums'
import { isBlankMark } from './numbers'
import type { CellSheet } from './reading'
import type { ColumnPlan } from './requestColumns'
import { requestRowOf } from './requestLabels'
import type { CandidateRow } from './requestRows'
import type { SevenCells } from './sevenCells'
import { rowPlace } from './sourceRow'
import type { SourceCell } from './sourceRow'

/** A row of table 三 with its cells. */
export interface FoundRow {
  readonly key: RequestRowKey
  readonly candidate: CandidateRow
  readonly by: 'label' | 'likeness' | 'position'
  readonly found: SevenCells
}

/** The fields of a row, in the order of columns. */
export const rowFields = (key: RequestRowKey, columns: readonly RequestColumn[] = REQUEST_COLUMNS): FieldId[] =>
  columns.map((column): FieldId => `requests.${key}.${column}`)

/** What stands in cells, for a person to look at. */
export const rawOf = (values: readonly SourceCell[]): string => values.map((cell) => cell.text.trim()).join(' ')

/** Reads a row's cells, or says why not. Rows that can be parted in several ways are left to `fillOpenRows`. */
export function fillRow(sheet: CellSheet, row: FoundRow, plan: ColumnPlan, blankRows: boolean): void {
  const { key, found, candidate } = row
  const fields = rowFields(key, plan.order)
  const place = candidate.parted.values[0]?.place ?? rowPlace(candidate.row)
  if (found.kind === 'whole') {
    for (const [at, cell] of found.cells.entries()) {
      const field = fields[at]
      if (field !== undefined) sheet.read(field, cell, { repaired: row.by !== 'label' || found.extra })
    }
    if (found.extra) sheet.say('cells-shifted', fields, place, { raw: rawOf(candidate.parted.values) })
  } else if (found.kind === 'empty') {
    // Where a text view shows many labels without figures, its empty cells vanished; one such row lost its figures.
    if (blankRows) for (const field of fields) sheet.blank(field, place)
    else {
      sheet.leave(fields, '', place)
      sheet.say('row-empty', fields, place, { label: requestRowOf(key).printed })
    }
  } else if (found.kind === 'split') {
    const [only, ...others] = found.candidates
    if (only && others.length === 0) {
      const raw = rawOf(found.raw)
      for (const [at, field] of fields.entries()) sheet.infer(field, only[at] ?? null, raw, place)
      sheet.say('cells-split', fields, place, { raw, rule: 'E3' })
    }
  } else leaveRow(sheet, fields, found, place)
}

/** Figures whose rows and columns the form's sums alone told are inferred. */
export function inferRebuilt(sheet: CellSheet, found: readonly FoundRow[]): void {
  const fields = found.flatMap(({ key, candidate }) => (candidate.row.rebuilt === true ? rowFields(key) : []))
  for (const field of fields) {
    const cell = sheet.cells.get(field)
    if (cell) sheet.infer(field, cell.value, cell.raw, cell.place)
  }
  const [first] = fields
  if (first !== undefined)
    sheet.say('columns-rebuilt', fields, sheet.cells.get(first)?.place ?? {}, { rule: 'E1 E2 E3' })
}

/** A figure in a cell that covers several: which of them it belongs to cannot be told. */
export function leaveMerged(sheet: CellSheet, found: readonly FoundRow[], plan: ColumnPlan): void {
  const fieldsOf = new Map<SourceCell, FieldId[]>()
  const merged = new Set<SourceCell>()
  for (const { key, found: cells, candidate } of found) {
    if (cells.kind !== 'whole') continue
    for (const [at, cell] of cells.cells.entries()) {
      const column = plan.order[at]
      if (column === undefined || isBlankMark(cell.text)) continue
      fieldsOf.set(cell, [...(fieldsOf.get(cell) ?? []), `requests.${key}.${column}`])
      if (candidate.parted.merged?.has(at) === true) merged.add(cell)
    }
  }
  for (const cell of merged) {
    const fields = fieldsOf.get(cell) ?? []
    sheet.leave(fields, cell.text, cell.place)
    sheet.say('cells-merged', fields, cell.place, { raw: cell.text.trim() })
  }
}

function leaveRow(
  sheet: CellSheet,
  fields: readonly FieldId[],
  found: Extract<SevenCells, { kind: 'unclear' }>,
  place: Place,
): void {
  const raw = rawOf(found.raw)
  sheet.leave(fields, raw, place)
  const count = found.raw.length
  if (found.reason === 'glued') sheet.say('cells-glued', fields, place, { raw })
  else if (found.reason === 'missing') sheet.say('cells-missing', fields, place, { raw, found: count, expected: 7 })
  else sheet.say('cells-extra', fields, place, { raw, spare: count - 7 })
}

/** Rows that E3 leaves open: E1 and E2 choose among the ways where every cell concerned allows it. */
export function fillOpenRows(
  sheet: CellSheet,
  version: FormVersion,
  plan: ColumnPlan,
  found: readonly FoundRow[],
): void {
  const open = found.flatMap(({ key, found: cells, candidate }) =>
    cells.kind === 'split' && cells.candidates.length > 1
      ? [
          {
            key,
            candidates: cells.candidates,
            raw: rawOf(cells.raw),
            place: cells.raw[0]?.place ?? rowPlace(candidate.row),
          },
        ]
      : [],
  )
  if (open.length === 0) return
  const known = new Map<FieldId, number>()
  for (const [field, cell] of sheet.cells) if (cell.value !== null) known.set(field, cell.value)
  const rows: readonly OpenRow[] = open
  const chosen = chooseByColumns(version, plan.order, rows, known)
  for (const { key, raw, place } of open) {
    const fields = rowFields(key, plan.order)
    const cells = chosen?.get(key)
    if (cells) {
      for (const [at, field] of fields.entries()) sheet.infer(field, cells[at] ?? null, raw, place)
      sheet.say('cells-split-by-columns', fields, place, { raw, rule: 'E1 E2 E3' })
    } else {
      sheet.leave(fields, raw, place)
      sheet.say('cells-glued', fields, place, { raw })
    }
  }
}
