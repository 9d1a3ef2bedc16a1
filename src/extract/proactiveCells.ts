import type { FieldId } from '../form/fields'
import type { ProactiveCell, ProactiveRow } from '../form/proactive'
import type { FormVersion } from '../form/version'
import { unitOfHeads } from './money'
import { isBlankMark, isValueText } from './numbers'
import { headLikeness, isForeignHead, isOthersHead } from './proactiveLabels'
import type { CellSheet } from './reading'
import { rowPlace } from './sourceRow'
import type { SourceCell, SourceRow } from './sourceRow'

/** A row of table 二 with the heads that stand over it. */
export interface BlockRow {
  readonly row: SourceRow
  readonly heads: readonly SourceCell[]
  readonly values: readonly SourceCell[]
  /** What else may state a unit: the caption, the block's clause and head, the row's own labels. */
  readonly around: readonly string[]
  /** A cell of the row is gone, and the others have moved. */
  readonly lost: boolean
  /** The text shows no empty cells. */
  readonly blanksVanish: boolean
}

/** The fields of a row, left to right. */
export function proactiveFields(row: ProactiveRow): FieldId[] {
  return row.cells.map((cell): FieldId => `proactive.${row.row}.${cell.column}`)
}

/** Reads one row's cells. `glued`: they ran together, and nothing was taken; the caller says so for the table. */
export function fillProactiveRow(
  sheet: CellSheet,
  version: FormVersion,
  row: ProactiveRow,
  source: BlockRow,
  repaired: boolean,
): 'read' | 'glued' {
  const fields = proactiveFields(row)
  const zone = source.row.zone ?? []
  if (source.values.length < row.cells.length && zone.length === row.cells.length)
    return fillProactiveRow(
      sheet,
      version,
      row,
      { ...source, values: zone, row: { ...source.row, zone: [] } },
      repaired,
    )
  const raw = source.values.map((cell) => cell.text.trim()).join(' ')
  const place = source.values[0]?.place ?? rowPlace(source.row)
  const filled = source.values.filter((cell) => !isBlankMark(cell.text))
  if (source.values.some((cell) => cell.glued)) {
    sheet.leave(fields, raw, place)
    return 'glued'
  }
  // Where a text view shows several labels without figures, its empty cells vanished; one such row lost its figures.
  const isBlankRow =
    filled.length === 0 &&
    !source.lost &&
    (source.row.grid === 0 ? source.values.length > 0 || source.blanksVanish : widthOf(source) >= row.cells.length)
  const placed = placeValues(row.cells, source)
  const headOf = (at: number): readonly [string, string] => [placed.heads[at]?.text ?? '', row.cells[at]?.printed ?? '']
  const isForeign = (at: number): boolean => isOthersHead(...headOf(at), version) || isForeignHead(...headOf(at))
  // Beside a head that says something else one that is not the column's own says nothing.
  const foreign = new Set(
    fields.some((_, at) => isForeign(at))
      ? fields.filter((_, at) => isForeign(at) || headLikeness(...headOf(at)) === 0)
      : [],
  )
  for (const [at, field] of fields.entries()) {
    const found = placed.cells[at] ?? null
    const column = row.cells[at]
    if (found && column && foreign.has(field)) {
      sheet.leave([field], found.text, found.place)
      sheet.say('column-missing', [field], found.place, { column: column.printed })
    } else if (found && column) {
      const head = placed.heads[at]
      const stated = column.unit === 'money' ? unitOfHeads(head?.text ?? '', source.around) : 'absent'
      const money = stated === 'absent' && version === '2021' ? '万元' : stated
      sheet.read(field, found, { repaired: repaired || placed.shifted, money })
    } else if (isBlankRow) sheet.blank(field, place)
    else sheet.leave([field], raw, place)
  }
  const lost = isBlankRow ? [] : fields.filter((_, at) => !placed.cells[at])
  if (lost.length > 0) {
    if (source.values.length > row.cells.length)
      sheet.say('cells-extra', lost, place, { raw, spare: source.values.length - row.cells.length })
    else sheet.say('cells-missing', lost, place, { raw, found: source.values.length, expected: row.cells.length })
  }
  if (placed.shifted) sheet.say('cells-shifted', fields, place, { raw })
  if (placed.permuted) sheet.say('columns-permuted', fields, place)
  return 'read'
}

interface Placed {
  readonly cells: readonly (SourceCell | null)[]
  readonly heads: readonly (SourceCell | undefined)[]
  readonly permuted: boolean
  readonly shifted: boolean
}

/** Which value belongs to which column: by the heads where they name the columns, else in the form's order. */
function placeValues(columns: readonly ProactiveCell[], source: BlockRow): Placed {
  const values = withoutPadding(source, columns.length)
  const none = { cells: columns.map(() => null), heads: [], permuted: false, shifted: false }
  const isMoved = source.lost && (values.length !== columns.length || values.some((cell) => isBlankMark(cell.text)))
  if (isMoved && (columns.length > 1 || values.every((cell) => isBlankMark(cell.text)))) return none
  const only = underFewerHeads(columns, source.heads, values)
  if (only) return { ...none, ...only }
  // Heads that stand twice are two years', and the values under them nobody's.
  if (values.length > columns.length && columns.some((column) => isTwice(column, source.heads))) return none
  const named = columns.map((column) => bestHead(column, source.heads))
  const distinct = new Set(named.filter((head) => head >= 0)).size === columns.length
  const heads = named.map((head, at) => source.heads[head >= 0 ? head : at])
  const plainly = { heads, permuted: false, shifted: false }
  if (distinct && values.length === source.heads.length)
    return {
      ...plainly,
      cells: named.map((head) => values[head] ?? null),
      permuted: named.some((head, at) => at > 0 && head < (named[at - 1] ?? -1)),
    }
  if (values.length === columns.length) return { ...plainly, cells: values }
  if (distinct) {
    const under = heads.map((head) => (head ? valueUnder(head, source.values) : null))
    const beside = values.filter((cell) => !isBlankMark(cell.text) && !under.includes(cell))
    if (under.every((cell) => cell !== null) && beside.length === 0) return { ...plainly, cells: under }
  }
  const filled = values.filter((cell) => !isBlankMark(cell.text))
  const [first] = filled
  if (columns.length === 1 && first && filled.every((cell) => cell.text.trim() === first.text.trim()))
    return { ...plainly, cells: [first], shifted: filled.length > 1 }
  return { ...plainly, cells: columns.map(() => null) }
}

/** The values under heads that are fewer than the columns, each the form's own: the other columns are not there. */
function underFewerHeads(
  columns: readonly ProactiveCell[],
  heads: readonly SourceCell[],
  values: readonly SourceCell[],
): Pick<Placed, 'cells' | 'heads'> | null {
  const places = columns.map((column) => heads.findIndex((head) => headLikeness(head.text, column.printed) === 1))
  const named = places.filter((place) => place >= 0)
  const isEach = heads.length > 0 && heads.length < columns.length && new Set(named).size === heads.length
  const isBare = values.slice(heads.length).every((cell) => cell.text.trim() === '')
  if (!isEach || !isBare || values.length < heads.length) return null
  return { cells: places.map((place) => values[place] ?? null), heads: places.map((place) => heads[place]) }
}

/** How many columns the value cells take. */
function widthOf({ values }: BlockRow): number {
  return values.reduce((width, cell) => width + (cell.to ?? 0) - (cell.from ?? 0) + 1, 0)
}

/** Without what stands behind the figures as long as there are cells too many: words beyond the heads, then blanks. */
function withoutPadding({ values, heads }: BlockRow, wanted: number): readonly SourceCell[] {
  const end = Math.max(...heads.map((head) => head.to ?? 0), 0)
  const isPadding = (cell: SourceCell | undefined): boolean => {
    if (cell === undefined || isBlankMark(cell.text)) return cell?.text.trim() === ''
    return !/\d/u.test(cell.text) && !isValueText(cell.text) && (cell.from ?? 0) > end
  }
  let rest = values
  const firstFilled = rest.findIndex((cell) => !isBlankMark(cell.text))
  if (firstFilled === 0 || wanted === 1) while (rest.length > wanted && isPadding(rest.at(-1))) rest = rest.slice(0, -1)
  return rest
}

function bestHead(column: ProactiveCell, heads: readonly SourceCell[]): number {
  let best = -1
  let bestScore = 0
  for (const [index, head] of heads.entries()) {
    const score = headLikeness(head.text, column.printed)
    if (score > bestScore) {
      best = index
      bestScore = score
    }
  }
  return best
}

/** Whether two heads name a column alike, and better than any other. */
function isTwice(column: ProactiveCell, heads: readonly SourceCell[]): boolean {
  const scores = heads.map((head) => headLikeness(head.text, column.printed)).sort((one, other) => other - one)
  return (scores[0] ?? 0) > 0 && scores[0] === scores[1]
}

/** The one cell that stands under a head; `null` where there is none, or several with figures. */
function valueUnder(head: SourceCell, values: readonly SourceCell[]): SourceCell | null {
  if (head.from === undefined || head.to === undefined) return null
  const { from, to } = head
  const under = values.filter((cell) => cell.from !== undefined && cell.from >= from && cell.from <= to)
  const filled = under.filter((cell) => !isBlankMark(cell.text))
  return filled.length > 1 ? null : (filled[0] ?? under[0] ?? null)
}
