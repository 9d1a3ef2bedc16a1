import type { Agency } from '@/register/agency'
import { deadlineOf, owes } from '@/register/deadlines'
import type { Deadlines, Due } from '@/register/deadlines'

/**
 * The day by which a report that there is none of was due, or `null` where none is missed: the agency owes none of that year, or nobody's reports
 * (`known`, their years) reach to it, so that it may just not be in yet.
 */
export function missedDay(
  agency: Due & Pick<Agency, 'from' | 'to'>,
  year: number,
  known: readonly number[],
  deadlines: Deadlines,
): string | null {
  const within = known.some((one) => one <= year) && known.some((one) => one >= year)
  return within && owes(agency, year) ? deadlineOf(agency, year, deadlines) : null
}
