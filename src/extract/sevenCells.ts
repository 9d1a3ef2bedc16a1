import { areSingle, atSpaces, footsAcross, splits } from './gluedCells'
import type { SplitCell } from './gluedCells'
import { isBlankMark, isValueText, readCell } from './numbers'
import type { PlacedRow } from './columnPlaces'
import type { SourceCell } from './sourceRow'

/** How the seven cells of a row of table 三 were found. */
export type SevenCells =
  /** As the source has them. `extra`: figures beyond the seven were left aside. */
  | { readonly kind: 'whole'; readonly cells: readonly SourceCell[]; readonly extra: boolean }
  /** By E3: one way or several; E1 and E2 may choose among several. */
  | {
      readonly kind: 'split'
      readonly candidates: readonly (readonly SplitCell[])[]
      readonly raw: readonly SourceCell[]
    }
  /** Nothing in the row at all. */
  | { readonly kind: 'empty' }
  /** Cells are missing or run together, and nothing tells which is which. */
  | { readonly kind: 'unclear'; readonly raw: readonly SourceCell[]; readonly reason: 'missing' | 'glued' | 'extra' }

const COLUMNS = 7
/** Columns that labels may take. */
const LABELS = 3

/** Finds the seven cells of a row among its value cells. `overwritten`: the label may be the first of eight. */
export function sevenCells({ values, lost }: PlacedRow, overwritten: boolean): SevenCells {
  if (lost === true) {
    const texts = atSpaces(values.map((cell) => cell.text))
    const figures = texts.map(single)
    return texts.length === COLUMNS && areSingle(texts) && footsAcross(figures)
      ? { kind: 'split', candidates: [figures], raw: values }
      : { kind: 'unclear', raw: values, reason: 'missing' }
  }
  if (values.length === COLUMNS) return whole(values)
  if (values.every((cell) => isBlankMark(cell.text))) return values.length === 0 ? { kind: 'empty' } : blankRow(values)
  if (values.length > COLUMNS) return fromMore(values, overwritten)
  return fromFewer(values)
}

/** Seven texts are seven cells; in running text that ran together they are so for certain only where they foot. */
function whole(values: readonly SourceCell[], extra = false): SevenCells {
  if (!values.some((cell) => cell.glued)) return { kind: 'whole', cells: values, extra }
  const texts = values.map((cell) => cell.text)
  if (!areSingle(texts)) return { kind: 'unclear', raw: values, reason: 'glued' }
  const figures = texts.map(single)
  if (footsAcross(figures)) return { kind: 'whole', cells: values, extra }
  return { kind: 'split', candidates: [figures], raw: values }
}

function blankRow(values: readonly SourceCell[]): SevenCells {
  const first = values[0]
  if (first === undefined) return { kind: 'empty' }
  if (values.length > COLUMNS) return { kind: 'whole', cells: values.slice(-COLUMNS), extra: false }
  if (values.reduce((width, cell) => width + (cell.to ?? 0) - (cell.from ?? 0) + 1, 0) < COLUMNS)
    return { kind: 'unclear', raw: values, reason: 'missing' }
  return { kind: 'whole', cells: Array.from({ length: COLUMNS }, (_, at) => values[at] ?? first), extra: false }
}

function fromMore(values: readonly SourceCell[], overwritten: boolean): SevenCells {
  let rest = values
  while (rest.length > COLUMNS && !isValueText(rest.at(-1)?.text ?? '')) rest = rest.slice(0, -1)
  if (overwritten) {
    // Where the label should be stand empty side cells, and the figure that overwrote it.
    const before = rest.slice(0, -COLUMNS).filter((cell) => !isBlankMark(cell.text))
    if (before.length <= 1 && rest.length <= COLUMNS + LABELS) return whole(rest.slice(-COLUMNS))
  }
  const leading = rest.findIndex((cell) => !isBlankMark(cell.text))
  const trailing = [...rest].reverse().findIndex((cell) => !isBlankMark(cell.text))
  const spare = rest.length - COLUMNS
  if (spare === 0) return whole(rest)
  // Padding is certain only on one side: blanks on both could each be a cell of the row.
  if (trailing >= spare && leading === 0) return whole(rest.slice(0, COLUMNS))
  const inGrid = values.some((cell) => cell.from !== undefined)
  if (leading >= spare && trailing === 0 && (overwritten || !inGrid)) return whole(rest.slice(spare))
  const windows = Array.from({ length: spare + 1 }, (_, at) => rest.slice(at, at + COLUMNS)).filter(foots)
  const first = windows[0]
  if (first && windows.every((window) => sameFigures(window, first)) && spare === 1) return whole(first, true)
  return { kind: 'unclear', raw: values, reason: 'extra' }
}

/** Too few cells: they ran together, which can be undone, or some are lost, and then nothing tells which. */
function fromFewer(values: readonly SourceCell[]): SevenCells {
  const texts = atSpaces(values.map((cell) => cell.text))
  if (texts.length === COLUMNS && areSingle(texts))
    return { kind: 'split', candidates: [texts.map(single)], raw: values }
  const ranTogether =
    values.length === 1 || texts.some((text) => /^0\d/u.test(text.trim())) || values.some((cell) => cell.glued)
  if (!ranTogether) return { kind: 'unclear', raw: values, reason: 'missing' }
  const candidates = splits(texts, COLUMNS, footsAcross) ?? []
  return candidates.length > 0
    ? { kind: 'split', candidates, raw: values }
    : {
        kind: 'unclear',
        raw: values,
        reason: values.length === 1 && !/\d{2}/u.test(texts.join('')) ? 'missing' : 'glued',
      }
}

function single(text: string): SplitCell {
  const reading = readCell(text, 'count')
  return reading.kind === 'number' ? reading.value : null
}

function foots(values: readonly SourceCell[]): boolean {
  return footsAcross(values.map((cell) => single(cell.text)))
}

function sameFigures(left: readonly SourceCell[], right: readonly SourceCell[]): boolean {
  return left.every((cell, at) => single(cell.text) === single(right[at]?.text ?? ''))
}
