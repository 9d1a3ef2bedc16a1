import type { Lineage } from '@/register/lineage'
import type { Language } from '@/report/wording'
import { joinNames } from '../format'
import type { Text } from '../text'
import type { AgencyEntry } from './options'

/** How agencies are called where each is chosen with those whose duties it took over. */
export interface SeriesNames {
  /** What an agency is in its series, in words: what came before a head, where another goes on; `''` where it stands alone. */
  readonly placeOf: (id: string) => string
  /** The names of some agencies as they are chosen: each series once by its head, with what came before it. */
  readonly wordsOf: (ids: readonly string[]) => string[]
}

type Entry = Pick<AgencyEntry, 'id' | 'name' | 'formerIds'>

export function seriesNames(
  agencies: readonly Entry[],
  series: readonly Lineage[],
  language: Language,
  t: Text['t'],
): SeriesNames {
  const names = new Map(
    agencies.flatMap(({ id, name, formerIds = [] }) => [id, ...formerIds].map((one) => [one, name])),
  )
  const nameOf = (id: string): string => names.get(id) ?? t('shell.filters.unknownAgency')
  const several = series.filter(({ members }) => members.length > 1)
  const of = new Map(several.flatMap((one) => one.members.map((member) => [member, one] as const)))
  const before = ({ head, members }: Lineage): string =>
    joinNames(
      members.flatMap((member) => (member === head ? [] : [nameOf(member)])),
      language,
    )
  return {
    placeOf: (id) => {
      const own = of.get(id)
      if (!own) return ''
      return own.head === id
        ? t(own.members.length > 2 ? 'shell.filters.withSeveral' : 'shell.filters.withBefore', {
            names: before(own),
            n: own.members.length - 1,
          })
        : t('shell.filters.goesOn', { name: nameOf(own.head) })
    },
    wordsOf: (ids) => [
      ...new Set(
        ids.map((id) => {
          const own = of.get(id)
          return own ? t('shell.filters.series', { name: nameOf(own.head), names: before(own) }) : nameOf(id)
        }),
      ),
    ],
  }
}
