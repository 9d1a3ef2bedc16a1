import { EXAMPLE } from '../../charts/caption'
import type { Label } from '../../form/version'
import type { DeckHead } from './pages'

const DATA: Label = { zh: '数据截至 ', en: 'Data as of ' }
/** Before the short text that tells one state of the data from another. */
export const FINGERPRINT: Label = { zh: '指纹 ', en: 'fingerprint ' }

/** The mark of made-up data, `''` on real ones. */
export const exampleOf = ({ example, language }: DeckHead): string => (example ? EXAMPLE[language] : '')

/** Of which data it is made: their date and fingerprint. */
export function deckLines({ updated, fingerprint, language }: DeckHead): string[] {
  return [
    ...(updated === null ? [] : [DATA[language] + updated]),
    ...(fingerprint === '' ? [] : [FINGERPRINT[language] + fingerprint]),
  ]
}
