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
  /** Code of the innermost region that the table tells, of a zone that of the region around it. */
  readonly code: string | undefined
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
    code: toldCode(parts),
    inner: region === '' ? '' : nameKey(`${region}${parts.rest}`),
    rest: nameKey(parts.rest),
  }
}

function toldCode({ units }: NameParts): string | undefined {
  const told = units.filter(({ regions }) => regions.length === 1)
  return told[told.length - 1]?.regions[0]?.code
}
