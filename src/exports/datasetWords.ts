import type { Unit } from '../form/proactive'
import { TABLE_IDS } from '../form/version'
import type { FormVersion, Label } from '../form/version'
import type { DatasetNote, DatasetReport } from './dataset'

export const UNIT_LABELS: Readonly<Record<Unit, Label>> = {
  count: { zh: '件', en: 'count' },
  signedCount: { zh: '件（增减）', en: 'count (change)' },
  money: { zh: '万元', en: '10,000 yuan' },
}

export const SEVERITY_LABELS: Readonly<Record<'error' | 'warning' | 'info', Label>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '提醒', en: 'warning' },
  info: { zh: '提示', en: 'information' },
}

export const FORM_LABELS: Readonly<Record<FormVersion | 'both', Label>> = {
  '2019': { zh: '2019 版', en: '2019 form' },
  '2021': { zh: '2021 版', en: '2021 form' },
  both: { zh: '两版', en: 'both forms' },
}

/** Put after the state of a number that stands in an open error finding. */
export const IN_ERROR: Label = { zh: '，不等', en: ', does not balance' }

/** Where an issue stands: put to the end of its line. */
export const SETTLED_LABELS = {
  open: { zh: '待核', en: 'open' },
  settled: { zh: '已核', en: 'settled' },
} as const satisfies Readonly<Record<string, Label>>

/** How a finding stands. */
export const FINDING_WORD_LABELS: Readonly<Record<'open' | NonNullable<DatasetNote['word']>['says'], Label>> = {
  open: { zh: '未看', en: 'not looked at' },
  confirmed: { zh: '已确认', en: 'confirmed' },
  setAside: { zh: '已搁置', en: 'set aside' },
  corrected: { zh: '机关已更正', en: 'corrected by the agency' },
  changed: { zh: '数已变', en: 'figures changed' },
}

/** The form versions of a report's three tables; `—` for a table that it lacks. */
export function formsText(report: DatasetReport): string {
  return TABLE_IDS.map((table) => report.forms[table] ?? '—').join(' / ')
}
