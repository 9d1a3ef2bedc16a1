import { isNational } from './kinds'
import { nameParts } from './region'
import type { Regions } from './regions'

/** Offices that every government has; other names (黄石海关, 灵乡镇) are told by their own word. */
const EVERYWHERE = /^(?:人民)?政府|[局委办室部厅会]$/u

/**
 * Whether every place has a body of this name (财政局, 区教育局), so that the name alone tells none of them apart: it names no region, and
 * neither an organ of the central government nor a word of its own.
 */
export function isCommonName(name: string, regions: Regions): boolean {
  const { units, rest, levelWord } = nameParts(name, regions)
  if (units.length > 0 || isNational(rest)) return false
  return levelWord !== null || EVERYWHERE.test(rest)
}
