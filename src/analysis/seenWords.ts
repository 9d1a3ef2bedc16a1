import type { Chart } from '../charts/chart'
import { labelOfFigure } from '../charts/ranked'
import { GAP_LABELS, STATE_SIGNS } from '../charts/table'
import { WORDS } from '../charts/words'
import { writtenTable, writtenText } from '../charts/writtenTable'
import { DISPUTE_COLUMN_LABELS } from '../form/disputes'
import { INDICATORS } from '../form/indicators'
import { MEASURES } from '../form/measures'
import { OUTCOME_LABELS, REQUEST_COLUMN_LABELS, REQUEST_ROWS } from '../form/requests'
import type { Label } from '../form/version'
import type { Language } from '../report/wording'

/** Tells texts of a table that were kept in Chinese in another language: as the present table has them there, else by the words of form and figures; names of bodies stay. */
export function wordsIn({ table }: Pick<Chart, 'table'>, language: Language): (text: string) => string {
  const own = new Map(KNOWN.map(({ zh, [language]: said }) => [zh, said]))
  const [zh, other] = [writtenTable(table, 'zh'), writtenTable(table, language)]
  zh.heads.forEach((head, at) => own.set(head, other.heads[at] ?? head))
  zh.rows.forEach((row, at) => {
    row.forEach((cell, column) => {
      const said = other.rows[at]?.[column]
      if (said) own.set(writtenText(cell, 'zh'), writtenText(said, language))
    })
  })
  const known = (text: string): string => own.get(text) ?? text
  return (text) => {
    const whole = own.get(text)
    if (whole !== undefined) return whole
    // A number with the signs of its history, or a head with its unit.
    const [, words = text, unit = ''] = UNIT.exec(text) ?? []
    const said = words.split(' ').map(known).join(' ')
    return unit === '' ? said : said + (UNITS[unit]?.[language] ?? unit)
  }
}

const UNITS: Readonly<Record<string, Label>> = {
  '（%）': { zh: '（%）', en: ' (%)' },
  '（百分点）': { zh: '（百分点）', en: ' (points)' },
  ' 个百分点': { zh: ' 个百分点', en: ' points' },
}
const UNIT = /^(.*?)(（%）|（百分点）| 个百分点)$/u

const KNOWN: readonly Label[] = [
  ...Object.values(WORDS),
  ...Object.values(GAP_LABELS),
  ...Object.values(STATE_SIGNS),
  ...Object.values(OUTCOME_LABELS),
  ...Object.values(DISPUTE_COLUMN_LABELS),
  ...Object.values(REQUEST_COLUMN_LABELS).map(({ short }) => short),
  ...REQUEST_ROWS.map(({ short }) => short),
  ...[...MEASURES, ...INDICATORS].map(({ id }) => labelOfFigure(id)),
]
