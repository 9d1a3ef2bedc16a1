import { findingText } from '@/check/rules/rules'
import { placeInWords } from '@/report/place'
import type { NewItem } from '@/store/deckRows'
import type { ReportDetail } from '@/store/reading'
import { formatDate } from '../format'
import type { Text } from '../text'
import type { CellView } from './cellView'
import { valueWords } from './valueWords'

/** What tells of a number besides the number. */
export interface CellWhence {
  readonly agency: string
  readonly detail: ReportDetail
  /** Of the data, `''` where it is not known. */
  readonly fingerprint: string
  readonly example: boolean
}

/** One number of a report for a deck: a page of text with the number, how it came to be, where it stands and what does not foot with it. It does not follow the data, and says so. */
export function cellItem(
  view: CellView,
  { agency, detail, fingerprint, example }: CellWhence,
  { t, label, joined, language: { value: language } }: Text,
): NewItem {
  const { row } = detail
  const place = row.cells[view.field.id]?.place
  const source = joined([
    ...(place ? [placeInWords(place, language)] : []),
    row.source.file,
    t('report.version', { version: row.version }),
    t('report.raw', { raw: view.raw }),
  ])
  return {
    kind: 'text',
    title: t('report.deck.title', { agency, year: String(row.year), field: label(view.field.label) }),
    lines: [
      t('report.deck.value', {
        value: valueWords(view, view.field.unit, t, language),
        state: t(`terms.states.${view.state}`),
      }),
      ...view.findings.map((finding) => `${finding.rule} ${findingText(finding, language)}`),
      t('report.deck.source', { source }),
      joined([
        t('report.deck.asOf', { day: formatDate(row.imported) }),
        ...(fingerprint === '' ? [] : [fingerprint]),
        ...(example ? [t('charts.exampleName')] : []),
      ]),
    ],
  }
}
