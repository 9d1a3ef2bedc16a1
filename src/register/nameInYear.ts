import type { Agency } from './agency'

/** What an agency was called in a report year: the former name whose last year is the next to come, else the present one. */
export function nameInYear({ name, formerNames = [] }: Pick<Agency, 'name' | 'formerNames'>, year: number): string {
  const then = formerNames
    .flatMap((former) =>
      former.until !== undefined && former.until >= year ? [{ ...former, until: former.until }] : [],
    )
    .sort((one, other) => one.until - other.until)
  return then[0]?.name ?? name
}
