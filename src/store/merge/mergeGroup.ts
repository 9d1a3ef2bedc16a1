import type { FieldId } from '../../form/fields'
import type { Agency } from '../../register/agency'
import type { Report } from '../../report/report'
import type { DecisionRow } from '../decisionRows'
import type { ReportHead } from '../rows'
import type { Filed } from '../versions'
import type { ForeignHead } from './foreignReport'
import { mergeCorrections } from './mergeCorrections'
import { mergeFindingWords } from './mergeFindingWords'
import type { CellPair, MergeNotes } from './outcome'

/** Cells of which a line names the numbers; the rest are counted. */
const NAMED_CELLS = 8

/** A report of the file; `report` is `null` where it could not be read. */
export interface Coming {
  readonly head: ForeignHead
  readonly report: Report | null
}

/** What the file has for one agency and year of one's own, and what lies there. */
export interface Group {
  readonly agency: Agency
  readonly year: number
  /** In the order of their versions in the file. */
  readonly coming: readonly Coming[]
  /** What people said in the file of this agency and year. */
  readonly said: readonly DecisionRow[]
  readonly filed: Filed
  /** Cells of one's own reports: those of this agency and year, and those of the same bytes wherever they are. */
  readonly cells: ReadonlyMap<string, Report['cells']>
  /** One's own reports of the same bytes. */
  readonly known: ReadonlyMap<string, ReportHead>
  /** Ids of those that wait for their agency or year. */
  readonly waiting: ReadonlySet<string>
}

/** What of a group comes in. */
export interface GroupPlan {
  /** New reports in the order in which they are placed; one that yields does not become the current version. */
  readonly taken: readonly { readonly head: ForeignHead; readonly report: Report; readonly yields: boolean }[]
  /** Reports of the same bytes that one has here, with what people said in the file of those bytes. */
  readonly same: readonly ForeignHead[]
  /** Corrections and words on findings. */
  readonly decisions: readonly DecisionRow[]
}

/**
 * Decides what of one agency and year comes in. The same bytes, and other bytes with the same numbers, are there already; other numbers become another
 * version, which does not count: one's own report goes on counting until a person chooses. Where one has none, the file's current version counts.
 */
export function planGroup(
  group: Group,
  takesChanging: boolean,
  names: (id: string) => string,
  notes: MergeNotes,
): GroupPlan {
  const { agency, year, filed } = group
  const same: ForeignHead[] = []
  const fresh: { head: ForeignHead; report: Report }[] = []
  for (const one of group.coming) {
    const fate = fateOf(one, group)
    notes.count('reports', fate)
    if (fate === 'same') same.push(one.head)
    if (fate === 'left' || fate === 'same') tellOwn(one, group, names, notes)
    if ((fate === 'new' || fate === 'versions') && one.report) fresh.push({ head: one.head, report: one.report })
    if (fate === 'versions' && one.report) tellVersion(group, filed.cells ?? {}, one.report, notes)
  }
  const counting = filed.versions.length > 0 ? null : (fresh.find(({ head }) => head.current) ?? fresh.at(-1))
  // Where two agencies of the file are one here, one report of a year counts, and the other is told.
  for (const { head, report } of counting ? fresh : [])
    if (head.current && head !== counting?.head) tellVersion(group, counting?.report.cells ?? {}, report, notes)
  const versions = [
    ...filed.versions.flatMap(({ id }) => group.cells.get(id) ?? []),
    ...fresh.map(({ report }) => report.cells),
  ]
  const mine = { agency, year, filed, versions, takesChanging }
  return {
    taken: fresh.map((one) => ({ ...one, yields: one !== counting })),
    same,
    decisions: [...mergeCorrections(group.said, mine, notes), ...mergeFindingWords(group.said, mine, notes)],
  }
}

/** Says that a report becomes a version that does not count, and how it differs from the one that does. */
function tellVersion({ agency, year }: Group, counting: Report['cells'], { cells }: Report, notes: MergeNotes): void {
  const apart = apartIn(counting, cells)
  notes.tell({ what: 'version', agency: agency.name, year, cells: apart.slice(0, NAMED_CELLS), n: apart.length })
}

type Fate = 'new' | 'versions' | 'same' | 'alike' | 'left'

function fateOf({ head, report }: Coming, { agency, year, filed, cells, known, waiting }: Group): Fate {
  const there = known.get(head.id)
  if (there) return there.agency === agency.id && there.year === year ? 'same' : 'left'
  if (waiting.has(head.id) || !report) return 'left'
  if (filed.versions.some(({ id, forms }) => isAlike(report, forms, cells.get(id) ?? {}))) return 'alike'
  return filed.versions.length > 0 ? 'versions' : 'new'
}

/** Says why a report stays out, or that the same bytes read otherwise here. */
function tellOwn(
  { head, report }: Coming,
  { agency, year, cells, known, waiting }: Group,
  names: (id: string) => string,
  notes: MergeNotes,
): void {
  const place = { agency: agency.name, year }
  const there = known.get(head.id)
  if (there && (there.agency !== agency.id || there.year !== year))
    notes.tell({ what: 'filed-elsewhere', ...place, name: `${names(there.agency)} ${String(there.year)}` })
  else if (there && report) {
    const apart = apartIn(cells.get(head.id) ?? {}, report.cells)
    if (apart.length > 0)
      notes.tell({ what: 'read-otherwise', ...place, cells: apart.slice(0, NAMED_CELLS), n: apart.length })
  } else if (!there) notes.tell({ what: waiting.has(head.id) ? 'waiting' : 'damaged', ...place, name: 'reports' })
}

/** Whether a report has the same tables with the same numbers, known alike, as one's own. */
function isAlike(report: Report, forms: Report['forms'], cells: Report['cells']): boolean {
  const tables = (of: Report['forms']): string => JSON.stringify([of.proactive, of.requests, of.disputes])
  const fields = new Set([...Object.keys(report.cells), ...Object.keys(cells)] as FieldId[])
  return (
    tables(report.forms) === tables(forms) &&
    [...fields].every(
      (field) =>
        (report.cells[field]?.value ?? null) === (cells[field]?.value ?? null) &&
        report.cells[field]?.state === cells[field]?.state,
    )
  )
}

/** Cells with another number; blank, unread and absent are the same here. */
function apartIn(own: Report['cells'], theirs: Report['cells']): CellPair[] {
  const fields = new Set([...Object.keys(own), ...Object.keys(theirs)] as FieldId[])
  return [...fields].flatMap((field) => {
    const pair = { field, own: own[field]?.value ?? null, theirs: theirs[field]?.value ?? null }
    return pair.own === pair.theirs ? [] : [pair]
  })
}
