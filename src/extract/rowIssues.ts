import type { Place } from '../report/place'
import type { Issue } from '../report/report'

/** What every cell of a row may have, where the whole row is formatted as a date or percentage. */
const OF_CELL = 'cell-unread'
/** Cells of a row that are worth one issue together. */
const LEAST = 3
const LONGEST_RAW = 60

/** The same issues, but one for each row of a source table whose cells all say the same trouble. */
export function rowsTogether(issues: readonly Issue[]): Issue[] {
  const rows = new Map<string, Issue[]>()
  for (const issue of issues) {
    const key = keyOf(issue)
    if (key !== null) rows.set(key, [...(rows.get(key) ?? []), issue])
  }
  return issues.flatMap((issue) => {
    const row = rows.get(keyOf(issue) ?? '') ?? []
    if (row.length < LEAST) return issue
    return row[0] === issue ? joined(issue, row) : []
  })
}

function keyOf({ code, place: { table, row } }: Issue): string | null {
  return code === OF_CELL && table !== undefined && row !== undefined ? `${table} ${row}` : null
}

function joined(first: Issue, row: readonly Issue[]): Issue {
  const words = row.map(({ params }) => String(params['raw'] ?? '')).join('、')
  const raw = words.length > LONGEST_RAW ? `${words.slice(0, LONGEST_RAW)}…` : words
  return {
    ...first,
    fields: row.flatMap(({ fields }) => fields),
    place: rowOf(first.place),
    params: { ...first.params, raw },
  }
}

/** The place of a row: a cell's without its column and its box. */
function rowOf({ table, row, part, page }: Place): Place {
  return {
    ...(part === undefined ? {} : { part }),
    ...(page === undefined ? {} : { page }),
    ...(table === undefined ? {} : { table }),
    ...(row === undefined ? {} : { row }),
  }
}
