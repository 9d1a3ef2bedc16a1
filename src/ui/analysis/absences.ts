import { computed } from 'vue'
import type { ComputedRef } from 'vue'
import { askAbsences } from '@/analysis/absences'
import type { Absences } from '@/analysis/absences'
import { absenceReadings } from '@/charts/absences'
import { readingText } from '@/charts/readings'
import type { Filter } from '@/cube/query'
import type { Label } from '@/form/version'
import { useAsked } from '@/state/answers'
import { nilKey, useNilReturns } from '@/state/nilReturns'
import { withNilReturns } from '../coverage/coverageLines'
import { dayOf } from '../format'
import { useText } from '../text'

/** Says why there are no reports, by what people noted of nil returns, too. */
export function useAbsenceReadings(): (absences: Absences) => Label[] {
  const nil = useNilReturns()
  const today = dayOf(new Date())
  return ({ rows, years, names }) =>
    absenceReadings(
      withNilReturns(rows, (agency, year) => nil.value.has(nilKey({ agency, year }))),
      years,
      names,
      today,
    )
}

/** What a page says in place of figures where no report matches its filter: `lead`, then why, as far as the register knows; `null` where some match. `empty` is `null` unless none does. */
export function useNothing(empty: () => Filter | null, lead: () => string): ComputedRef<string | null> {
  const { language } = useText()
  const readingsOf = useAbsenceReadings()
  const { value: absences } = useAsked(empty, askAbsences)
  return computed(() => {
    if (empty() === null) return null
    const why = absences.value ? readingsOf(absences.value) : []
    return [lead(), readingText({ readings: why }, language.value)].join(language.value === 'zh' ? '' : ' ').trim()
  })
}
