import { squash } from './normalise'
import { isBlankMark, numeric } from './numbers'

/** A cell after splitting: a number, or nothing (a `/` or `—` that stood for it). */
export type SplitCell = number | null

const LONGEST = 48
const MOST_SPLITS = 5000
const MOST_DIGITS = 7

/** What a rule has to say of cells found so far: whether they can still come out right. */
export type Fits = (cells: readonly SplitCell[]) => boolean

/**
 * All ways to cut source cells that ran together into `count` numbers, none with a leading zero, a cut at every
 * boundary that the source still shows. `null` where there is too much of it, or something that is no digit.
 */
export function splits(texts: readonly string[], count: number, fits: Fits): SplitCell[][] | null {
  const pieces = texts.map((text) => squash(text))
  if (pieces.join('').length > LONGEST) return null
  if (!pieces.every((piece) => isBlankMark(piece) || /^\d+$/u.test(piece))) return null
  const least = pieces.map((_, index) => pieces.length - index - 1)
  const found: SplitCell[][] = []
  const cells: SplitCell[] = []

  const cut = (piece: number, at: number): boolean => {
    const text = pieces[piece]
    if (text === undefined) {
      if (cells.length === count && fits(cells)) found.push([...cells])
      return found.length <= MOST_SPLITS
    }
    const left = count - cells.length
    if (left <= (least[piece] ?? 0) || !fits(cells)) return true
    if (isBlankMark(text)) {
      cells.push(null)
      const on = cut(piece + 1, 0)
      cells.pop()
      return on
    }
    const longest = text[at] === '0' ? 1 : Math.min(MOST_DIGITS, text.length - at)
    for (let length = 1; length <= longest; length += 1) {
      cells.push(Number(text.slice(at, at + length)))
      const end = at + length
      const on = end === text.length ? cut(piece + 1, 0) : cut(piece, end)
      cells.pop()
      if (!on) return false
    }
    return true
  }

  return cut(0, 0) ? found : null
}

/** E3 on seven cells: the last is the sum of the six before it. Shorter rows can still come out right. */
export function footsAcross(cells: readonly SplitCell[]): boolean {
  if (cells.length < 7) return true
  const total = cells[6] ?? null
  return total !== null && cells.slice(0, 6).reduce<number>((sum, cell) => sum + (cell ?? 0), 0) === total
}

/** E4 on fifteen cells, five a kind: the fifth is the sum of the four before it; every kind that is whole is checked. */
export function footsByKind(cells: readonly SplitCell[]): boolean {
  for (let end = 5; end <= cells.length; end += 5) {
    const total = cells[end - 1] ?? null
    const sum = cells.slice(end - 5, end - 1).reduce<number>((added, cell) => added + (cell ?? 0), 0)
    if (total !== sum) return false
  }
  return true
}

/** E4 on fifteen cells of which some are empty: a kind with any figure has its total, and that is their sum. */
export function footsWherePrinted(cells: readonly SplitCell[]): boolean {
  return [0, 5, 10].every((start) => {
    const kind = cells.slice(start, start + 5)
    return kind.every((cell) => cell === null) || footsByKind(kind.map((cell) => cell ?? 0))
  })
}

/** Whether each text is one whole number or blank, written as a single cell would be (no leading zero). */
export function areSingle(texts: readonly string[]): boolean {
  return texts.every((text) => {
    const squashed = squash(text)
    return isBlankMark(text) || (numeric(squashed) !== null && !/^0\d/u.test(squashed) && !/\d\s+\d/u.test(text.trim()))
  })
}

/** Parts texts at the white space inside them: boundaries that the source still shows. */
export function atSpaces(texts: readonly string[]): string[] {
  return texts.flatMap((text) => {
    const parts = text.trim().split(/\s+/u)
    return parts.length > 1 && parts.every((part) => /^[\d,]+$|^[-—/\\]+$/u.test(part.normalize('NFKC')))
      ? parts
      : [text]
  })
}
