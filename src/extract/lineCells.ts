import type { RequestRowKey } from '../form/requests'
import { FORM_VERSIONS } from '../form/version'
import { coveredCells } from './coveredCells'
import { letters } from './normalise'
import { exactRequestRow, matchRequestLabels, SIDE_LABELS } from './requestLabels'
import type { Token } from './textTokens'

const CELLS = 7
const LEAST_AGREEING = 15
/** For each row that does not agree so many must. */
const AGREEING_FOR_ONE = 5
const LONGEST_WORDS = 12

/** The tokens of one line, as one. */
type Line = Token

/** A row's label and the lines up to the next one's. */
interface RowLines {
  readonly key: RequestRowKey
  readonly label: number
  readonly end: number
}

/**
 * Makes cells of the lines of table 三 in a text that gives every cell a line, whatever stands in it: nothing, words, broken figures. That is so where
 * nearly everywhere between two rows that it names stand as many lines as the form has cells there, with those under merged labels or without; else `null`.
 */
export function lineCells(tokens: readonly Token[], namesRow: (label: string) => boolean): readonly Token[] | null {
  const lines = linesOf(tokens)
  const labels = lines.flatMap((line, at) => (line.kind !== 'gap' && namesRow(line.text) ? [at] : []))
  const ways = FORM_VERSIONS.map(coveredCells).flatMap((covered) => {
    const uncovered = new Map([...covered.keys()].map((key) => [key, 0]))
    return [covered, uncovered].map((spare) => wayOf(lines, labels, spare))
  })
  const [best] = ways.sort((one, other) => other.agreeing.length - one.agreeing.length)
  if (!best || best.agreeing.length < LEAST_AGREEING) return null
  const others = best.rows.length - best.agreeing.length
  return others * AGREEING_FOR_ONE <= best.agreeing.length ? asCells(lines, best) : null
}

/** One way to see the lines: under a version of the form, with lines for covered cells or without. */
interface Way {
  readonly rows: readonly RowLines[]
  readonly agreeing: readonly RowLines[]
  /** Covered cells before each row. */
  readonly covered: Spare
}

type Spare = ReadonlyMap<RequestRowKey, number>

function wayOf(lines: readonly Line[], labels: readonly number[], covered: Spare): Way {
  const named = labels.flatMap((label) => {
    const key = exactRequestRow(lines[label]?.text ?? '')
    return key !== null && covered.has(key) ? [{ key, label }] : []
  })
  const rows = named.map((row, at): RowLines => ({ ...row, end: named[at + 1]?.label ?? lines.length }))
  return { covered, rows, agreeing: rows.filter((row, at) => agrees(lines, row, rows[at + 1], covered)) }
}

/** Joins what stands in one line. */
function linesOf(tokens: readonly Token[]): readonly Line[] {
  const lines: Line[] = []
  for (const token of tokens) {
    const last = lines.at(-1)
    if (last === undefined || token.after === 'line') lines.push(token)
    else {
      const text = `${last.text}${token.after === 'space' ? ' ' : ''}${token.text}`
      lines[lines.length - 1] = { ...last, kind: 'label', text }
    }
  }
  return lines
}

/** Whether behind a row's label stand its seven cells, those that labels cover before the next row, and side labels. */
function agrees(lines: readonly Line[], { label, end }: RowLines, next: RowLines | undefined, covered: Spare): boolean {
  const body = lines.slice(label + 1, end)
  const cells = body.slice(0, CELLS)
  if (cells.length < CELLS || !cells.every(mayBeCell)) return false
  // Behind the last row the text may have empty lines of its own, unless some cell could be one of them.
  if (next === undefined)
    return body.slice(CELLS).every(({ kind }) => kind === 'gap') && (body.length === CELLS || cells.every(isFilled))
  const spare = covered.get(next.key) ?? 0
  const [under, rest] = [body.slice(CELLS, CELLS + spare), body.slice(CELLS + spare)]
  return (
    under.length === spare && under.every(({ kind }) => kind === 'gap') && rest.every(({ kind }) => kind === 'label')
  )
}

const isFilled = ({ kind }: Line): boolean => kind !== 'gap'

/** Whether a line can be a cell of figures, with whatever in it: no label, nor a piece of one. */
function mayBeCell({ kind, text, place }: Line): boolean {
  if (kind !== 'label') return true
  const said = letters(text)
  if (said.length > LONGEST_WORDS || (said !== '' && SIDE_LABELS.some((words) => words.includes(said)))) return false
  const match = matchRequestLabels([{ text, place, rowspan: 1, glued: false }])
  return match === null || match.scores.size === 0
}

/** The lines with the cells of rows as values; cells under labels are left out. */
function asCells(lines: readonly Line[], { agreeing, rows, covered }: Way): readonly Token[] {
  const cells = new Set<number>()
  const none = new Set<number>()
  for (const row of agreeing) {
    const next = rows[rows.indexOf(row) + 1]
    const spare = next ? (covered.get(next.key) ?? 0) : row.end - row.label - 1 - CELLS
    for (let at = 1; at <= CELLS; at += 1) cells.add(row.label + at)
    for (let at = 1; at <= spare; at += 1) none.add(row.label + CELLS + at)
  }
  return lines.flatMap((line, at): Token[] =>
    none.has(at) ? [] : [cells.has(at) ? { ...line, kind: 'value', after: 'line' } : line],
  )
}
