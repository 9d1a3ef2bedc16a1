import { cellsInError, checkReport } from '../check/check'
import { forcedValues } from '../check/forced'
import { checkInputOf } from '../check/input'
import { findingText } from '../check/rules'
import type { DatasetAgency, DatasetNote, DatasetReport } from '../exports/dataset'
import type { Agency } from '../register/agency'
import { KIND_LABELS, LEVEL_LABELS, SCOPE_LABELS } from '../register/labels'
import { systemLabel } from '../register/systems'
import { issueText } from '../report/issues'
import { placeText } from '../report/place'
import type { Report } from '../report/report'
import type { Language } from '../report/wording'
import { agencyNamed } from './registerFile'

/** A report as read, checked and made ready for a file of the data set. */
export function datasetReportOf(report: Report, register: readonly Agency[], language: Language): DatasetReport {
  const input = checkInputOf(report)
  const findings = checkReport(input)
  return {
    agency: wordsOf(agencyNamed(report.agency ?? '', register), register, language),
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
    issues: report.issues.map((issue): DatasetNote => ({
      code: issue.code,
      severity: issue.severity,
      fields: issue.fields,
      at: placeText(issue.place, language),
      message: issueText(issue, language),
    })),
    findings: findings.map((finding): DatasetNote => ({
      code: finding.rule,
      severity: finding.severity,
      fields: finding.fields,
      at: finding.cells.map(({ place }) => placeText(place, language))[0] ?? '',
      message: findingText(finding, language),
      formula: finding.formula,
      ...(finding.difference === undefined ? {} : { difference: finding.difference }),
    })),
  }
}

function wordsOf(agency: Agency, register: readonly Agency[], language: Language): DatasetAgency {
  const { id, name, kind, level, region, system, parent, scope } = agency
  return {
    id,
    name,
    kind: name === '' ? '' : KIND_LABELS[kind][language],
    level: name === '' ? '' : LEVEL_LABELS[level][language],
    region,
    system: system === null ? '' : (systemLabel(system)?.[language] ?? system),
    parent: register.find((other) => other.id === parent)?.name ?? '',
    scope: name === '' ? '' : SCOPE_LABELS[scope][language],
  }
}
