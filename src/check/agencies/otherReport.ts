import type { CheckInput } from '../input'

/** The other report that a finding is about, as its params: by the name that is shown, and by what does not change with the name. */
export function otherReport({
  agency,
  year,
  body,
}: CheckInput): Record<'other' | 'otherYear' | 'otherId', string | number> {
  return { other: agency ?? '', otherYear: year ?? '', otherId: body?.id ?? agency ?? '' }
}
