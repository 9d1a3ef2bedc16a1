import { legalText } from '../legalText'

/** What programs allow. */
const LONGEST = 31

/** A name for a sheet from its number and title, unlike all those taken, and takes it. */
export function sheetName(number: number, title: string, taken: Set<string>): string {
  const plain = legalText(title)
    .replace(/[[\]:*?/\\'\p{Cc}\p{Cf}]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
  const start = `${String(number)} `
  for (let again = 1; ; again++) {
    const end = again === 1 ? '' : ` (${String(again)})`
    const name = (start + Array.from(plain).slice(0, LONGEST).join('')).slice(0, LONGEST - end.length).trim() + end
    if (taken.has(name.toLowerCase())) continue
    taken.add(name.toLowerCase())
    return name
  }
}
