import type { RequestRowKey } from '../form/requests'
import type { TableId } from '../form/version'
import { rowsByColumns } from './columnOrder'
import { footsWherePrinted } from './gluedCells'
import { letters } from './normalise'
import { numeric } from './numbers'
import { isProactiveHead, matchProactiveRow } from './proactiveLabels'
import { exactRequestRow } from './requestLabels'
import type { SourceRow } from './sourceRow'
import { rowsOfTokens } from './textRows'
import { tokensOf } from './textTokens'
import type { TextLine, Token } from './textTokens'

/** A table found in running text: its rows and the lines it takes. */
export interface TextTable {
  readonly table: TableId
  readonly rows: readonly SourceRow[]
  readonly lines: readonly [number, number]
  /** Whether a row without figures has empty cells: its text, which shows no empty lines, has not lost all lines that stand in it again. */
  readonly keepsRepeats: boolean
}

const LEAST_ROWS = 4
const LONGEST_LABEL = 120
/** Tokens that may stand between two rows of a table: its figures, a head that a page break repeats. */
const WIDEST_STEP = 80
/** Where labels come first and their figures column by column behind them: more figures, between fewer words. */
const WIDEST_STEP_OF_WORDS = 40
const MOST_FIGURES = 25 * 7
const REQUESTS_HEAD = /申请人情况|本列数据的勾稽|自然人|法人或其他组织/u
/** How a piece of table 四's head begins, whole or broken over lines. */
const IN_DISPUTES_HEAD =
  /^(?:结果?|纠正|维持|其他?|尚未?|审结|总计?|行政|未经?|复议|直接|起诉|后起诉|计|未审结|他结果)/u
const DISPUTES_HEAD = /结果维持|尚未审结|复议后起诉/u
const WHOLE_DISPUTES_HEAD = /结果维持.*尚未审结总计(?:不适用|无)*$/u
/** Every letter of table 四's head, in the order of the alphabet. */
const DISPUTES_HEAD_LETTERS = inOrder(
  `行政复议行政诉讼未经复议直接起诉复议后起诉${'结果维持结果纠正其他结果尚未审结总计'.repeat(3)}`,
)
const EACH_LETTER = [...new Set(DISPUTES_HEAD_LETTERS)]

/** Finds the statutory tables that a text view lost: words and figures line by line, or all run together. */
export function findTextTables(lines: readonly TextLine[], wanted: readonly TableId[]): TextTable[] {
  const tokens = tokensOf(lines)
  const hasRepeats = repeatsLines(lines)
  const requests = requestsSpan(tokens)
  const found: TextTable[] = []
  const add = (table: TableId, span: readonly [number, number] | null, rows?: readonly SourceRow[]): void => {
    if (!span || !wanted.includes(table)) return
    const part = tokens.slice(span[0], span[1] + 1)
    const numbers = part.flatMap((token) => token.place.line ?? [])
    found.push({
      table,
      rows: rows ?? tableRows(table, part),
      lines: [numbers[0] ?? 0, numbers.at(-1) ?? 0],
      keepsRepeats: hasRepeats || haveRowsALine(part),
    })
  }
  // The tables stand in the form's order, unless somebody laid them out in another.
  const [start, end] = [requests?.[0] ?? tokens.length, (requests?.[1] ?? -1) + 1]
  add('proactive', proactiveSpan(tokens, 0, start) ?? proactiveSpan(tokens, end, tokens.length))
  add('requests', requests)
  const disputes = disputesSpan(tokens, end, tokens.length) ?? disputesSpan(tokens, 0, start)
  add('disputes', disputes && [disputes.from, disputes.to], disputes ? [disputes.row] : [])
  return found
}

/** Whether some line of a text stands in it twice. Programs that take text from pages may drop every line that they have had. */
function repeatsLines(lines: readonly TextLine[]): boolean {
  const texts = lines.map(({ text }) => text.trim()).filter((text) => text !== '')
  return new Set(texts).size < texts.length
}

/** Whether figures stand in the line of their label: then no line of a table is the same as another. */
function haveRowsALine(tokens: readonly Token[]): boolean {
  const values = tokens.filter(({ kind }) => kind === 'value')
  return values.length > 0 && values.every(({ after }) => after !== 'line')
}

function tableRows(table: TableId, tokens: readonly Token[]): SourceRow[] {
  return table === 'requests'
    ? (rowsByColumns(tokens) ?? rowsOfTokens(tokens, namesRequestRow, true))
    : rowsOfTokens(tokens, namesProactiveRow, false)
}

/** Whether a label is a row's of table 三; 其他 and 总计 are heads too, unless they are numbered. */
function namesRequestRow(label: string): boolean {
  return exactRequestRow(label) !== null && (letters(label).length > 3 || /^[(（\d]/u.test(label))
}

function namesProactiveRow(label: string): boolean {
  return matchProactiveRow(label)[0]?.likeness === 1
}

function isOfProactive({ kind, text }: Token): boolean {
  return kind === 'label' && (namesProactiveRow(text) || isProactiveHead(text))
}

function requestsSpan(tokens: readonly Token[]): [number, number] | null {
  const hits = tokens.flatMap((token, index) => {
    if (token.kind !== 'label' || token.text.length > LONGEST_LABEL) return []
    const key = exactRequestRow(token.text)
    return key !== null && letters(token.text).length > 3 ? [{ key, index }] : []
  })
  let best: { from: number; to: number; named: number } | null = null
  let from = 0
  let last: number | null = null
  let named = new Set<RequestRowKey>()
  for (const { key, index } of hits) {
    if (last === null || isFarApart(tokens.slice(last, index))) {
      from = index
      named = new Set()
    }
    last = index
    named.add(key)
    if (named.size > (best?.named ?? 0)) best = { from, to: index, named: named.size }
  }
  if (!best || best.named < LEAST_ROWS) return null
  return [requestsStart(tokens, best.from), requestsEnd(tokens, best.to)]
}

/** Whether so much stands between two rows that they are not of one table. */
function isFarApart(between: readonly Token[]): boolean {
  const words = between.filter((token) => token.kind === 'label').length
  const figures = between.filter((token) => token.kind === 'value').length
  return words + figures > WIDEST_STEP && (words > WIDEST_STEP_OF_WORDS || figures > MOST_FIGURES)
}

/** The head above the first row that was recognised, so that a damaged first row is not lost; below table 二. */
function requestsStart(tokens: readonly Token[], first: number): number {
  const above = tokens.slice(0, first).map(isOfProactive).lastIndexOf(true)
  for (let index = Math.max(above + 1, first - 60); index < first; index += 1)
    if (tokens[index]?.kind === 'label' && REQUESTS_HEAD.test(tokens[index]?.text ?? '')) return index
  return first
}

/** The figures after the last row that was recognised, and rows whose labels are damaged after it. */
function requestsEnd(tokens: readonly Token[], last: number): number {
  let end = endOfFigures(tokens, last + 1) - 1
  for (;;) {
    const start = endOfLabels(tokens, end + 1)
    const next = endOfFigures(tokens, start)
    const words = tokens.slice(end + 1, start).map((token) => token.text)
    const digits = tokens.slice(start, next).flatMap((token) => token.text.match(/\d/gu) ?? [])
    const isRow = digits.length >= 7 && words.join('').length <= 40 && !DISPUTES_HEAD.test(letters(words.join('')))
    if (!isRow || next - 1 <= end) return end
    end = next - 1
  }
}

function endOfLabels(tokens: readonly Token[], from: number): number {
  let end = from
  while (tokens[end]?.kind === 'label') end += 1
  return Math.min(end, tokens.length)
}

function endOfFigures(tokens: readonly Token[], from: number): number {
  let end = from
  while (end < tokens.length && tokens[end]?.kind !== 'label') end += 1
  return Math.min(end, tokens.length)
}

function proactiveSpan(tokens: readonly Token[], after: number, before: number): [number, number] | null {
  const isHead = (token: Token): boolean =>
    token.kind === 'label' && token.text.length < 400 && isProactiveHead(token.text)
  const first = tokens.findIndex((token, index) => index >= after && index < before && isHead(token))
  if (first < 0) return null
  let last = -1
  const named = new Set<string>()
  for (let index = first; index < before; index += 1) {
    const token = tokens[index]
    if (token?.kind !== 'label') continue
    const match = matchProactiveRow(token.text)[0]
    const followed = token.after === 'line' || tokens.slice(index + 1, index + 4).some((next) => next.kind === 'value')
    if (match?.likeness !== 1 || !followed) continue
    named.add(match.row)
    last = index
  }
  if (named.size < 2) return null
  let end = last
  while (end + 1 < before && tokens[end + 1] && tokens[end + 1]?.kind !== 'label') end += 1
  return [first, end]
}

/** The figures after the head of table 四, which has no labels of its own. */
function disputesSpan(
  tokens: readonly Token[],
  after: number,
  before: number,
): { from: number; to: number; row: SourceRow } | null {
  let from = after
  let words = ''
  for (let index = after; index < before; index += 1) {
    const token = tokens[index]
    if (!token || token.kind === 'gap') continue
    const isOver = endsDisputesHead(words)
    if (token.kind === 'value' ? isOver : isOver && !IN_DISPUTES_HEAD.test(letters(token.text)))
      return disputesRow(tokens, from, index)
    if (token.kind === 'value') words = ''
    else {
      if (words === '') from = index
      words = (words + letters(token.text)).slice(-400)
    }
  }
  return endsDisputesHead(words) ? disputesRow(tokens, from, before) : null
}

/** Whether words end with the head of table 四: as the form has it, or its broken cells read line by line across them. */
function endsDisputesHead(words: string): boolean {
  if (WHOLE_DISPUTES_HEAD.test(words)) return true
  const last = words.slice(-DISPUTES_HEAD_LETTERS.length)
  // Sorting is dear, and asked for at every word of a text: most lack some letter.
  return EACH_LETTER.every((letter) => last.includes(letter)) && inOrder(last) === DISPUTES_HEAD_LETTERS
}

function inOrder(words: string): string {
  return Array.from(words).sort().join('')
}

function disputesRow(
  tokens: readonly Token[],
  from: number,
  first: number,
): { from: number; to: number; row: SourceRow } {
  let to = first
  while (tokens[to] && tokens[to]?.kind !== 'label') to += 1
  let start = first
  while (start > from && tokens[start - 1]?.kind === 'gap') start -= 1
  const between = tokens.slice(start, to)
  let zone = tokens.slice(first, to)
  while (zone.at(-1)?.kind === 'gap') zone = zone.slice(0, -1)
  const figures = zone.filter((token) => token.kind === 'value')
  const cells = [between, zone].find(areLineCells) ?? figures
  const heads = tokens.slice(from, start).filter((token) => token.kind === 'label')
  const all = [...heads, ...cells].map((token) => ({
    text: token.text,
    place: token.place,
    rowspan: 1,
    glued: token.kind === 'value' && token.after === 'nothing',
  }))
  return { from, to: Math.max(from, to - 1), row: { grid: 0, cells: all, valuesFrom: heads.length } }
}

/** Whether figures and empty lines are fifteen cells: some stand empty between figures, and the printed totals agree. */
function areLineCells(zone: readonly Token[]): boolean {
  const first = zone.findIndex((token) => token.kind === 'value')
  const isBetween = zone.some((token, at) => token.kind === 'gap' && at > first && zone.length > at + 1)
  if (zone.length !== 15 || !zone.every((token) => token.after === 'line') || !isBetween) return false
  return footsWherePrinted(zone.map((token) => numeric(token.text.trim())))
}
