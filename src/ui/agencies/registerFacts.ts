import { computed } from 'vue'
import type { Agency } from '@/register/agency'
import { systemLabel } from '@/register/systems'
import { useAgencies } from '@/state/agencies'
import { useDoubts } from '@/state/doubts'
import { useReports } from '@/state/reports'
import { useText } from '../text'
import { factsOf, NO_FACTS, yearRuns } from './agencyFacts'
import { fateOf } from './fate'
import { NEEDS, needsOf } from './needs'
import type { Need } from './needs'
import { questionsOf } from './questions'
import type { RowFacts } from './rowFacts'

/** What the page knows of the register besides its fields: reports, what wants a look, what became of whom. Follows the data. */
export function useRegisterFacts() {
  const { t, language } = useText()
  const agencies = useAgencies()
  const reports = useReports()
  const doubts = useDoubts()

  const all = computed(() => agencies.list ?? [])
  const facts = computed(() => factsOf(reports.lines ?? []))
  const years = computed(() => [...new Set((reports.lines ?? []).map(({ head }) => head.year))].sort((a, b) => a - b))
  const comma = computed(() => (language.value === 'zh' ? '、' : ', '))
  const questions = computed(() => questionsOf(doubts.found ?? [], doubts.waiting, agencies.byId))
  const doubtful = computed(() => new Set((doubts.found ?? []).map(({ agency }) => agency)))
  const reportsOf = (id: string): number => facts.value.get(id)?.years.length ?? 0

  const needs = computed(() => {
    const basis = {
      has: (id: string) => agencies.byId.has(id),
      reports: reportsOf,
      doubtful: (id: string) => doubtful.value.has(id),
    }
    return new Map(all.value.map((agency) => [agency.id, needsOf(agency, basis)]))
  })
  const needCounts = computed(() => {
    const counts = Object.fromEntries(NEEDS.map((need) => [need, 0])) as Record<Need, number>
    for (const own of needs.value.values()) for (const need of own) counts[need]++
    return counts
  })

  const systemWord = ({ system }: Agency): string =>
    system === null ? '' : (systemLabel(system)?.[language.value] ?? system)
  const nameOf = (id: string | null | undefined): string => agencies.byId.get(id ?? '')?.name ?? ''
  const took = computed(() => {
    const from = new Map<string, string[]>()
    for (const { name, successor } of all.value)
      if (successor !== undefined) from.set(successor, [...(from.get(successor) ?? []), name])
    return from
  })
  /** What became of an agency and what it took over, in words. */
  const fate = (agency: Agency): string =>
    fateOf(agency, nameOf(agency.successor), took.value.get(agency.id) ?? [], t, comma.value)

  const rowFacts = (agency: Agency | undefined): RowFacts =>
    agency
      ? {
          years: yearRuns((facts.value.get(agency.id) ?? NO_FACTS).years, comma.value),
          needs: needs.value.get(agency.id) ?? [],
          parent: nameOf(agency.parent),
          system: systemWord(agency),
          fate: fate(agency),
        }
      : { years: '', needs: [], parent: '', system: '', fate: '' }

  return { all, facts, years, questions, needs, needCounts, reportsOf, systemWord, fate, rowFacts }
}

export type RegisterFacts = ReturnType<typeof useRegisterFacts>
