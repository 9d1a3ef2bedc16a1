import { REQUEST_COLUMNS, REQUEST_COLUMN_LABELS, requestRows } from '../form/requests'
import type { FormVersion } from '../form/version'
import type { Place } from '../report/place'
import { partUnderHeads } from './columnPlaces'
import { letters } from './normalise'
import { isBlankMark, isValueText } from './numbers'
import { pushedLeft } from './pushedLeft'
import { CellSheet } from './reading'
import type { TableReading } from './reading'
import { isOnlyTotal, isRequestsHead, planColumns } from './requestColumns'
import type { ColumnPlan } from './requestColumns'
import { fillOpenRows, fillRow, inferRebuilt, leaveMerged, rawOf, rowFields } from './requestCells'
import type { FoundRow } from './requestCells'
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

/**
 * Reads table 三 from the rows that belong to it. `usual`: the version that the report's year would have; `keepsRepeats`: whether rows of text without
 * figures may be taken for empty.
 */
export function readRequests(rows: readonly SourceRow[], usual: FormVersion, keepsRepeats = true): TableReading | null {
  const body = rows.filter((row) => !isRequestsHead(row))
  const plan = planColumns(rows)
  const part = (row: SourceRow) => partUnderHeads(row, plan.shapes.get(row.grid), rows)
  const candidates = candidateRows(body, part)
  const assignment = assignRows(candidates, usual)
  if (assignment.rows.size === 0) return null
  const sheet = new CellSheet()
  const first = rows[0]
  const place: Place = first ? rowPlace(first) : {}
  if (plan.isMixed || plan.foreign.size > 1 || isUpsideDown(candidates, plan.headSeen))
    return unreadable(assignment.version, rows, place)

  const robbed = besideExtra(candidates, assignment.extra)
  const found = withoutPushed(
    [...assignment.rows].map(([key, { candidate, by }]): FoundRow => {
      const overwritten = by === 'position'
      const found = isOnlyTotal(plan) ? oneCell(candidate.parted.values) : sevenCells(candidate.parted, overwritten)
      const isRobbed =
        robbed.has(candidate) && found.kind === 'whole' && found.cells.every((cell) => isBlankMark(cell.text))
      return { key, candidate, by, found: isRobbed ? { kind: 'empty' } : found }
    }),
  )
  const empty = found.filter((row) => row.found.kind === 'empty')
  const showsNoBlanks = empty.length >= MANY && empty.every(({ candidate }) => candidate.row.grid === 0)
  // Figures in rows that are none of the table's, or that have more than their own: what stands empty may have lost them.
  const taken = new Set(candidates.map(({ row }) => row))
  const strays = body.some((row) => hasFigures(row) && !taken.has(row)) || found.some(hasOthersFigures)
  const blankRows = keepsRepeats && !strays && (showsNoBlanks || empty.length === found.length)
  for (const row of found) fillRow(sheet, row, plan, blankRows && !robbed.has(row.candidate))
  inferRebuilt(sheet, found)
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

/** Rows next to one with figures that is none of the form's: where they stand empty, the figures may be theirs. */
function besideExtra(candidates: readonly CandidateRow[], extra: readonly CandidateRow[]): ReadonlySet<CandidateRow> {
  const beside = extra.flatMap((candidate) => {
    const at = candidates.indexOf(candidate)
    return hasFigures(candidate.row) ? [candidates[at - 1], candidates[at + 1]] : []
  })
  return new Set(beside.filter((candidate) => candidate !== undefined))
}

function oneCell(values: readonly SourceCell[]): SevenCells {
  return values.length === 0 ? { kind: 'empty' } : { kind: 'whole', cells: values, extra: false }
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

/**
 * Whether running text has each row's figures before its label: the last label has none behind it, though all others have. The first row's figures stand
 * behind the head then, or where no head is, before everything.
 */
function isUpsideDown(candidates: readonly CandidateRow[], headSeen: boolean): boolean {
  const [first, last] = [candidates[0], candidates.at(-1)]
  if (first?.row.grid !== 0 || last?.row.grid !== 0 || last.parted.values.length > 0) return false
  const isFull = ({ parted: { values } }: CandidateRow): boolean => values.length >= REQUEST_COLUMNS.length
  const isOfHead = letters(first.parted.labels.at(-1)?.text ?? '').length <= LONGEST_OF_HEAD
  return (isOfHead && isFull(first)) || (!headSeen && candidates.slice(0, -1).every(isFull))
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
    if (candidate.row.cells.some((cell) => cell.text.trim() !== ''))
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
  const missing = REQUEST_COLUMNS.filter(
    (column) => !plan.order.includes(column) || plan.foreign.has(plan.order.indexOf(column)),
  )
  if (missing.length > 0) {
    const fields = requestRows(version).flatMap(({ key }) => rowFields(key, missing))
    sheet.leave(fields, '', place)
    const names = missing.map((column) => REQUEST_COLUMN_LABELS[column].short.zh)
    sheet.say('column-missing', fields, place, { column: names.join('、') })
  } else if (plan.order.some((column, at) => column !== REQUEST_COLUMNS[at]))
    sheet.say('columns-permuted', [...sheet.cells.keys()], place, {
      order: plan.order.map((column) => REQUEST_COLUMN_LABELS[column].short.zh).join('、'),
      version,
    })
  if (!plan.headSeen) sheet.say('head-absent', [], place, { table: '表三' })
}
