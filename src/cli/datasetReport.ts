import { cellsInError, checkReport } from '../check/check'
import { forcedValues } from '../check/footing/forced'
import { checkInputOf } from '../check/input'
import type { DatasetAgency, DatasetReport } from '../exports/dataset'
import { agencyInWords, findingNote, issueNote } from '../exports/datasetInWords'
import { proposeAgency } from '../register/propose'
import type { Report } from '../report/report'
import type { Language } from '../report/wording'
import type { Register } from './register'

/** A report as read, checked and made ready for a file of the data set. */
export function datasetReportOf(report: Report, register: Register, language: Language): DatasetReport {
  const input = checkInputOf(report)
  const findings = checkReport(input)
  return {
    agency: report.agency === null ? UNNAMED : agencyOf(report.agency, report, register, language),
    year: report.year,
    ...(report.published === undefined ? {} : { published: report.published }),
    source: report.source,
    readAgency: report.agency,
    readYear: report.year,
    forms: report.forms,
    cells: report.cells,
    corrected: {},
    forced: Object.fromEntries(forcedValues(input)),
    inError: cellsInError(findings),
    issues: report.issues.map((issue) => issueNote(issue, language)),
    findings: findings.map((finding) => findingNote(finding, language)),
  }
}

/** Of a report that names no agency, nothing is known of it. */
const UNNAMED: DatasetAgency = {
  id: '',
  name: '',
  kind: '',
  level: '',
  region: '',
  system: '',
  parent: '',
  scope: '',
  regionCode: '',
  formerNames: '',
  successor: '',
}

/** The register's entry; for a name that it lacks, what the name alone suggests, without an id. */
function agencyOf(name: string, { year, source }: Report, register: Register, language: Language): DatasetAgency {
  const agency = register.find(name, { year, path: source.file }) ?? {
    ...proposeAgency(name, register.regions),
    id: '',
    edited: [],
  }
  return agencyInWords(agency, (id) => register.nameOf(id), language)
}
