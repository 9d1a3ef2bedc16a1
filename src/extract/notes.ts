import { isFieldId } from '../form/fields'
import type { FieldId } from '../form/fields'
import type { SourceDocument } from '../readers/document'
import { isIssueCode, issueOf } from '../report/issues'
import type { Place } from '../report/place'
import type { Cell, Issue } from '../report/report'

/** Notes of a reader that concern the whole file. */
const OF_FILE = new Set([
  'undecodable-characters',
  'archive-cut',
  'hidden-sheet',
  'hidden-rows',
  'pages-lost',
  'pages-scanned',
])
/** Those that put every figure in doubt. */
const OF_ALL_CELLS = new Set(['ocr-text', 'unnamed-characters'])
/** Notes that a table may have on most of its cells, and that say the same of each. */
const SHARED = new Set(['zero-by-format', 'zero-as-dash'])
/** Those that put no cell in doubt, and are told of the table. */
const OF_TABLE = new Set(['zero-as-dash'])

/** What a reader had to put right: as issues where it touches a cell of the form, or the file as a whole, which is said once (`ofFile`). */
export function notesAsIssues(
  notes: SourceDocument['notes'],
  cells: Readonly<Partial<Record<FieldId, Cell>>>,
  ofFile: boolean,
): Issue[] {
  return together(
    notes.flatMap((note): Issue[] => {
      if (!isIssueCode(note.code)) return []
      if (OF_ALL_CELLS.has(note.code))
        return [issueOf(note.code, Object.keys(cells).filter(isFieldId), note.place, note.params)]
      const fields = note.place.table === undefined ? [] : fieldsAt(note.place, cells)
      if (OF_TABLE.has(note.code))
        return fields.length > 0
          ? [issueOf(note.code, [], tableOf(note.place), { ...note.params, count: fields.length })]
          : []
      const isOfTable = note.code === 'tracked-row-deletion' && holds(note.place.table, cells)
      const concerns = fields.length > 0 || isOfTable || (OF_FILE.has(note.code) && ofFile)
      return concerns ? [issueOf(note.code, fields, note.place, note.params)] : []
    }),
  )
}

/** Issues that say the same of many cells of a table, as one at the first of them. */
function together(issues: readonly Issue[]): Issue[] {
  const joined: Issue[] = []
  for (const issue of issues) {
    const at = SHARED.has(issue.code)
      ? joined.findIndex(
          ({ code, place, params }) =>
            code === issue.code && place.table === issue.place.table && params['shown'] === issue.params['shown'],
        )
      : -1
    const first = joined[at]
    if (first === undefined) joined.push(issue)
    else
      joined[at] = { ...first, fields: [...new Set([...first.fields, ...issue.fields])], params: added(first, issue) }
  }
  return joined
}

/** What an issue says, with what another counts. */
function added({ params }: Issue, { params: { count } }: Issue): Issue['params'] {
  return count === undefined ? params : { ...params, count: Number(params['count'] ?? 0) + Number(count) }
}

function tableOf({ part, table }: Place): Place {
  return { ...(part === undefined ? {} : { part }), ...(table === undefined ? {} : { table }) }
}

/** Whether some cell of the form stands in a source table. */
function holds(table: number | undefined, cells: Readonly<Partial<Record<FieldId, Cell>>>): boolean {
  return table !== undefined && Object.values<Cell | undefined>(cells).some((cell) => cell?.place.table === table)
}

function fieldsAt(place: Cell['place'], cells: Readonly<Partial<Record<FieldId, Cell>>>): FieldId[] {
  return Object.entries<Cell | undefined>(cells).flatMap(([id, cell]) => {
    if (!cell) return []
    return isWithin(cell.place, place) && isFieldId(id) ? [id] : []
  })
}

/** Whether a cell stands at a place, or in the row or column that a place is. */
function isWithin(cell: Place, { table, row, column }: Place): boolean {
  if (cell.table !== table || (row === undefined && column === undefined)) return false
  return (row === undefined || cell.row === row) && (column === undefined || cell.column === column)
}
