import type { RawCell, RawRow } from '../word/merging'
import type { OpenParagraph, ParagraphStyle } from '../word/story'
import { attribute, isOn } from '../xml/scan'

/** Takes over one property of a paragraph (`w:pPr` and its `w:numPr`). */
export function setParagraph(
  paragraph: OpenParagraph,
  name: string,
  attributes: string,
  styles: ReadonlyMap<string, ParagraphStyle>,
): void {
  const value = attribute(attributes, 'val') ?? ''
  if (name === 'pStyle') paragraph.style = styles.get(value)
  else if (name === 'outlineLvl') paragraph.outline = Number(value)
  else if (name === 'numId') paragraph.instance = value
  else if (name === 'ilvl') paragraph.level = Number(value)
  // Word 2003's XML says what the list prints here.
  else if (name === 'wx:t') paragraph.label = value
}

/** Takes over one property of a table row (`w:trPr`). */
export function setRow(row: RawRow, name: string, attributes: string): void {
  if (name === 'gridBefore') row.before = count(attributes, 0)
  else if (name === 'del') row.deleted = true
  else if (name === 'hidden') row.hidden = isOn(attributes)
}

/** Takes over one property of a table cell (`w:tcPr`). */
export function setCell(cell: RawCell, name: string, attributes: string): void {
  const value = attribute(attributes, 'val')
  if (name === 'gridSpan') cell.colspan = Math.max(1, count(attributes, 1))
  else if (name === 'vMerge' || name === 'vmerge') cell.vertical = value === 'restart' ? 'restart' : 'continue'
  else if (name === 'hMerge' || name === 'hmerge') cell.joinsLeft = value !== 'restart'
  else if (name === 'cellDel') cell.deleted = true
}

/** A whole-number property, bounded: spans of absurd size are a writer's error. */
function count(attributes: string, otherwise: number): number {
  const value = Number(attribute(attributes, 'val'))
  return Number.isInteger(value) && value >= 0 && value <= 1000 ? value : otherwise
}
