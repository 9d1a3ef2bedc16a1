import type { DatasetAgency, DatasetNote, DatasetReport } from '../exports/dataset'
import { agencyInWords, findingNote, issueNote } from '../exports/datasetInWords'
import type { Agency } from '../register/agency'
import type { Result } from '../report/report'
import type { Language } from '../report/wording'
import { listAgencies } from '../store/agencies'
import { allCurrentRows, currentHeads } from '../store/reading'
import type { ReportRow } from '../store/rows'
import { vouchedFields } from '../store/standing'
import type { StoreError } from '../store/storeError'
import { issuesOf } from '../store/words'
import type { StandingIssue } from '../store/words'
import { ChecksOfStore } from './checksOfStore'

interface DatasetOfStore {
  readonly reports: readonly DatasetReport[]
  readonly agencies: readonly Agency[]
}

/** Every agency, and every current report of a database as exports take it, agencies, notes and the findings of all rules in words; years ascending, agencies by name within a year. */
export async function datasetOfStore(
  database: string,
  language: Language,
  tell: (done: number, of: number) => void,
): Promise<Result<DatasetOfStore, StoreError>> {
  // Every report is gone through twice: for the findings, and for what is written.
  const checks = await new ChecksOfStore(database).ready(({ done, of }) => {
    tell(Math.floor(done / 2), of)
  })
  if (!checks.ok) return checks
  const { store, findings } = checks.value
  const agencies = await listAgencies(store)
  const byId = new Map(agencies.map((agency) => [agency.id, agency]))
  const order = new Map(agencies.map(({ id }, index) => [id, index]))
  const of = (await currentHeads(store)).length
  const reports: DatasetReport[] = []
  for await (const rows of allCurrentRows(store)) {
    const issuesByReport = await issuesOf(store, rows)
    for (const row of rows) {
      const agency = byId.get(row.agency)
      if (!agency) continue
      const said = issuesByReport.get(row.id) ?? []
      const issues = said.map((issue) => issueNote(issue, language, settledBy(issue)))
      const vouched = vouchedFields(said)
      const found = findings.of(row).map(({ finding, standing }) => findingNote(finding, language, standing))
      const whose = agencyInWords(agency, (id) => byId.get(id)?.name, language)
      reports.push({ ...reportOf(row, whose, issues, found), vouched })
    }
    tell(Math.ceil((of + reports.length) / 2), of)
  }
  const rank = ({ agency }: DatasetReport): number => order.get(agency.id) ?? 0
  const sorted = reports.sort((a, b) => (a.year ?? 0) - (b.year ?? 0) || rank(a) - rank(b))
  return { ok: true, value: { reports: sorted, agencies } }
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
