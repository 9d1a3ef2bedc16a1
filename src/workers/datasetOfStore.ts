import type { DatasetAgency, DatasetNote, DatasetReport } from '../exports/dataset'
import { agencyInWords, findingNote, issueNote } from '../exports/datasetInWords'
import type { Agency } from '../register/agency'
import type { Language } from '../report/wording'
import { listAgencies } from '../store/agencies'
import type { Store } from '../store/db'
import { notesOf } from '../store/notes'
import { allCurrentRows, currentHeads } from '../store/reading'
import type { ReportRow } from '../store/rows'
import { vouchedFields } from '../store/standing'
import type { StandingIssue } from '../store/words'

/** Every agency, and every current report of a database as exports take it, agencies and notes in words; years ascending, agencies by name within a year. */
export async function datasetOfStore(
  store: Store,
  language: Language,
  tell: (done: number, of: number) => void,
): Promise<{ reports: DatasetReport[]; agencies: readonly Agency[] }> {
  const agencies = await listAgencies(store)
  const byId = new Map(agencies.map((agency) => [agency.id, agency]))
  const order = new Map(agencies.map(({ id }, index) => [id, index]))
  const of = (await currentHeads(store)).length
  const reports: DatasetReport[] = []
  for await (const rows of allCurrentRows(store)) {
    const notes = await notesOf(store, rows)
    for (const row of rows) {
      const agency = byId.get(row.agency)
      if (!agency) continue
      const said = notes.issues.get(row.id) ?? []
      const issues = said.map((issue) => issueNote(issue, language, settledBy(issue)))
      const vouched = vouchedFields(said)
      const findings = (notes.findings.get(row.id) ?? []).map((finding) => findingNote(finding, language))
      const whose = agencyInWords(agency, (id) => byId.get(id)?.name, language)
      reports.push({ ...reportOf(row, whose, issues, findings), vouched })
    }
    tell(reports.length, of)
  }
  const rank = ({ agency }: DatasetReport): number => order.get(agency.id) ?? 0
  return { reports: reports.sort((a, b) => (a.year ?? 0) - (b.year ?? 0) || rank(a) - rank(b)), agencies }
}

function reportOf(
  row: ReportRow,
  agency: DatasetAgency,
  issues: readonly DatasetNote[],
  findings: readonly DatasetNote[],
): DatasetReport {
  const { year, published, source, hash, readAgency, readYear, forms, cells, corrected, forced, inError } = row
  return {
    agency,
    year,
    ...(published !== undefined && { published }),
    source,
    hash,
    readAgency,
    readYear,
    forms,
    cells,
    corrected,
    forced,
    inError,
    issues,
    findings,
  }
}

/** Who settled an issue that needs no look any more: who found it right, or nobody in particular where its cells were corrected. */
function settledBy({ open, accepted }: StandingIssue): DatasetNote['settled'] {
  return open ? undefined : { by: accepted?.by ?? '', at: accepted?.at ?? '' }
}
