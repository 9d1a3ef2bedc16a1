import { nameParts } from './region'
import type { Regions } from './regions'

/**
 * A name that says no region (区财政局, 财政局) with the region of the nearest folder of its path that names one: 临澜市/东湖区/区财政局.docx is 东湖区财政局.
 * `null` where the name has a region, or no folder does. The file's own name counts least: it often is the agency's.
 */
export function placedName(name: string, path: string, regions: Regions): string | null {
  const { units, rest, levelWord } = nameParts(name, regions)
  if (units.length > 0 || rest === '') return null
  const folders = path.split(/[\\/!]+/u)
  for (const folder of folders.reverse()) {
    const parts = nameParts(folder.replace(/^[\d\s._、-]+/u, '').replace(/\.\w{1,5}$/u, ''), regions)
    const inner = parts.units[parts.units.length - 1]
    if (!inner || (levelWord !== null && levelWord !== levelOf(inner))) continue
    return parts.units.map((unit) => unit.name).join('') + rest
  }
  return null
}

/** A county-level city calls its own bodies 市财政局, too. */
function levelOf({ level, name }: { readonly level: string; readonly name: string }): string {
  if (level === 'zone') return 'county'
  return level === 'county' && name.endsWith('市') ? 'city' : level
}
