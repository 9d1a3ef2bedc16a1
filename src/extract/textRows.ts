import { lineCells } from './lineCells'
import type { SourceCell, SourceRow } from './sourceRow'
import type { Token } from './textTokens'

const CELLS = 7
const MOST = 0.8
const SOME = 0.6
const LEAST_DOUBLED = 4

/** Labels and what follows them: figures, and empty lines that may be cells. */
interface Zone {
  readonly labels: readonly Token[]
  readonly zone: readonly Token[]
}

/**
 * Rows of a table that a text lost: labels up to the first figure, then figures up to the next label.
 * `namesRow`: whether a label is a row's own, so that the next label begins another row even without figures between.
 * `ofSeven`: every row has seven cells, which tells empty lines that are cells from those that are none.
 */
export function rowsOfTokens(
  tokens: readonly Token[],
  namesRow: (label: string) => boolean,
  ofSeven: boolean,
): SourceRow[] {
  const inLines = ofSeven ? lineCells(tokens, namesRow) : null
  const zones = zonesOf(inLines ?? tokens, namesRow)
  if (!ofSeven)
    return zones.map(({ labels, zone }) =>
      rowOf(
        labels,
        zone.filter((token) => token.kind === 'value'),
        zone,
      ),
    )
  // Where cells were told by their lines, a row that has more or fewer is not read by its empty ones.
  const blanksAreCells = !inLines && showsBlanks(zones.map(({ zone }) => zone))
  const isDoubled = zones.filter(({ zone }) => figures(zone) >= 2 * CELLS).length >= LEAST_DOUBLED
  return zones.flatMap(({ labels, zone }, at) => {
    const before = zones[at - 1]
    // Behind two labels, figures of two rows may be of either, or of a row that lost its label.
    const isStacked = before !== undefined && figures(before.zone) === 0 && namesRow(before.labels.at(-1)?.text ?? '')
    const values = zone.filter((token) => token.kind === 'value')
    if (isStacked && values.length > CELLS && !blanksAreCells) return [rowOf(labels, values, zone)]
    // Where many rows have twice the figures, two tables stand side by side, and none of them lost its label.
    if (isDoubled && values.length > CELLS) return [rowOf(labels, values, zone)]
    return zoneRows(labels, zone, blanksAreCells)
  })
}

function zonesOf(tokens: readonly Token[], namesRow: (label: string) => boolean): Zone[] {
  const zones: Zone[] = []
  let labels: Token[] = []
  let zone: Token[] = []
  const close = (): void => {
    if (labels.length > 0 || zone.length > 0) zones.push({ labels, zone })
    labels = []
    zone = []
  }
  for (const token of tokens) {
    if (token.kind !== 'label') zone.push(token)
    else if (isPieceOfSide(token) && figures(zone) === 0 && namesRow(labels.at(-1)?.text ?? '')) continue
    else {
      if (figures(zone) > 0 || namesRow(labels.at(-1)?.text ?? '')) close()
      else zone = []
      labels.push(token)
    }
  }
  // Empty lines at the very end may be the text's own as well as cells.
  while (zone.at(-1)?.kind === 'gap') zone.pop()
  close()
  return zones
}

/** One character of a side label that runs down the page beside the rows: it may stand before a row's figures. */
function isPieceOfSide(token: Token): boolean {
  return token.after === 'line' && /^\p{Script=Han}$/u.test(token.text)
}

/** Whether empty lines between a row's figures, which else follow each other, are empty cells: rows that lack figures have seven lines in all. */
function showsBlanks(zones: readonly (readonly Token[])[]): boolean {
  const full = zones.filter((zone) => figures(zone) === CELLS)
  // Lines for cells under merged labels would stand behind rows' figures too.
  const bare = full.filter((zone) => zone.length === CELLS && isContiguous(zone))
  // What follows the last row may be the text's own empty lines.
  const partial = zones.slice(0, -1).filter((zone) => figures(zone) < CELLS && zone.length > 0)
  const exact = partial.filter((zone) => zone.length === CELLS)
  return bare.length >= full.length * MOST && exact.length > 0 && exact.length >= partial.length * SOME
}

function isContiguous(zone: readonly Token[]): boolean {
  return zone.slice(0, CELLS).every((token) => token.kind === 'value' && token.after === 'line')
}

/** Whether the same number of empty lines, or none, stands between any two figures. */
function isEvenlySpaced(zone: readonly Token[]): boolean {
  const at = zone.flatMap((token, index) => (token.kind === 'value' ? [index] : []))
  const steps = at.slice(1).map((index, before) => index - (at[before] ?? 0))
  return steps.every((step) => step === steps[0])
}

const figures = (zone: readonly Token[]): number => zone.filter((token) => token.kind === 'value').length

function zoneRows(labels: readonly Token[], zone: readonly Token[], blanksAreCells: boolean): SourceRow[] {
  const values = zone.filter((token) => token.kind === 'value')
  if (blanksAreCells && zone.length >= CELLS) {
    const rest = zone.slice(CELLS)
    const first = rowOf(labels, zone.slice(0, CELLS), zone)
    if (figures(rest) === 0) return [first]
    if (rest.length === CELLS || rest.length === CELLS + 1) return [first, rowOf([], rest, rest)]
    return [rowOf(labels, zone, zone)]
  }
  // Figures of two rows, of which the second lost its label and both lost cells, would make seven too.
  if (values.length === CELLS && values.every((token) => token.after === 'line') && !isEvenlySpaced(zone))
    return [rowOf(labels, zone, zone)]
  // Twice seven figures, or one more that overwrote the label between them: a row whose label is gone follows.
  if (values.length === 2 * CELLS || values.length === 2 * CELLS + 1)
    return [rowOf(labels, values.slice(0, CELLS), []), rowOf([], values.slice(CELLS), [])]
  return [rowOf(labels, values, zone)]
}

function rowOf(labels: readonly Token[], values: readonly Token[], zone: readonly Token[]): SourceRow {
  return { grid: 0, cells: [...labels, ...values].map(cellOf), valuesFrom: labels.length, zone: zone.map(cellOf) }
}

function cellOf(token: Token): SourceCell {
  return {
    text: token.text,
    place: token.place,
    rowspan: 1,
    glued: token.kind === 'value' && token.after === 'nothing',
  }
}
