/** A name as it is kept and shown to rules: compatibility forms made plain, without spaces and invisible characters, brackets of one kind. */
export function normaliseName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s\p{Cf}\p{Cc}]+/gu, '')
    .replace(/[〔［【「『<《]/gu, '(')
    .replace(/[〕］】」』>》]/gu, ')')
}

/** Endings that say the same: a region and its government, 街道 and its office, the long and the short word. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/[()·•.,、"'“”‘’-]/gu, ''],
  [/人民政府/gu, '政府'],
  [/([省市县区州旗镇乡]|苏木)政府$/u, '$1'],
  [/街道办(?:事处)?$/u, '街道'],
  [/管理委员会$/u, '管委会'],
]

/** What two writings of one name have in common: equal keys are the same agency, as far as a name can tell. */
export function nameKey(name: string): string {
  return SAME.reduce((key, [pattern, word]) => key.replace(pattern, word), normaliseName(name))
}

/** A stable id of an agency, made from its name: the same on every machine and in every import. 53 bits of a plain hash, no secret. */
export function agencyId(name: string): string {
  let one = 0xdeadbeef
  let two = 0x41c6ce57
  for (const char of nameKey(name)) {
    const code = char.codePointAt(0) ?? 0
    one = Math.imul(one ^ code, 2654435761)
    two = Math.imul(two ^ code, 1597334677)
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909)
  two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909)
  return `a${(4294967296 * (2097151 & two) + (one >>> 0)).toString(36)}`
}
