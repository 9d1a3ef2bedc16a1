import type { FindingStanding } from '../check/decisions'
import { findingText } from '../check/rules/rules'
import type { Agency } from '../register/agency'
import { KIND_LABELS, LEVEL_LABELS, SCOPE_LABELS } from '../register/labels'
import { systemLabel } from '../register/systems'
import { printField } from '../register/table/columns'
import type { ColumnId } from '../register/table/columns'
import type { Finding } from '../report/finding'
import { issueText } from '../report/issues'
import { placeText } from '../report/place'
import type { Issue } from '../report/report'
import type { Language } from '../report/wording'
import type { DatasetAgency, DatasetNote } from './dataset'

/** An agency in words as people read them; `nameOf` names other agencies by their ids. */
export function agencyInWords(
  agency: Agency,
  nameOf: (id: string) => string | undefined,
  language: Language,
): DatasetAgency {
  const { id, name, kind, level, region, system, scope } = agency
  const printed = (column: ColumnId): string => printField(agency, column, nameOf, language)
  return {
    id,
    name,
    kind: KIND_LABELS[kind][language],
    level: LEVEL_LABELS[level][language],
    region,
    regionCode: printed('regionCode'),
    system: system === null ? '' : (systemLabel(system)?.[language] ?? system),
    parent: printed('parent'),
    scope: SCOPE_LABELS[scope][language],
    formerNames: printed('formerNames'),
    successor: printed('successor'),
  }
}

/** An issue of reading with its words; `settled` where a person need not look at it any more. */
export function issueNote(issue: Issue, language: Language, settled?: DatasetNote['settled']): DatasetNote {
  const { code, severity, fields, place } = issue
  return {
    code,
    severity,
    fields,
    at: placeText(place, language),
    message: issueText(issue, language),
    ...(settled && { settled }),
  }
}

/** A finding with its words, every place that it concerns, each once, and what was said of it. */
export function findingNote(
  finding: Finding,
  language: Language,
  { state, decision }: FindingStanding = { state: 'open', decision: null },
): DatasetNote {
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
    ...(decision && { word: { says: state, reason: decision.reason, by: decision.by, at: decision.at } }),
  }
}
