/** What tells no two agencies apart, as a pattern: blanks (first group), a figure (second), the agency's own name (third). */
export type Noise = RegExp

const BLANKS = '[\\s\\u3000\\uFEFF]+'
/** Figures of a row of a table, one after the other, are one. */
const FIGURE = '[0-9０-９](?:[0-9０-９.,%％/／|—-]|\\s(?=[\\s0-9０-９/／|—-]))*'

/** The noise in the texts of an agency. */
export function noiseOf(name: string | null): Noise {
  const own = name !== null && name.length > 1 ? `|(${name.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&')})` : ''
  return new RegExp(`(${BLANKS})|(${FIGURE})${own}`, 'gu')
}

const signOf = (blank: string | undefined, figure: string | undefined): string =>
  blank !== undefined ? '' : figure !== undefined ? '#' : '@'

/** A text without blanks, every figure as one sign and the agency's name as another. */
export function lettersOf(text: string, noise: Noise): string {
  return text.replace(noise, (_, blank: string | undefined, figure: string | undefined) => signOf(blank, figure))
}

/** For each letter of `lettersOf` its offset in the text, and the offset of the end. */
export function letterOffsets(text: string, noise: Noise): number[] {
  const at: number[] = []
  let done = 0
  for (const match of text.matchAll(noise)) {
    for (let offset = done; offset < match.index; offset++) at.push(offset)
    if (signOf(match[1], match[2]) !== '') at.push(match.index)
    done = match.index + match[0].length
  }
  for (let offset = done; offset <= text.length; offset++) at.push(offset)
  return at
}
