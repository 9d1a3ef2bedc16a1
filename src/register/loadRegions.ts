import { regionsOf } from './regions'
import type { Regions } from './regions'

let loading: Promise<Regions> | undefined

/** The shipped table of regions, loaded on first asking and kept. */
export function loadRegions(): Promise<Regions> {
  loading ??= import('../../data/regions').then(({ REGIONS, FORMER_REGIONS }) => regionsOf(REGIONS, FORMER_REGIONS))
  return loading
}
