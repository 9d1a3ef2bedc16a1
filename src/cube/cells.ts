import { FIELDS, isFieldId } from '../form/fields'
import type { Field, FieldId } from '../form/fields'
import { TABLE_IDS, versionOfYear } from '../form/version'
import type { FormVersion, TableId } from '../form/version'
import type { Column } from './column'
import type { CubeReport } from './input'
import {
  BLANK,
  CORRECTED,
  FORCED_OVER_BLANK,
  FORCED_OVER_UNREAD,
  INFERRED,
  IN_ERROR,
  NOT_ON_FORM,
  REPAIRED,
  TABLE_ABSENT,
  UNREAD,
} from './marks'

export type TableVersions = Readonly<Record<TableId, FormVersion | null>>

const POSITION: ReadonlyMap<FieldId, number> = new Map(FIELDS.map((field, position) => [field.id, position]))

/** Where a field stands among the columns of a data set. */
export function positionOf(field: FieldId): number {
  const position = POSITION.get(field)
  if (position === undefined) throw new Error(`not a field of the form: ${field}`)
  return position
}

/** The version that each table of a report is on; for a table that the document lacks, the one that its year asks for. */
export function tableVersions(report: CubeReport): TableVersions {
  const ofYear = versionOfYear(report.year)
  const version = (table: TableId): FormVersion | null => report.forms[table] ?? ofYear
  return { proactive: version('proactive'), requests: version('requests'), disputes: version('disputes') }
}

/**
 * Writes every cell of a report into its row of the columns, each with the value that counts: corrected by a person, else as read, else forced by the identities, else the gap.
 * A correction to `null` makes the cell blank; a value may then still be forced on it. What is told of a field that the report's form version does not have counts nowhere.
 */
export function writeCells(columns: readonly Column[], row: number, report: CubeReport): void {
  const versions = tableVersions(report)
  for (let position = 0; position < columns.length; position++) {
    const column = columns[position]
    const field = FIELDS[position]
    if (column && field) writeAsRead(column, row, report, field, versions[field.table])
  }
  const columnOn = (id: string): Column | undefined => {
    if (!isFieldId(id)) return undefined
    const position = positionOf(id)
    const field = FIELDS[position]
    return field && isOn(field, versions[field.table]) ? columns[position] : undefined
  }
  for (const [id, value] of Object.entries(report.corrected))
    if (value === null) columnOn(id)?.setGap(row, BLANK)
    else if (value !== undefined) columnOn(id)?.setNumber(row, value, CORRECTED)
  for (const [id, value] of Object.entries(report.forced)) if (value !== undefined) force(columnOn(id), row, value)
  for (const id of report.inError) columnOn(id)?.addState(row, IN_ERROR)
}

function isOn(field: Field, version: FormVersion | null): boolean {
  return version !== null && (field.era === 'both' || field.era === version)
}

function writeAsRead(column: Column, row: number, report: CubeReport, field: Field, version: FormVersion | null): void {
  if (version === null) column.setGap(row, TABLE_ABSENT)
  else if (!isOn(field, version)) column.setGap(row, NOT_ON_FORM)
  else if (report.forms[field.table] === undefined) column.setGap(row, TABLE_ABSENT)
  else {
    const cell = report.cells[field.id]
    if (!cell || cell.state === 'unread') column.setGap(row, UNREAD)
    else if (cell.state === 'blank') column.setGap(row, BLANK)
    else if (cell.value === null) column.setGap(row, UNREAD)
    else
      column.setNumber(row, cell.value, cell.state === 'printed' ? 0 : cell.state === 'repaired' ? REPAIRED : INFERRED)
  }
}

function force(column: Column | undefined, row: number, value: number): void {
  const gap = column?.gapAt(row)
  if (gap === BLANK) column?.setNumber(row, value, INFERRED | FORCED_OVER_BLANK)
  else if (gap === UNREAD) column?.setNumber(row, value, INFERRED | FORCED_OVER_UNREAD)
}

/** Codes of form versions in a data set's bytes; 0 is a report from before the form. */
export const VERSION_CODES: Readonly<Record<FormVersion, number>> = { '2019': 1, '2021': 2 }
export const TABLE_POSITIONS: Readonly<Record<TableId, number>> = {
  proactive: TABLE_IDS.indexOf('proactive'),
  requests: TABLE_IDS.indexOf('requests'),
  disputes: TABLE_IDS.indexOf('disputes'),
}
