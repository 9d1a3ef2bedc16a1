import type { TextCell, TextTable } from './table'

/** Bars that part cells: ASCII, full width, box drawing. */
const BAR = /[|｜│┃║]/u
/** Bars side by side at a row's end: what a merged cell covers, or the row leaves out. */
export const PADDING = /(^|\s)\|{2,}\s*$/u
/** A line of dashes, corners and bars alone. */
const RULE = /^[\s|｜│┃║+:\-=_─━═┄┅┈┉┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬]+$/u
const DASH = /[-=_─━═┄┅┈┉]/u

const isRule = (line: string): boolean => RULE.test(line) && DASH.test(line)

/**
 * Tables drawn with bars, as in Markdown (outer bars may be left out) or with box characters. Where rules part the rows,
 * the lines between two rules are one row. `null` where the line begins none.
 */
export function readPipes(lines: readonly string[], start: number): TextTable | null {
  const first = lines[start] ?? ''
  if (first.length > 10_000 || !(BAR.test(first) || (isRule(first) && BAR.test(lines[start + 1] ?? '')))) return null
  let end = start
  while (end < lines.length && (isRule(lines[end] ?? '') || BAR.test(lines[end] ?? ''))) end += 1
  const own = lines.slice(start, end)
  const outer = outerBars(
    own
      .filter((line) => !isRule(line))
      .map(bareRow)
      .filter((row) => row !== ''),
  )
  /** Lines between rules. */
  const groups: TextCell[][][] = [[]]
  for (const [index, line] of own.entries())
    if (isRule(line)) groups.push([])
    else groups.at(-1)?.push(splitRow(bareRow(line), start + index + 1, outer))
  const filled = groups.filter((group) => group.length > 0)
  // One rule under the head is Markdown; rules all over part rows whose cells may take several lines.
  const rows = filled.length > 2 ? filled.flatMap(joinLines) : filled.flat()
  const wide = rows.filter((row) => row.length > 1)
  return { rows: wide.length > 1 ? rows : null, end }
}

/** Stands in for a bar that Markdown escapes, so that it parts no cells. */
const ESCAPED_BAR = '\u0000'

const bareRow = (line: string): string => line.trim().replaceAll('\\|', ESCAPED_BAR).replace(PADDING, '$1').trim()
const begins = (row: string): boolean => BAR.test(row.charAt(0))
const ends = (row: string): boolean => BAR.test(row.slice(-1))

/** At which sides of a table bars stand that part nothing. */
interface OuterBars {
  readonly left: boolean
  readonly right: boolean
}

/**
 * Where rows have equally many bars, an outer bar is one that all of them have: in a table without, rows whose first or last cells are
 * empty, or covered by the row above, begin or end with a bar, too. Rows of different lengths lack bars, and most of them decide.
 */
function outerBars(rows: readonly string[]): OuterBars {
  const [first = ''] = rows
  const isEven = new Set(rows.map((row) => row.split(BAR).length)).size === 1
  const left = rows.every(begins) || (!isEven && begins(first) && rows.filter(begins).length * 2 > rows.length)
  if (rows.every(ends)) return { left, right: true }
  return { left, right: !isEven && (left || (ends(first) && rows.filter(ends).length * 2 > rows.length)) }
}

function splitRow(row: string, number: number, outer: OuterBars): TextCell[] {
  const parts = row.split(BAR)
  if (parts.length > 1 && outer.left && begins(row)) parts.shift()
  if (parts.length > 1 && outer.right && ends(row)) parts.pop()
  return parts.map((part) => ({
    text: part
      .replaceAll(ESCAPED_BAR, '|')
      .replace(/<br\s*\/?>/giu, '\n')
      .replaceAll('&nbsp;', ' ')
      .trim(),
    line: number,
  }))
}

const FIGURE = /^[\d,.+-]+$/u

/** Joins the lines between two rules to one row, unless figures stand above one another: then each line is a row. */
function joinLines(group: readonly (readonly TextCell[])[]): (readonly TextCell[])[] {
  const [first = [], ...more] = group
  const stacked = first.some((_, column) => group.filter((line) => FIGURE.test(line[column]?.text ?? '')).length > 1)
  if (stacked || more.length === 0) return [...group]
  const joined = first.map((cell, column) => {
    const texts = group.map((line) => line[column]?.text ?? '').filter((text) => text !== '')
    return { text: texts.join('\n'), line: cell.line }
  })
  return [joined]
}
