import { measureOf } from '../../form/measures'
import { REQUEST_COLUMN_LABELS } from '../../form/requests'
import { STATED } from './measures'
import type { Statement } from './statement'

/** What a stated count is called in the words of the form, in both languages. */
export function readingName({ measures, applicant }: Pick<Statement, 'measures' | 'applicant'>): {
  nameZh: string
  nameEn: string
} {
  const labels = measures.map((measure) => {
    const [reading] = STATED[measure].readings
    return measureOf(reading ?? '')?.label ?? { zh: measure, en: measure }
  })
  const column = applicantName(applicant)
  return {
    nameZh: labels.map(({ zh }) => zh.replace(/·总计$/u, '')).join('、') + column.zh,
    nameEn: labels.map(({ en }) => en.replace(/, total$/u, '')).join(' and ') + column.en,
  }
}

function applicantName(applicant: string | undefined): { zh: string; en: string } {
  if (applicant === undefined) return { zh: '', en: '' }
  if (applicant === 'organisations') return { zh: '·法人或其他组织', en: ', organisations' }
  const column = applicant === 'business' ? REQUEST_COLUMN_LABELS.business : REQUEST_COLUMN_LABELS.natural
  return { zh: `·${column.short.zh}`, en: `, ${column.en}` }
}
