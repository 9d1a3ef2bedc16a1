import { findingText } from '../check/rules'
import type { DatasetAgency, DatasetNote, DatasetReport } from '../exports/dataset'
import type { Agency } from '../register/agency'
import { KIND_LABELS, LEVEL_LABELS, SCOPE_LABELS } from '../register/labels'
import { systemLabel } from '../register/systems'
import { issueText } from '../report/issues'
import { placeText } from '../report/place'
import type { Language } from '../report/wording'
import { listAgencies } from '../store/agencies'
import type { Store } from '../store/db'
import { notesOf } from '../store/notes'
import { allCurrentRows, currentHeads } from '../store/reading'
import type { FindingRow, IssueRow, ReportRow } from '../store/rows'

/** Every current report of a database as exports take it, agencies and notes in words; years ascending, agencies by name within a year. */
export async function datasetOfStore(
  store: Store,
  language: Language,
  tell: (done: number, of: number) => void,
): Promise<DatasetReport[]> {
  const agencies = await listAgencies(store)
  const byId = new Map(agencies.map((agency) => [agency.id, agency]))
  const order = new Map(agencies.map(({ id }, index) => [id, index]))
  const of = (await currentHeads(store)).length
  const reports: DatasetReport[] = []
  for await (const rows of allCurrentRows(store)) {
    const notes = await notesOf(
      store,
      rows.map(({ id }) => id),
    )
    for (const row of rows) {
      const agency = byId.get(row.agency)
      if (!agency) continue
      const issues = (notes.issues.get(row.id) ?? []).map((issue) => issueNote(issue, language))
      const findings = (notes.findings.get(row.id) ?? []).map((finding) => findingNote(finding, language))
      reports.push(reportOf(row, agencyInWords(agency, byId, language), issues, findings))
    }
    tell(reports.length, of)
  }
  const rank = ({ agency }: DatasetReport): number => order.get(agency.id) ?? 0
  return reports.sort((a, b) => (a.year ?? 0) - (b.year ?? 0) || rank(a) - rank(b))
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

function agencyInWords(agency: Agency, byId: ReadonlyMap<string, Agency>, language: Language): DatasetAgency {
  const { id, name, kind, level, region, system, parent, scope } = agency
  return {
    id,
    name,
    kind: KIND_LABELS[kind][language],
    level: LEVEL_LABELS[level][language],
    region,
    system: system === null ? '' : (systemLabel(system)?.[language] ?? system),
    parent: parent === null ? '' : (byId.get(parent)?.name ?? parent),
    scope: SCOPE_LABELS[scope][language],
  }
}

function issueNote(issue: IssueRow, language: Language): DatasetNote {
  const { code, severity, fields, place } = issue
  return { code, severity, fields, at: placeText(place, language), message: issueText(issue, language) }
}

function findingNote(finding: FindingRow, language: Language): DatasetNote {
  const { rule, severity, fields, cells, formula, difference } = finding
  const places = [...new Set(cells.map(({ place }) => placeText(place, language)))]
  return {
    code: rule,
    severity,
    fields,
    at: places.join(language === 'zh' ? '、' : '; '),
    message: findingText(finding, language),
    formula,
    ...(difference !== undefined && { difference }),
  }
}
