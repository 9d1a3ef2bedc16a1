import { computed } from 'vue'
import { KIND_LABELS, LEVEL_LABELS } from '@/register/labels'
import { AGENCY_KINDS, LEVELS } from '@/register/agency'
import type { Catalogue } from '@/cube/query'
import { useCoverage } from '@/state/answers'
import { nilKey, useNilReturns } from '@/state/nilReturns'
import { filterOf } from '@/analysis/filter'
import type { View } from '@/state/view'
import { choice, flag, words } from '@/analysis/params'
import { dayOf } from '../format'
import { useText } from '../text'
import { COVERAGE_GROUPS, COVERAGE_ONLY, coverageLines, withNilReturns } from './coverageLines'
import type { AgencyLine, GroupLine } from './coverageLines'

export const COVERAGE_PARAMS = {
  only: choice(COVERAGE_ONLY, 'all'),
  by: choice(COVERAGE_GROUPS, 'parent'),
  /** The panel of letters is open; with an agency's id for its letters alone. */
  letters: flag(false),
  to: words(),
}

/** The lines of the matrix as the address says, and what stands above them. */
export function useCoverageList(view: View<typeof COVERAGE_PARAMS>, catalogue: () => Catalogue | null, ready: () => boolean) {
  const { t, label } = useText()
  const today = dayOf(new Date())
  const answer = useCoverage(() => {
    // Nothing is summed here: both scopes stand together, whatever another page was set to.
    return ready() ? filterOf({ ...view.filters.value, scope: undefined }) : null
  })
  const byId = computed(() => new Map((catalogue()?.agencies ?? []).map((agency) => [agency.id, agency])))
  const years = computed(() => answer.value.value?.years ?? [])
  const nil = useNilReturns()
  const rows = computed(() =>
    withNilReturns(answer.value.value?.rows ?? [], (agency, year) => nil.value.has(nilKey({ agency, year }))),
  )
  const lines = computed(() => {
    const { only, by } = view.switches.value
    return coverageLines(rows.value, years.value, byId.value, { only, by, today })
  })
  const whole = computed(() => lines.value.find((line): line is GroupLine => line.kind === 'group'))
  const shown = computed(() => lines.value.filter((line): line is AgencyLine => line.kind === 'agency'))
  const latest = computed(() => years.value.at(-1) ?? null)

  function groupWords({ group }: GroupLine): string {
    if (group === null) return t('coverage.all')
    const kind = AGENCY_KINDS.find((one) => one === group)
    const level = LEVELS.find((one) => one === group)
    const { by } = view.switches.value
    if (by === 'kind' && kind) return label(KIND_LABELS[kind])
    if (by === 'level' && level) return label(LEVEL_LABELS[level])
    return group === '' ? t('coverage.noParent') : (byId.value.get(group)?.name ?? group)
  }

  return { today, answer, byId, years, lines, whole, shown, latest, groupWords }
}
