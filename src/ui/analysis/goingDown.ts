import { useRouter } from 'vue-router'
import { FILTER_PARAMS, writeParams } from '@/analysis/params'
import { SWITCHES } from '@/analysis/switches'
import { cellOf, subjectOf } from '@/analysis/placeWords'
import type { Place } from '@/charts/places'
import { useText } from '../text'
import type { Analysis } from './analysis'
import { provideMarking } from '../figure/marking'

/**
 * Figures of the page mark the same things, and choosing one goes a step down: from all to their agencies, from those to one, from one to its report and
 * the cell there. Every step is an entry of the history.
 */
export function useGoingDown(
  { view, catalogue }: Pick<Analysis, 'view' | 'catalogue'>,
  /** What choosing an agency does where figures are of agencies side by side: years lead nowhere there. */
  pick: ((agency: string) => void) | null = null,
): void {
  const router = useRouter()
  const { label, joined } = useText()

  /** The one agency that the figures are of, if they are. */
  const only = (): string | undefined => {
    const { agencies } = view.filters.value
    return agencies.length === 1 ? agencies[0] : undefined
  }

  function open({ mark, figure }: Place): void {
    const agency = mark.agency ?? only()
    const cell = figure === undefined ? null : cellOf(figure)
    if (agency !== undefined && mark.year !== undefined)
      void router.push({
        name: 'report',
        params: { agency, year: String(mark.year) },
        query: cell === null ? {} : { cell },
      })
    else if (pick) {
      if (mark.agency !== undefined) pick(mark.agency)
    } else if (mark.agency !== undefined) view.setFilter({ agencies: [mark.agency] })
    else if (figure !== undefined || mark.year !== undefined) compare(mark.year, figure)
  }

  function compare(year: number | undefined, figure: string | undefined): void {
    const { filters, switches } = view
    const next = {
      ...switches.value,
      ...(figure !== undefined && { figure }),
      ...(year !== undefined && { sort: 'year' as const, sortYear: year }),
    }
    const query = { ...writeParams(FILTER_PARAMS, filters.value), ...writeParams(SWITCHES, next) }
    void router.push({ name: 'compare', query })
  }

  provideMarking({
    open,
    words: (place) => {
      const { mark } = place
      const name = catalogue.value?.agencies.find(({ id }) => id === mark.agency)?.name
      const subject = subjectOf(place)
      return joined([
        ...(mark.agency === undefined ? [] : [name ?? mark.agency]),
        ...(mark.year === undefined ? [] : [String(mark.year)]),
        ...(subject === null ? [] : [label(subject)]),
      ])
    },
  })
}
