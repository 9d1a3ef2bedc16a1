import type { Agency } from '@/register/agency'
import type { Doubt } from '@/register/doubts'
import type { WaitingDoubt } from '@/state/doubts'

/** One thing that a person is asked: is this one of those? */
export type Question = {
  readonly key: string
  readonly name: string
  readonly candidates: readonly Agency[]
} & (
  | { readonly kind: 'agency'; readonly agency: Agency }
  | { readonly kind: 'report'; readonly report: string; readonly file: string; readonly year: number | null }
)

/** What is to be asked: first the reports that count nowhere until it is answered, then the entries that may be doubles. */
export function questionsOf(
  doubts: readonly Doubt[],
  waiting: readonly WaitingDoubt[],
  byId: ReadonlyMap<string, Agency>,
): Question[] {
  const reports = waiting
    .filter(({ candidates }) => candidates.length > 0)
    .map(({ row, name, candidates }): Question => {
      const { id, year, report } = row
      return { kind: 'report', key: id, name, candidates, report: id, file: report.source.file, year }
    })
  const agencies = doubts.flatMap(({ agency: id, candidates }): Question[] => {
    const agency = byId.get(id)
    const others = candidates.flatMap((candidate) => byId.get(candidate) ?? [])
    return agency && others.length > 0
      ? [{ kind: 'agency', key: id, name: agency.name, agency, candidates: others }]
      : []
  })
  return [...reports, ...agencies]
}
