import { computed } from 'vue'
import { useSwitches } from '@/state/view'
import { choice, FILTER_PARAMS, list, optionalChoice, words } from '@/analysis/params'
import { agenciesWithin } from '../filters/options'
import { useNameSearch } from '../list/nameSearch'
import { usePrinting } from '../list/printing'
import { namesOf } from './agencyNames'
import type { RegisterFacts } from './registerFacts'
import { registerTree, treeRows } from './tree'
import type { TreeNode, TreeRow } from './tree'

/** Registers up to this size begin unfolded; larger ones with their outermost places, where these are few. */
const UNFOLDED = 400
const FEW = 5

/** What of the register is shown and in which order, as the address says. */
export function useRegisterList({ all, needs, reportsOf, systemWord }: RegisterFacts) {
  const printing = usePrinting()
  const { kinds, levels, systems, regions } = FILTER_PARAMS
  const { switches, set } = useSwitches({
    q: words(),
    view: choice(['tree', 'list'], 'tree'),
    kinds,
    levels,
    systems,
    regions,
    needs: list(),
    /** Places of the tree that are not as they begin. */
    turned: list(),
    agency: words(),
    side: optionalChoice(['questions', 'table']),
  })

  const entries = computed(() => all.value.map((agency) => ({ ...agency, reports: reportsOf(agency.id) })))
  const narrowed = computed(() => {
    const {
      q,
      needs: wanted,
      kinds: ofKinds,
      levels: ofLevels,
      systems: ofSystems,
      regions: ofRegions,
    } = switches.value
    return q !== '' || [wanted, ofKinds, ofLevels, ofSystems, ofRegions].some((some) => some.length > 0)
  })
  const left = computed(() => {
    const { needs: wanted } = switches.value
    const filter = { ...switches.value, agencies: [], years: [], scope: undefined }
    const within = new Set(agenciesWithin(filter, entries.value).map(({ id }) => id))
    return all.value.filter(
      ({ id }) => within.has(id) && (wanted.length === 0 || needs.value.get(id)?.some((need) => wanted.includes(need))),
    )
  })
  const found = useNameSearch(
    () => left.value,
    () => switches.value.q,
    {
      texts: (agency) => [...namesOf(agency), agency.region, agency.regionCode ?? '', systemWord(agency)],
      names: namesOf,
    },
  )

  const tree = computed(() => registerTree(all.value))
  const turned = computed(() => new Set(switches.value.turned))
  function isOpen({ id }: TreeNode, level: number): boolean {
    if (printing.value) return true
    const small = all.value.length <= UNFOLDED || (level === 1 && tree.value.length <= FEW)
    return (narrowed.value || small) !== turned.value.has(id)
  }
  const rows = computed((): TreeRow[] => {
    if (switches.value.view === 'tree')
      return treeRows(tree.value, {
        isOpen,
        wanted: narrowed.value ? new Set(found.value.map(({ id }) => id)) : null,
      })
    const place = { level: 1, among: found.value.length, parent: null, open: null, below: 0, context: false }
    return found.value.map((agency, index) => ({
      ...place,
      node: { id: agency.id, agency, children: [] },
      position: index + 1,
    }))
  })

  /** Folds or unfolds a row. */
  function fold({ node: { id }, open }: TreeRow, wanted: boolean): void {
    if (open === null || open === wanted) return
    const now = new Set(switches.value.turned)
    if (!now.delete(id)) now.add(id)
    set({ turned: [...now] }, 'replace')
  }

  return { switches, set, entries, found, rows, fold }
}
