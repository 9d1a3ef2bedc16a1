import type { FieldId } from '../form/fields'
import type { ProactiveRow } from '../form/proactive'
import type { FormVersion } from '../form/version'
import { align, gapsOf } from './align'
import { gridWidth, isShort } from './gridShape'
import { isBlankMark } from './numbers'
import {
  columnVersion,
  headLikeness,
  isColumnHead,
  isProactiveHead,
  isSharedHead,
  matchProactiveRow,
  proactiveRows,
  ROWS_OF_2019,
} from './proactiveLabels'
import type { ProactiveMatch } from './proactiveLabels'
import { fillProactiveRow, proactiveFields } from './proactiveCells'
import type { BlockRow } from './proactiveCells'
import { CellSheet } from './reading'
import type { TableReading } from './reading'
import { partRow, rowPlace } from './sourceRow'
import type { PartedRow, SourceCell, SourceRow } from './sourceRow'

interface DataRow extends BlockRow {
  readonly matches: readonly ProactiveMatch[]
  readonly label: string
}

const EXACT = 10
const ALIKE = 7
/** So many rows are all but the whole table. */
const MOST_ROWS = 5

/**
 * Reads table 二 from the rows that belong to it. `usual`: the version that the report's year would have; `keepsRepeats`: whether rows of text without
 * figures may be taken for empty.
 */
export function readProactive(
  rows: readonly SourceRow[],
  usual: FormVersion,
  keepsRepeats = true,
  caption = '',
): TableReading | null {
  const data = dataRows(rows, caption)
  if (!data.some((row) => row.matches.length > 0)) return null
  const version = versionOf(rows, data, usual)
  const form = proactiveRows(version)
  const isDisordered = !keepsRepeats || isStrayed(rows) || data.some((row) => hasOthersFigures(row, form))
  const { pairs } = align(data.length, form.length, (source, row) => {
    const match = data[source]?.matches.find((one) => one.row === form[row]?.row)
    return match === undefined ? 0 : match.likeness === 1 ? EXACT : ALIKE * match.likeness
  })
  const sheet = new CellSheet()
  const place = rows[0] ? rowPlace(rows[0]) : {}
  const glued: FieldId[] = []
  const fill = (row: ProactiveRow, source: DataRow, by: 'label' | 'likeness' | 'position'): void => {
    const outcome = fillProactiveRow(sheet, version, row, isDisordered ? withoutBlanks(source) : source, by !== 'label')
    if (outcome === 'glued') glued.push(...proactiveFields(row))
    if (by === 'label') return
    const params = { read: source.label.trim() || (source.values[0]?.text.trim() ?? ''), label: row.printed }
    sheet.say(
      by === 'position' ? 'label-repaired' : 'label-restored',
      proactiveFields(row),
      rowPlace(source.row),
      params,
    )
  }
  for (const [index, paired] of pairs.entries()) {
    const source = data[index]
    const row = paired === null ? undefined : form[paired]
    const match = source?.matches.find((one) => one.row === row?.row)
    if (source && row && match) fill(row, source, match.likeness === 1 ? 'label' : 'likeness')
  }
  const moved = outOfOrder(data, pairs, form)
  for (const [row, source] of moved) fill(row, source, 'label')
  for (const gap of gapsOf(pairs, form.length)) {
    const missing = gap.rows.flatMap((row) => form[row] ?? []).filter((row) => !moved.has(row))
    const loose = gap.sources.flatMap((source) => data[source] ?? []).filter((row) => fitsSome(row, missing))
    if (missing.length > 0 && missing.length === loose.length)
      missing.forEach((row, at) => {
        const source = loose[at]
        if (source) fill(row, source, 'position')
      })
    else if (missing.length > 0) {
      const fields = missing.flatMap(proactiveFields)
      const names = missing.map((row) => row.printed).join('；')
      sheet.leave(fields, '', place)
      if (loose.length > 0) sheet.say('row-ambiguous', fields, place, { found: loose.length, rows: names })
      else sheet.say('row-missing', fields, place, { rows: names })
    }
  }
  if (glued.length > 0) sheet.say('table-glued', glued, place, { table: '表二' })
  return {
    table: 'proactive',
    version,
    cells: sheet.cells,
    issues: sheet.issues,
    place,
    grids: new Set(rows.map((row) => row.grid)),
  }
}

/** Rows of the form that a grid has elsewhere than in its order: each named once, in the form's own words, under heads of its own columns. */
function outOfOrder(
  data: readonly DataRow[],
  pairs: readonly (number | null)[],
  form: readonly ProactiveRow[],
): ReadonlyMap<ProactiveRow, DataRow> {
  const [grid, ...otherGrids] = new Set(data.map(({ row }) => row.grid))
  if (grid === 0 || otherGrids.length > 0) return new Map()
  const isOwn = (row: ProactiveRow, { heads }: DataRow): boolean =>
    row.cells.every(({ printed }) => heads.some(({ text }) => headLikeness(text, printed) > 0))
  return new Map(
    form.flatMap((row, at) => {
      const [source, ...others] = pairs.includes(at)
        ? []
        : data.filter(({ matches: [match] }) => match?.row === row.row && match.likeness === 1)
      return source && others.length === 0 && isOwn(row, source) ? [[row, source] as const] : []
    }),
  )
}

/** Rows with figures, each with the heads of the block it stands in. */
function dataRows(rows: readonly SourceRow[], caption: string): DataRow[] {
  let heads: readonly SourceCell[] = []
  // The clause and the head of the block, which stand in rows of their own.
  let over: readonly string[] = []
  let isOver = false
  const widths = new Map<number, number | null>()
  for (const { grid } of rows)
    if (!widths.has(grid)) widths.set(grid, gridWidth(rows.filter((row) => row.grid === grid)))
  const empty = rows.filter((row) => row.grid === 0 && row.valuesFrom === row.cells.length)
  const blanksVanish = empty.length > 1
  return rows.flatMap((row): DataRow[] => {
    const { labels, values } = partAtLabel(row)
    const own = headsOf(labels)
    if (own.length > 0) heads = own
    const label = labels.at(-1)?.text ?? ''
    const matches = matchProactiveRow(label)
    const texts = labels.map((cell) => cell.text)
    const isHead = matches.length === 0 && labels.some((cell) => isProactiveHead(cell.text))
    if (isHead) over = isOver ? [...over, ...texts] : texts
    isOver = isHead
    if (isHead || (matches.length === 0 && values.every((cell) => isBlankMark(cell.text)))) return []
    const lost = isShort(row, widths.get(row.grid) ?? null)
    const around = [caption, ...over, ...texts].filter((text) => !heads.some((head) => head.text === text))
    return [{ row, heads, values, around, lost, blanksVanish, matches, label }]
  })
}

/** Whether running text has figures behind words that are no row's: what stands empty may have lost them. */
function isStrayed(rows: readonly SourceRow[]): boolean {
  return rows.some((row) => {
    const { labels, values } = partRow(row)
    const isNamed = matchProactiveRow(labels.at(-1)?.text ?? '').length > 0
    return row.grid === 0 && !isNamed && values.some((cell) => !isBlankMark(cell.text))
  })
}

/** Whether figures of several rows stand behind this one's label, as where all labels come first. */
function hasOthersFigures({ row, values, matches }: DataRow, form: readonly ProactiveRow[]): boolean {
  const own = form.find((one) => one.row === matches[0]?.row)
  return row.grid === 0 && own !== undefined && values.length > own.cells.length
}

/** A row of text whose empty lines are not known to be empty cells. */
function withoutBlanks(source: DataRow): DataRow {
  return { ...source, blanksVanish: false, row: { ...source.row, zone: [] } }
}

/** Parts a row of a grid right after the label that names it: words in its value cells are no labels. */
function partAtLabel(row: SourceRow): PartedRow {
  const parted = partRow(row)
  const at = row.grid === 0 ? -1 : parted.labels.findIndex((cell) => matchProactiveRow(cell.text)[0]?.likeness === 1)
  return at < 0 ? parted : { labels: row.cells.slice(0, at + 1), values: row.cells.slice(at + 1) }
}

/** The column heads among a row's labels: what follows 信息内容, or what is named as a column. */
function headsOf(labels: readonly SourceCell[]): readonly SourceCell[] {
  const texts = labels.map((cell) => cell.text.replace(/\s+/gu, ''))
  const start = texts.findIndex((text) => text.endsWith('信息内容'))
  const rest = joinedHeads(start >= 0 ? labels.slice(start + 1) : labels)
  const named = rest.filter((cell) => columnVersion(cell.text) !== null)
  if (start < 0) return named
  return rest.filter((cell) => !isBlankMark(cell.text) && (matchProactiveRow(cell.text)[0]?.likeness ?? 0) < 1)
}

/** Heads that the text broke over lines, as one again: 本年新, 制作数量. */
function joinedHeads(labels: readonly SourceCell[]): readonly SourceCell[] {
  const joined: SourceCell[] = []
  for (let at = 0; at < labels.length;) {
    const whole = [3, 2].find((count) => isHeadText(labels.slice(at, at + count))) ?? 1
    const length = isUnit(labels[at + whole]) ? whole + 1 : whole
    const [first, ...rest] = labels.slice(at, at + length)
    if (first) joined.push({ ...first, text: [first, ...rest].map((cell) => cell.text).join('') })
    at += length
  }
  return joined
}

/** Whether a piece is the unit of the head before it. */
function isUnit(cell: SourceCell | undefined): boolean {
  return cell?.from === undefined && /^\s*[(（]?\s*单位/u.test(cell?.text ?? '')
}

/** Whether pieces that are no head by themselves make one together. */
function isHeadText(cells: readonly SourceCell[]): boolean {
  const arePieces = cells.every((cell) => cell.from === undefined && !isColumnHead(cell.text))
  return arePieces && isColumnHead(cells.map((cell) => cell.text).join(''))
}

/** The version that the heads and rows speak for. */
function versionOf(rows: readonly SourceRow[], data: readonly DataRow[], usual: FormVersion): FormVersion {
  const votes = { '2019': 0, '2021': 0 }
  for (const row of rows)
    for (const cell of row.cells) {
      const version = isBlankMark(cell.text) || isSharedHead(cell.text) ? null : columnVersion(cell.text)
      if (version) votes[version] += 1
      else if (row.grid === 0) for (const found of runOnHeads(cell.text)) votes[found] += 1
    }
  const named = new Set(data.flatMap(({ matches }) => matches[0]?.row ?? []))
  const own = [...ROWS_OF_2019].filter((row) => named.has(row)).length
  votes['2019'] += own
  if (own === 0 && named.size >= MOST_ROWS) votes['2021'] += ROWS_OF_2019.size
  return votes['2019'] === votes['2021'] ? usual : votes['2019'] > votes['2021'] ? '2019' : '2021'
}

/** Heads inside words that run together, as text views give them. */
function runOnHeads(text: string): FormVersion[] {
  const ofVersion = (version: FormVersion, words: RegExp): FormVersion[] =>
    Array.from(text.match(words) ?? [], () => version)
  return [
    ...ofVersion('2021', /制发件数|废止件数|现行有效|收费金额|本年处理决定/gu),
    ...ofVersion('2019', /新制作数量|新公开数量|公开总数量|上一年项目|本年增\/?减|采购项目|采购总金额/gu),
  ]
}

function fitsSome(source: DataRow, missing: readonly ProactiveRow[]): boolean {
  return source.matches.length === 0 && missing.some((row) => source.values.length >= row.cells.length)
}
