import type { FlowNote } from '../flow'
import { plainNumber, showNumber, type Shown } from './numberFormat'

const NONE: readonly FlowNote[] = []

/** A number by its format. Where the file names one that it does not have, the number stands with a note. */
export function numberText(value: number, format: string | null, date1904: boolean, showsZeros: boolean): Shown {
  if (format !== null) return showNumber(value, format, date1904, showsZeros)
  const stored = plainNumber(value)
  return { text: stored, notes: [{ code: 'format-unknown', params: { format: '?', stored } }] }
}

/**
 * A formula whose result was never stored stands for itself, so that its cell is not taken for an empty one. Without Chinese
 * characters, which would make it a label.
 */
export function formulaText(formula: string): string {
  return `=${/\p{Script=Han}/u.test(formula) ? '…' : formula.replace(/^=/u, '').slice(0, 80)}`
}

export const plainText = (text: string): Shown => ({ text, notes: NONE })
