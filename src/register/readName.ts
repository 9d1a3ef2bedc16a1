import { nameKey } from './names'
import { nameParts, regionName } from './region'
import type { NameParts } from './region'
import type { Regions } from './regions'

/** Everything that matching asks of a name, read once. */
export interface ReadName {
  readonly key: string
  readonly parts: NameParts
  /** Name of the innermost region, of a zone with the region around it where it has none of its own; `''` without one. */
  readonly place: string
  /** Key of region and rest without the regions around; `''` without a region. */
  readonly inner: string
  /** Key of what follows the regions. */
  readonly rest: string
}

export function readName(name: string, regions: Regions): ReadName {
  const parts = nameParts(name, regions)
  const region = regionName(parts, regions)
  const inner = parts.units[parts.units.length - 1]
  return {
    key: nameKey(name),
    parts,
    place: inner?.level === 'zone' ? region : (inner?.name ?? ''),
    inner: region === '' ? '' : nameKey(`${region}${parts.rest}`),
    rest: nameKey(parts.rest),
  }
}
