import type { Filter } from '../cube/query'
import type { FILTER_PARAMS } from './params'
import type { ValuesOf } from './params'

/** The shared filter as an address has it: every part present, empty where it does not filter. */
export type FilterValues = ValuesOf<typeof FILTER_PARAMS>

/** The filter of the engine from that of the address: what is empty does not filter. */
export function filterOf(values: FilterValues): Filter {
  return {
    ...(values.years.length > 0 && { years: values.years }),
    ...(values.regions.length > 0 && { regions: values.regions }),
    ...(values.kinds.length > 0 && { kinds: values.kinds }),
    ...(values.levels.length > 0 && { levels: values.levels }),
    ...(values.systems.length > 0 && { systems: values.systems }),
    ...(values.agencies.length > 0 && { agencies: values.agencies }),
    ...(values.scope !== undefined && { scope: values.scope }),
  }
}
