import type { FieldId } from '../../form/fields'
import type { Agency } from '../../register/agency'
import type { Report } from '../../report/report'
import type { CorrectionRow, DecisionRow } from '../decisionRows'
import { counts } from '../judge'
import type { Filed } from '../versions'
import type { MergeNotes } from './outcome'

/** One's own side of an agency and year. */
export interface OwnSide {
  readonly agency: Agency
  readonly year: number
  readonly filed: Filed
  /** Cells of every version that is here or comes. */
  readonly versions: readonly Report['cells'][]
  /** Whether corrections come that change numbers which count among one's own. */
  readonly takesChanging: boolean
}

/**
 * The corrections of a file that come in, under the agency here: cell by cell, with their history. A cell of which one's own data has any word, one taken
 * back too, keeps it; a correction of a number that no version says stays out.
 */
export function mergeCorrections(said: readonly DecisionRow[], own: OwnSide, notes: MergeNotes): CorrectionRow[] {
  const mine = byField(own.filed.decisions.filter(isCorrection))
  const theirs = byField(here(said.filter(isCorrection), own))
  return [...theirs].flatMap(([field, rows]) => cellOf(field, inForce(rows), mine.get(field) ?? [], own, notes))
}

function cellOf(
  field: FieldId,
  rows: readonly CorrectionRow[],
  mine: readonly CorrectionRow[],
  { agency, year, filed, versions, takesChanging }: OwnSide,
  notes: MergeNotes,
): readonly CorrectionRow[] {
  const said = rows.find(counts)
  const known = new Set(mine.map(({ id }) => id))
  if (rows.every(({ id }) => known.has(id))) {
    notes.count('corrections', 'same', said ? 1 : 0)
    return []
  }
  const place = { agency: agency.name, year }
  if (mine.length > 0) {
    const own = mine.find(counts)
    if (said && own?.read === said.read && own.to === said.to) notes.count('corrections', 'same')
    else if (said) {
      notes.count('corrections', 'left')
      notes.tell({
        what: 'correction-conflict',
        ...place,
        cells: [{ field, own: own ? own.to : said.read, theirs: said.to }],
      })
    }
    return []
  }
  if (!said) return rows
  if (!versions.some((cells) => cells[field]?.value === said.read)) {
    notes.count('corrections', 'left')
    notes.tell({ what: 'correction-loose', ...place, cells: [{ field, own: said.read, theirs: said.to }] })
    return []
  }
  if (filed.cells?.[field]?.value === said.read && said.to !== said.read) {
    const cells = [{ field, own: said.read, theirs: said.to }]
    notes.count('corrections', takesChanging ? 'changing' : 'left')
    notes.tell({ what: takesChanging ? 'correction-changes' : 'correction-refused', ...place, cells })
    if (!takesChanging) return []
  }
  notes.count('corrections', 'new')
  return rows
}

function isCorrection(row: DecisionRow): row is CorrectionRow {
  return row.kind === 'correction'
}

const idOf = ({ field, at }: CorrectionRow, agency: string, year: number): string =>
  `correction:${agency}:${String(year)}:${field}:${at}`

/** Corrections under the agency here; those that took the place of others do so under their new ids. */
function here(rows: readonly CorrectionRow[], { agency, year }: OwnSide): CorrectionRow[] {
  const ids = new Map(rows.map((row) => [row.id, idOf(row, agency.id, year)]))
  return rows.map((row) => ({
    ...row,
    id: idOf(row, agency.id, year),
    agency: agency.id,
    year,
    ...(row.replaced !== undefined && { replaced: ids.get(row.replaced) ?? row.replaced }),
  }))
}

/** Rows of one cell, each once, of which the last that counts is the only one to count. */
function inForce(rows: readonly CorrectionRow[]): CorrectionRow[] {
  const each = [...new Map(rows.map((row) => [row.id, row])).values()].sort((a, b) => (a.at < b.at ? -1 : 1))
  const last = each.filter(counts).at(-1)
  return each.map((row) => (last && counts(row) && row !== last ? { ...row, replaced: last.id } : row))
}

function byField(rows: readonly CorrectionRow[]): Map<FieldId, CorrectionRow[]> {
  const fields = new Map<FieldId, CorrectionRow[]>()
  for (const row of rows) fields.set(row.field, [...(fields.get(row.field) ?? []), row])
  return fields
}
