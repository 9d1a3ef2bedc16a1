import { computed, ref, shallowRef, watch } from 'vue'
import type { ComputedRef, ShallowRef } from 'vue'
import type { Switches } from '@/state/view'
import type { FindingLine } from '@/workers/findingLine'
import { filterFindings, gravestBy, groupFindings } from './checkFilters'
import type { CHECK_PARAMS, FindingRowOf } from './checkFilters'

/** The list of findings, the one that is looked at, and those that are selected to be dealt with at once. */
export interface FindingList {
  readonly rows: ComputedRef<readonly FindingRowOf[]>
  /** In the order of the rows. */
  readonly lines: ComputedRef<readonly FindingLine[]>
  /** What would be listed if those in every state were. */
  readonly inAnyState: ComputedRef<readonly FindingLine[]>
  readonly current: ComputedRef<FindingLine | null>
  /** Its place among the lines. */
  readonly at: ComputedRef<number>
  readonly look: (id: string) => void
  readonly step: (by: 1 | -1) => void
  /** Several are being selected. */
  readonly selecting: ShallowRef<boolean>
  /** Ids; only of findings that are listed. */
  readonly selected: ComputedRef<ReadonlySet<string>>
  /** Selects a finding or no longer; with `run` everything between it and the one before. */
  readonly choose: (id: string, run: boolean) => void
  readonly chooseAll: () => void
  readonly chooseNone: () => void
  /** What a word is said of: the selected ones, else the one that is looked at. */
  readonly targets: ComputedRef<readonly string[]>
}

export function useFindingList(
  all: () => readonly FindingLine[],
  { switches, set }: Switches<typeof CHECK_PARAMS>,
): FindingList {
  const inAnyState = computed(() => filterFindings(all(), { ...switches.value, state: 'all' }))
  /** Whatever was decided, so that no agency changes its place while its findings are gone through. */
  const gravest = computed(() => gravestBy(inAnyState.value))
  const grouped = computed(() => groupFindings(filterFindings(all(), switches.value), switches.value.by, gravest.value))
  const lines = computed(() => grouped.value.lines)
  const place = computed(() => new Map(lines.value.map(({ id }, index) => [id, index])))
  /** Where the look last was: when its finding leaves the list, the one that takes its place is next. */
  const last = ref(0)
  const at = computed(() => {
    const known = place.value.get(switches.value.finding)
    return known ?? Math.min(last.value, lines.value.length - 1)
  })
  const current = computed(() => lines.value[at.value] ?? null)
  watch(at, (now) => {
    if (now >= 0) last.value = now
  })

  const selecting = shallowRef(false)
  const chosen = shallowRef<ReadonlySet<string>>(new Set())
  let anchor: string | null = null
  const selected = computed(() => new Set([...chosen.value].filter((id) => place.value.has(id))))

  function look(id: string): void {
    if (id !== current.value?.id || switches.value.finding === '') set({ finding: id }, 'replace')
  }

  function choose(id: string, run: boolean): void {
    selecting.value = true
    const next = new Set(selected.value)
    const [from, to] = [place.value.get(anchor ?? ''), place.value.get(id)]
    if (run && from !== undefined && to !== undefined)
      for (const line of lines.value.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(line.id)
    else if (!next.delete(id)) next.add(id)
    anchor = id
    chosen.value = next
  }

  return {
    rows: computed(() => grouped.value.rows),
    lines,
    inAnyState,
    current,
    at,
    look,
    step: (by) => {
      const next = lines.value[at.value + by]
      if (next) look(next.id)
    },
    selecting,
    selected,
    choose,
    chooseAll: () => {
      selecting.value = true
      chosen.value = new Set(lines.value.map(({ id }) => id))
    },
    chooseNone: () => {
      chosen.value = new Set()
      anchor = null
    },
    targets: computed(() => {
      if (selected.value.size > 0) return [...selected.value]
      return current.value && !selecting.value ? [current.value.id] : []
    }),
  }
}
