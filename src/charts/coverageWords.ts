import type { CoverageCell } from '../cube/query'
import type { Language } from '../report/wording'
import { COVERAGE_LABELS } from './coverage'
import { numberText } from './numbers'

/** Whether a report is missing though its deadline has not passed. `today` is `YYYY-MM-DD`. */
export function isNotYetDue({ status, deadline }: CoverageCell, today: string): boolean {
  return status === 'missing' && deadline !== undefined && today <= deadline
}

/** Whether a report is missing after its deadline, and nobody noted that there was nothing to report. */
export function isOverdue(cell: CoverageCell, today: string): boolean {
  return cell.status === 'missing' && cell.nil !== true && cell.deadline !== undefined && !isNotYetDue(cell, today)
}

/** How an agency-year stands, in words: 按期, 迟报, 未报, noted as nil, not yet due, date unknown. */
export function statusWords(cell: CoverageCell, today: string, language: Language): string {
  const zh = language === 'zh'
  if (cell.status === 'reported' && cell.published === undefined)
    return zh ? '已报，公布日期不详' : 'Reported, date unknown'
  if (cell.nil === true) return zh ? '未报，记为零申报' : 'No report, noted as nil'
  if (isNotYetDue(cell, today)) return zh ? '未报，未到期' : 'No report, not yet due'
  return COVERAGE_LABELS[cell.status][language]
}

/** Everything about an agency-year in words. */
export function coverageWords(cell: CoverageCell, today: string, language: Language): string {
  const zh = language === 'zh'
  const { published, deadline, errors, version = 1, differing = 0 } = cell
  const number = (value: number): string => numberText(value, language)
  return [
    statusWords(cell, today, language),
    ...(published === undefined ? [] : [zh ? `${published} 公布` : `published ${published}`]),
    ...(deadline === undefined || cell.status === 'reported' ? [] : [zh ? `限期 ${deadline}` : `due ${deadline}`]),
    ...(errors === 0 ? [] : [zh ? `数不等 ${number(errors)} 处` : `${number(errors)} not balancing`]),
    ...(version === 1 ? [] : [zh ? `第 ${number(version)} 版` : `version ${number(version)}`]),
    ...(version === 1 || differing === 0
      ? []
      : [zh ? `${number(differing)} 格与前版不同` : `${number(differing)} cells differ from the previous version`]),
  ].join(zh ? '，' : ', ')
}
