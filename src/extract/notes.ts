import { isFieldId } from '../form/fields'
import type { FieldId } from '../form/fields'
import type { SourceDocument } from '../readers/document'
import { isIssueCode, issueOf } from '../report/issues'
import type { Cell, Issue } from '../report/report'

/** Notes of a reader that concern the whole file. */
const OF_FILE = new Set(['undecodable-characters', 'archive-cut'])

/** What a reader had to put right: as issues where it touches the file as a whole or a cell of the form. */
export function notesAsIssues(
  notes: SourceDocument['notes'],
  cells: Readonly<Partial<Record<FieldId, Cell>>>,
  part: number,
): Issue[] {
  return notes.flatMap((note): Issue[] => {
    if (!isIssueCode(note.code)) return []
    const fields = note.place.table === undefined ? [] : fieldsAt(note.place, cells)
    const isOfTable = note.code === 'tracked-row-deletion' && holds(note.place.table, cells)
    const concerns = fields.length > 0 || isOfTable || (OF_FILE.has(note.code) && part === 1)
    return concerns ? [issueOf(note.code, fields, note.place, note.params)] : []
  })
}

/** Whether some cell of the form stands in a source table. */
function holds(table: number | undefined, cells: Readonly<Partial<Record<FieldId, Cell>>>): boolean {
  return table !== undefined && Object.values<Cell | undefined>(cells).some((cell) => cell?.place.table === table)
}

function fieldsAt(place: Cell['place'], cells: Readonly<Partial<Record<FieldId, Cell>>>): FieldId[] {
  return Object.entries<Cell | undefined>(cells).flatMap(([id, cell]) => {
    if (!cell) return []
    const same = cell.place.table === place.table && cell.place.row === place.row && cell.place.column === place.column
    return same && isFieldId(id) ? [id] : []
  })
}
