import { computed, ref, watch } from 'vue'
import { useAgencies } from '@/state/agencies'
import { useDoubts } from '@/state/doubts'
import { usePreferences } from '@/state/preferences'
import { useReports } from '@/state/reports'
import { questionsOf } from './questions'
import { useRegisterWork } from './registerWork'

/** As many candidates as there are digits; a bare name may be any of a hundred. */
const MOST = 9

/** The names that may be one of several agencies, which of them is asked now, and the answers; `answered` is called when one is written. */
export function useQuestions(answered: () => Promise<void>) {
  const { attempt, say } = useRegisterWork()
  const agencies = useAgencies()
  const doubts = useDoubts()
  const reports = useReports()
  const preferences = usePreferences()

  const skipped = ref<ReadonlySet<string>>(new Set())
  const at = ref(0)
  /** Which candidate is meant, or which other agency instead. */
  const chosen = ref(0)
  const another = ref<string | null>(null)
  const busy = ref(false)

  const all = computed(() => questionsOf(doubts.found ?? [], doubts.waiting, agencies.byId))
  const open = computed(() => all.value.filter(({ key }) => !skipped.value.has(key)))
  const question = computed(() => open.value[Math.min(at.value, open.value.length - 1)])
  const offered = computed(() => question.value?.candidates.slice(0, MOST) ?? [])
  const others = computed(() => {
    const asked = question.value
    return (agencies.list ?? []).filter(({ id }) => asked?.kind !== 'agency' || id !== asked.agency.id)
  })
  const candidate = computed(() =>
    another.value === null ? offered.value[chosen.value] : agencies.byId.get(another.value),
  )
  watch(
    () => question.value?.key,
    () => {
      chosen.value = 0
      another.value = null
    },
  )

  function choose(index: number): void {
    chosen.value = index
    another.value = null
  }

  function go(by: number): void {
    at.value = Math.min(Math.max(at.value + by, 0), Math.max(open.value.length - 1, 0))
  }

  async function answer(work: () => Promise<unknown>): Promise<void> {
    if (busy.value) return
    busy.value = true
    await work()
    busy.value = false
    await answered()
  }

  function yes(): void {
    const asked = question.value
    const other = candidate.value
    if (!asked || !other) return
    if (asked.kind === 'agency') void answer(() => attempt(agencies.merge(other.id, asked.agency.id)))
    else if (asked.year !== null) {
      const { report, year } = asked
      const assignment = { agency: { id: other.id }, year, by: preferences.name }
      void answer(() => attempt(reports.assign(report, assignment)))
    }
  }

  function no(): void {
    const asked = question.value
    if (!asked || asked.candidates.length === 0) return
    const candidates = asked.candidates.map(({ id }) => id)
    void answer(() => attempt(agencies.apart(asked.name, candidates)))
  }

  function skip(): void {
    const asked = question.value
    if (!asked) return
    skipped.value = new Set([...skipped.value, asked.key])
    go(0)
    say('')
  }

  function askAgain(): void {
    skipped.value = new Set()
  }

  return {
    all,
    open,
    question,
    offered,
    others,
    candidate,
    skipped,
    chosen,
    another,
    busy,
    choose,
    go,
    yes,
    no,
    skip,
    askAgain,
  }
}
