import type { FieldId } from '../../form/fields'
import type { Identity } from '../../form/identities'
import type { CheckInput } from '../input'

const BLANK = '□'

/** A number as formulas print it: plain digits, a true minus, a negative one inside a sum in brackets. */
function term(value: number | null, first: boolean): string {
  if (value === null) return BLANK
  if (value >= 0) return String(value)
  const negative = `−${String(-value)}`
  return first ? negative : `(${negative})`
}

/** A sum of numbers as formulas print it. */
export function joinedTerms(values: readonly (number | null)[]): string {
  return values.map((value, index) => term(value, index === 0)).join(' + ')
}

function side(fields: readonly FieldId[], { cells }: CheckInput): string {
  return joinedTerms(fields.map((field) => cells.get(field)?.value ?? null))
}

/** An identity with the numbers put in: `376 + 14 ≠ 374 + 6`; blanks as `□`. */
export function formulaOf({ left, right }: Identity, input: CheckInput, sign: '=' | '≠'): string {
  return `${side(left, input)} ${sign} ${side(right, input)}`
}

/** A single number against its bound: `−3 < 0`; `□` for none. */
export function numberText(value: number | null): string {
  return term(value, true)
}
