import type { FieldId } from '../form/fields'
import { REQUEST_COLUMNS, REQUEST_COLUMN_LABELS, requestRows } from '../form/requests'
import type { RequestColumn, RequestRowKey } from '../form/requests'
import type { FormVersion } from '../form/version'
import type { Place } from '../report/place'
import { chooseByColumns } from './columnSums'
import type { OpenRow } from './columnSums'
import { partUnderHeads } from './columnPlaces'
import { letters } from './normalise'
import { isBlankMark, isValueText } from './numbers'
import { pushedLeft } from './pushedLeft'
import { CellSheet } from './reading'
import type { TableReading } from './reading'
import { isRequestsHead, planColumns } from './requestColumns'
import type { ColumnPlan } from './requestColumns'
import { requestRowOf } from './requestLabels'
import { assignRows, candidateRows, readLabel } from './requestRows'
import type { CandidateRow, RowAssignment } from './requestRows'
import { sevenCells } from './sevenCells'
import type { SevenCells } from './sevenCells'
import { rowPlace } from './sourceRow'
import type { SourceCell, SourceRow } from './sourceRow'

const MANY = 3
/** 其他, 总计: the last words of the head. */
const LONGEST_OF_HEAD = 2

interface FoundRow {
  readonly key: RequestRowKey
  readonly candidate: CandidateRow
  readonly by: 'label' | 'likeness' | 'position'
  readonly found: SevenCells
}

/** Reads table 三 from the rows that belong to it. `usual`: the version that the report's year would have. */
export function readRequests(rows: readonly SourceRow[], usual: FormVersion): TableReading | null {
  const body = rows.filter((row) => !isRequestsHead(row))
  const plan = planColumns(rows)
  const part = (row: SourceRow) => partUnderHeads(row, plan.shapes.get(row.grid), rows)
  const candidates = candidateRows(body, part)
  const assignment = assignRows(candidates, usual)
  if (assignment.rows.size === 0) return null
  const sheet = new CellSheet()
  const first = rows[0]
  const place: Place = first ? rowPlace(first) : {}
  if (plan.isMixed || isUpsideDown(candidates)) return unreadable(assignment.version, rows, place)

  const found = withoutPushed(
    [...assignment.rows].map(([key, { candidate, by }]): FoundRow => {
      const overwritten = by === 'position'
      return { key, candidate, by, found: sevenCells(candidate.parted, overwritten) }
    }),
  )
  const empty = found.filter((row) => row.found.kind === 'empty')
  const showsNoBlanks = empty.length >= MANY && empty.every(({ candidate }) => candidate.row.grid === 0)
  // Figures in rows that are none of the table's, or that have more than their own: what stands empty may have lost them.
  const taken = new Set(candidates.map(({ row }) => row))
  const strays = body.some((row) => hasFigures(row) && !taken.has(row)) || found.some(hasOthersFigures)
  const blankRows = !strays && (showsNoBlanks || empty.length === found.length)
  for (const row of found) fillRow(sheet, row, plan, blankRows)
  leaveMerged(sheet, found, plan)
  fillOpenRows(sheet, assignment.version, plan, found)
  sayRepairs(sheet, found)
  sayGaps(sheet, assignment, place)
  sayColumns(sheet, assignment.version, plan, place)
  return {
    table: 'requests',
    version: assignment.version,
    cells: sheet.cells,
    issues: sheet.issues,
    place,
    grids: new Set(rows.map((row) => row.grid)),
  }
}

/** Rows of grids whose cells moved up to the left are as unclear as if cells were missing. */
function withoutPushed(rows: readonly FoundRow[]): readonly FoundRow[] {
  const whole = rows.flatMap((row) =>
    row.found.kind === 'whole' && row.candidate.row.grid !== 0 ? [[row, row.found.cells] as const] : [],
  )
  const pushed = pushedLeft(new Map(whole))
  return rows.map((row) =>
    pushed.has(row) && row.found.kind === 'whole'
      ? { ...row, found: { kind: 'unclear', raw: row.found.cells, reason: 'missing' } }
      : row,
  )
}

/** Whether running text has each row's figures before its label: figures behind the head alone, none behind the last label. */
function isUpsideDown(candidates: readonly CandidateRow[]): boolean {
  const [first, last] = [candidates[0], candidates.at(-1)]
  if (first?.row.grid !== 0 || last?.row.grid !== 0) return false
  const isOfHead = letters(first.parted.labels.at(-1)?.text ?? '').length <= LONGEST_OF_HEAD
  return isOfHead && first.parted.values.length >= REQUEST_COLUMNS.length && last.parted.values.length === 0
}

function unreadable(version: FormVersion, rows: readonly SourceRow[], place: Place): TableReading {
  const sheet = new CellSheet()
  const fields = requestRows(version).flatMap(({ key }) => rowFields(key))
  sheet.leave(fields, '', place)
  sheet.say('table-unreadable', fields, place, { table: '表三' })
  const { cells, issues } = sheet
  return { table: 'requests', version, cells, issues, place, grids: new Set(rows.map((row) => row.grid)) }
}

/** Whether figures of several rows stand behind this one's label, as where all labels come first. */
function hasOthersFigures({ candidate, found }: FoundRow): boolean {
  return candidate.row.grid === 0 && found.kind === 'unclear' && found.reason === 'extra'
}

function hasFigures(row: SourceRow): boolean {
  return row.cells.some((cell) => isValueText(cell.text) && !isBlankMark(cell.text))
}

const rowFields = (key: RequestRowKey, columns: readonly RequestColumn[] = REQUEST_COLUMNS): FieldId[] =>
  columns.map((column): FieldId => `requests.${key}.${column}`)

const rawOf = (values: readonly SourceCell[]): string => values.map((cell) => cell.text.trim()).join(' ')

function fillRow(sheet: CellSheet, row: FoundRow, plan: ColumnPlan, blankRows: boolean): void {
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

/** A figure in a cell that covers several: which of them it belongs to cannot be told. */
function leaveMerged(sheet: CellSheet, found: readonly FoundRow[], plan: ColumnPlan): void {
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
function fillOpenRows(sheet: CellSheet, version: FormVersion, plan: ColumnPlan, found: readonly FoundRow[]): void {
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

function sayRepairs(sheet: CellSheet, found: readonly FoundRow[]): void {
  for (const { key, by, candidate } of found) {
    if (by === 'label') continue
    const params = { read: readLabel(candidate), label: requestRowOf(key).printed }
    sheet.say(by === 'position' ? 'label-repaired' : 'label-restored', rowFields(key), rowPlace(candidate.row), params)
  }
}

function sayGaps(sheet: CellSheet, assignment: RowAssignment, place: Place): void {
  for (const { keys, loose } of assignment.gaps) {
    const fields = keys.flatMap((key) => rowFields(key))
    const at = loose[0] ? rowPlace(loose[0].row) : place
    const rows = keys.map((key) => requestRowOf(key).printed).join('；')
    sheet.leave(fields, loose.map(({ parted }) => rawOf(parted.values)).join(' / '), at)
    if (loose.length > 0) sheet.say('row-ambiguous', fields, at, { found: loose.length, rows })
    else sheet.say('row-missing', fields, at, { rows })
  }
  for (const candidate of assignment.extra)
    sheet.say('row-extra', [], rowPlace(candidate.row), { read: readLabel(candidate) })
  for (const { key, candidate } of assignment.repeated) {
    const values = candidate.parted.values.filter((cell) => !isBlankMark(cell.text))
    const own = assignment.rows.get(key)?.candidate.parted.values.filter((cell) => !isBlankMark(cell.text)) ?? []
    if (values.length === 0 || rawOf(values) === rawOf(own)) continue
    const fields = rowFields(key)
    sheet.leave(fields, `${rawOf(own)} / ${rawOf(values)}`, rowPlace(candidate.row))
    sheet.say('row-repeated', fields, rowPlace(candidate.row), { label: requestRowOf(key).printed })
  }
}

function sayColumns(sheet: CellSheet, version: FormVersion, plan: ColumnPlan, place: Place): void {
  const permuted = plan.order.some((column, at) => column !== REQUEST_COLUMNS[at])
  if (permuted)
    sheet.say('columns-permuted', [...sheet.cells.keys()], place, {
      order: plan.order.map((column) => REQUEST_COLUMN_LABELS[column].short.zh).join('、'),
      version,
    })
  if (!plan.headSeen) sheet.say('head-absent', [], place, { table: '表三' })
}
