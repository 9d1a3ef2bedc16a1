import { nameKey } from './names'
import { nameParts, regionOf } from './region'
import type { NameParts } from './region'

/** Everything that matching asks of a name, read once. */
export interface ReadName {
  readonly key: string
  readonly parts: NameParts
  /** Name of the innermost region, `''` without one. */
  readonly place: string
  /** Key of region and rest without the regions around; `''` without a region. */
  readonly inner: string
  /** Key of what follows the regions. */
  readonly rest: string
}

export function readName(name: string): ReadName {
  const parts = nameParts(name)
  const region = regionOf(parts)
  return {
    key: nameKey(name),
    parts,
    place: parts.units[parts.units.length - 1]?.name ?? '',
    inner: region === '' ? '' : nameKey(`${region}${parts.rest}`),
    rest: nameKey(parts.rest),
  }
}
