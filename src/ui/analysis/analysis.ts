import { computed, inject, provide } from 'vue'
import type { ComputedRef, InjectionKey } from 'vue'
import { questionOf } from '@/analysis/question'
import type { Asked, FigureKind } from '@/analysis/figure'
import { list } from '@/analysis/params'
import type { Param, Params, ValuesOf } from '@/analysis/params'
import type { FigureQuestion } from '@/analysis/question'
import { SWITCHES } from '@/analysis/switches'
import type { SwitchValues } from '@/analysis/switches'
import type { FigureSetting } from '@/charts/caption'
import type { Catalogue } from '@/cube/query'
import { useCatalogue } from '@/state/answers'
import { useDatabase } from '@/state/database'
import { useView } from '@/state/view'
import type { View } from '@/state/view'
import { provideFigureKeys } from '../figure/figureKeys'
import { useFigureSetting } from '../figure/setting'
import { provideTables } from '../figure/tableChoice'

/** Figures that show their table, by the ids of their charts. */
const PAGE_PARAMS = { ...SWITCHES, tables: list() } as const

/** What every page of charts stands on, besides the answers to its own questions. */
export interface Analysis {
  readonly view: View<typeof PAGE_PARAMS>
  /** What there is to filter by; `null` until it is known. */
  readonly catalogue: ComputedRef<Catalogue | null>
  readonly setting: ComputedRef<FigureSetting>
  /** The database is open and holds reports: only then is there anything to ask. */
  readonly ready: ComputedRef<boolean>
  /** What a kind is asked on this page, `fixed` switches in place of the page's; `null` while there is nothing to ask. It stays the same object until something of it changes. */
  readonly asked: <P extends Params>(
    kind: Pick<FigureKind<P>, 'params'>,
    fixed?: Partial<SwitchValues>,
  ) => ComputedRef<Asked<P> | null>
  /** The question of a kind as the page stands, to be asked elsewhere. */
  readonly question: (kind: FigureKind, fixed?: Partial<SwitchValues>) => FigureQuestion
}

const KEY: InjectionKey<Analysis> = Symbol('the analysis page')

/** The ground of an analysis page: its address, its data. `initials` are the switches that it begins with where they differ from the usual. */
export function useAnalysis(initials: Partial<SwitchValues> = {}): Analysis {
  const database = useDatabase()
  const view = useView(withInitials(initials))
  provideTables({ get: () => view.switches.value.tables, set: (tables) => view.set({ tables }) })
  const { value: catalogue } = useCatalogue()
  const ready = computed(() => database.empty === false)
  const analysis: Analysis = {
    view,
    catalogue: computed(() => catalogue.value),
    setting: useFigureSetting(view, () => catalogue.value),
    ready,
    asked: (kind, fixed) =>
      computed((before: Asked<(typeof kind)['params']> | null | undefined) => {
        if (!ready.value) return null
        const switches = { ...view.switches.value, ...fixed }
        const now = { where: view.filter.value, switches: ownSwitches(kind.params, switches) }
        return before && JSON.stringify(before) === JSON.stringify(now) ? before : now
      }),
    question: (kind, fixed) => questionOf(kind, view.filters.value, { ...view.switches.value, ...fixed }),
  }
  provide(KEY, analysis)
  provideFigureKeys()
  return analysis
}

/** The analysis page that a figure stands on. */
export function useAnalysisPage(): Analysis {
  const analysis = inject(KEY)
  if (!analysis) throw new Error('a figure of a question stands on no analysis page')
  return analysis
}

function withInitials(initials: Partial<SwitchValues>): typeof PAGE_PARAMS {
  const own = Object.entries(initials).map(([name, initial]) => [
    name,
    { ...(PAGE_PARAMS as Params)[name], initial } satisfies Partial<Param<unknown>>,
  ])
  return { ...PAGE_PARAMS, ...(Object.fromEntries(own) as Partial<typeof PAGE_PARAMS>) }
}

/** Of all switches those that a kind has. */
function ownSwitches<P extends Params>(params: P, switches: Readonly<Record<string, unknown>>): ValuesOf<P> {
  return Object.fromEntries(Object.keys(params).map((name) => [name, switches[name]])) as ValuesOf<P>
}
