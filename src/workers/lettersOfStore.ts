import { letterFiles } from '../exports/letters/letterFiles'
import type { Letter, Reminder } from '../exports/letters/letter'
import { goesIn } from '../exports/letters/letterChoice'
import type { LetterChoice } from '../exports/letters/letterChoice'
import { listAgencies } from '../store/agencies'
import type { Store } from '../store/db'
import { readSettings } from '../store/settings'
import type { AgencyYear } from '../store/versions'
import type { StandingFindings } from './standingFindings'

/** What letters are wanted. */
export interface LettersRequest {
  /** The reports that letters may be about; those without a finding that goes in get none. */
  readonly reports: readonly AgencyYear[]
  /** Agency-years whose report has not come and whose day is over: they are reminded. */
  readonly overdue: readonly (AgencyYear & { readonly deadline: string })[]
  readonly choice: LetterChoice
  /** Day by which agencies are to answer, `YYYY-MM-DD`; `''` leaves it open. */
  readonly due: string
  /** Day of the letters, `YYYY-MM-DD`. */
  readonly date: string
  /** Data of the fictional city. */
  readonly example: boolean
}

/** Letters made, of how many. */
export interface LettersProgress {
  readonly done: number
  readonly of: number
}

export interface Letters {
  /** The one letter, or all of them as a zip; `null` where there are none. */
  readonly file: Blob | null
  readonly name: string
  readonly letters: number
  readonly reminders: number
  readonly findings: number
}

/** The letters on some reports, in their order, then the reminders. What people wrote for them is in the settings of the store. */
export async function lettersOf(
  store: Store,
  findings: StandingFindings,
  { reports, overdue, choice, due, date, example }: LettersRequest,
  progress: (value: LettersProgress) => void,
): Promise<Letters> {
  const [agencies, { letterPreamble, letterSender }] = await Promise.all([listAgencies(store), readSettings(store)])
  const names = new Map(agencies.map(({ id, name }) => [id, name]))
  const letters = reports.flatMap(({ agency, year }): Letter[] => {
    const own = findings
      .of({ agency, year })
      .filter(({ finding, standing }) => goesIn(finding, standing.state, choice))
      .map(({ finding }) => finding)
    const name = names.get(agency)
    return name === undefined || own.length === 0 ? [] : [{ agency: name, year, findings: own }]
  })
  const reminders = overdue.flatMap(({ agency, year, deadline }): Reminder[] => {
    const name = names.get(agency)
    return name === undefined ? [] : [{ agency: name, year, deadline }]
  })
  const of = letters.length + reminders.length
  progress({ done: 0, of })
  const manner = { preamble: letterPreamble, sender: letterSender, due, date, example }
  const made = await letterFiles([...letters, ...reminders], manner, async (done) => {
    progress({ done, of })
    // Lets other questions through.
    await new Promise((resolve) => {
      setTimeout(resolve, 0)
    })
  })
  return {
    file: made?.file ?? null,
    name: made?.name ?? '',
    letters: letters.length,
    reminders: reminders.length,
    findings: letters.reduce((sum, { findings: own }) => sum + own.length, 0),
  }
}
