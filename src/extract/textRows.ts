import type { SourceCell, SourceRow } from './sourceRow'
import type { Token } from './textTokens'

const CELLS = 7

/** Rows of a table that a text lost: labels up to the first figure, then figures up to the next label. */
export function rowsOfTokens(tokens: readonly Token[]): SourceRow[] {
  const zones: { labels: Token[]; zone: Token[] }[] = []
  let current: { labels: Token[]; zone: Token[] } = { labels: [], zone: [] }
  for (const token of tokens) {
    if (token.kind === 'label') {
      if (current.zone.some((one) => one.kind === 'value')) {
        zones.push(current)
        current = { labels: [], zone: [] }
      } else if (current.zone.length > 0 && startsRow(token, current.labels)) {
        // Seven empty lines or more between two labels are a row of empty cells.
        if (current.zone.length >= CELLS) {
          zones.push(current)
          current = { labels: [], zone: [] }
        } else current.zone = []
      }
      current.labels.push(token)
    } else if (current.labels.length > 0 || token.kind === 'value') current.zone.push(token)
  }
  if (current.labels.length > 0 || current.zone.length > 0) zones.push(current)
  const seesBlanks = showsEmptyCells(zones.map(({ zone }) => zone))
  return zones.flatMap(({ labels, zone }) => zoneRows(labels, zone, seesBlanks))
}

function startsRow(token: Token, labels: readonly Token[]): boolean {
  return token.after === 'line' && labels.length > 0
}

/**
 * Whether empty lines between figures are cells: so where the rows that have all seven figures have them in seven
 * lines that follow each other and their label at once, and other rows have seven lines in all.
 */
function showsEmptyCells(zones: readonly (readonly Token[])[]): boolean {
  const full = zones.filter((zone) => figures(zone) === CELLS)
  if (full.length > 0)
    return full.every((zone) => zone.slice(0, CELLS).every((token) => token.kind === 'value' && token.after === 'line'))
  const some = zones.filter((zone) => figures(zone) > 0)
  return some.length > 2 && some.every((zone) => zone.length === CELLS)
}

const figures = (zone: readonly Token[]): number => zone.filter((token) => token.kind === 'value').length

function zoneRows(labels: readonly Token[], zone: readonly Token[], seesBlanks: boolean): SourceRow[] {
  const values = zone.filter((token) => token.kind === 'value')
  if (values.length < CELLS && seesBlanks && zone.length >= CELLS) {
    const cells = zone.slice(0, CELLS)
    if (zone.slice(CELLS).every((token) => token.kind === 'gap')) return [rowOf(labels, cells)]
  }
  // Twice seven figures, or one more that overwrote the label between them: a row whose label is gone follows.
  if (values.length === 2 * CELLS || values.length === 2 * CELLS + 1)
    return [rowOf(labels, values.slice(0, CELLS)), rowOf([], values.slice(CELLS))]
  return [rowOf(labels, values)]
}

function rowOf(labels: readonly Token[], values: readonly Token[]): SourceRow {
  return { grid: 0, cells: [...labels, ...values].map(cellOf), valuesFrom: labels.length }
}

function cellOf(token: Token): SourceCell {
  return {
    text: token.text,
    place: token.place,
    rowspan: 1,
    glued: token.kind === 'value' && token.after === 'nothing',
  }
}
