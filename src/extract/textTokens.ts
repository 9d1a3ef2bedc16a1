import type { Paragraph } from '../readers/document'
import type { Place } from '../report/place'
import { hasHan, plain } from './normalise'
import { isBlankMark, isValueText } from './numbers'
import { isPageNumber } from './pageNumber'

/** A piece of running text: words, a figure, or an empty line. */
export interface Token {
  readonly kind: 'label' | 'value' | 'gap'
  readonly text: string
  readonly place: Place
  /** What parts it from the token before: the end of a line or cell, white space, or nothing. */
  readonly after: 'line' | 'space' | 'nothing'
}

/** A line of text outside the tables that a reader found. */
export interface TextLine {
  readonly text: string
  readonly place: Place
  /** Where it is a cell, all of them are here, and lines in between are none. */
  readonly role?: Paragraph['role']
}

const HAN_OR_QUOTE = /[\p{Script=Han}“”"'‘(《]/u
const OUTLINE = /[一二三四五六七八]{1,2}、|\([一二三四五六七八]\)/gu
/** Words with a blank behind every character: 规 章. */
const SPACED_OUT = /^\p{Script=Han}(?:\s+\p{Script=Han})+$/u
const FIGURE = /[+-]?\d+(?:[.,]\d+)*/uy
const MARK = /[/\\]|[-—–]+/uy

/** Cuts lines into words and figures. Empty lines are kept as gaps: they may be empty cells; empty cells are values. */
export function tokensOf(lines: readonly TextLine[]): Token[] {
  const tokens: Token[] = []
  let previous: number | undefined
  for (const { text, place, role } of lines) {
    if (previous !== undefined && place.line !== undefined && role !== 'cell')
      for (let line = previous + 1; line < Math.min(place.line, previous + 20); line += 1)
        tokens.push({ kind: 'gap', text: '', place: { line }, after: 'line' })
    previous = place.line
    if (role !== 'cell' && isPageNumber(text)) continue
    for (const cell of withoutNotes(text).split(/[\t|｜]/u))
      for (const token of cellTokens(cell, place))
        tokens.push(role === 'cell' && token.kind === 'gap' ? { ...token, kind: 'value' } : token)
  }
  return withNumberedLabels(withoutDoubledLines(tokens))
}

/** Words of notes that explain; a figure in brackets may be the cell's own. */
const EXPLAINS = /指|如|20\d\d年/u
const NOTE = /[(（][^()（）]{2,80}[)）]/gu

/** Without notes in brackets behind words whose figures are none of the table's: 上一年项目数量（指2019年事项数）. */
function withoutNotes(line: string): string {
  return line.replace(NOTE, (note, at: number) => {
    const before = line.slice(0, at).trimEnd().slice(-1)
    return EXPLAINS.test(note) && /\d/u.test(note) && hasHan(before) ? '' : note
  })
}

/** Halves the empty lines of a text that has one behind every line, cells that are empty lines included. */
function withoutDoubledLines(tokens: readonly Token[]): readonly Token[] {
  const runs = gapRuns(tokens)
  const inside = runs.filter(({ from, to }) => from > 0 && to < tokens.length)
  const begun = tokens.filter((token) => token.kind !== 'gap' && token.after === 'line').length
  const isDoubled = inside.length >= begun - 1 && inside.every(({ from, to }) => (to - from) % 2 === 1)
  if (!isDoubled || inside.every(({ from, to }) => to - from === 1)) return tokens
  const dropped = new Set(runs.flatMap(({ from, to }) => tokens.slice(from, from + Math.ceil((to - from) / 2))))
  return tokens.filter((token) => !dropped.has(token))
}

/** Where empty lines follow each other: from the first to behind the last. */
function gapRuns(tokens: readonly Token[]): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = []
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'gap') continue
    const last = runs.at(-1)
    if (last?.to === at) last.to = at + 1
    else runs.push({ from: at, to: at + 1 })
  }
  return runs
}

/** Joins a number to the dot or comma on the next line: a label written one character a line, not a figure. */
function withNumberedLabels(tokens: readonly Token[]): Token[] {
  const joined: Token[] = []
  for (const token of tokens) {
    const last = joined.at(-1)
    const isDotOnNextLine = token.kind === 'label' && token.after === 'line' && /^[.、．]/u.test(token.text)
    if (last?.kind === 'value' && last.after === 'line' && /^\d$/u.test(last.text) && isDotOnNextLine)
      joined[joined.length - 1] = { ...last, kind: 'label', text: last.text + token.text }
    else joined.push(token)
  }
  return joined
}

/** Tokens of one line or cell. */
function cellTokens(cell: string, place: Place): Token[] {
  if (cell.trim() === '') return [{ kind: 'gap', text: '', place, after: 'line' }]
  if (isValueText(cell) && !/\S\s+\S/u.test(cell.trim()))
    return [{ kind: 'value', text: cell.trim(), place, after: 'line' }]
  if (SPACED_OUT.test(cell.trim())) return [{ kind: 'label', text: cell.replace(/\s/gu, ''), place, after: 'line' }]
  const tokens: Token[] = []
  for (const word of cell.trim().split(/[\s\u3000]+/u)) {
    const start = tokens.length === 0 ? 'line' : 'space'
    // A point on its own is a piece of a figure.
    if (isValueText(word) || /^[.,．，]$/u.test(word)) tokens.push({ kind: 'value', text: word, place, after: start })
    else
      for (const token of wordTokens(plain(word), place))
        tokens.push(token.after === 'line' ? { ...token, after: start } : token)
  }
  return tokens
}

/** Parts a word in which labels and figures run together. */
function wordTokens(word: string, place: Place): Token[] {
  const tokens: Token[] = []
  let label = ''
  const push = (kind: 'label' | 'value', text: string): void => {
    tokens.push({ kind, text, place, after: tokens.length === 0 ? 'line' : 'nothing' })
  }
  const endLabel = (): void => {
    for (const part of atOutline(label)) push('label', part)
    label = ''
  }
  let at = 0
  while (at < word.length) {
    FIGURE.lastIndex = at
    const figure = FIGURE.exec(word)?.[0]
    if (figure !== undefined) {
      const end = at + figure.length
      const numbersLabel =
        /^[.、]/u.test(word.slice(end)) && (end + 1 >= word.length || HAN_OR_QUOTE.test(word[end + 1] ?? ''))
      const value = numbersLabel ? figure.slice(0, -1) : figure
      if (value !== '') {
        endLabel()
        push('value', value)
      }
      if (numbersLabel) {
        endLabel()
        label = word.slice(end - 1, end + 1)
        at = end + 1
      } else at = end
      continue
    }
    MARK.lastIndex = at
    const mark = MARK.exec(word)?.[0]
    if (mark !== undefined && standsForCell(word, at, at + mark.length)) {
      endLabel()
      push('value', mark)
      at += mark.length
    } else {
      const step = mark ?? String.fromCodePoint(word.codePointAt(at) ?? 0)
      label += step
      at += step.length
    }
  }
  endLabel()
  return tokens
}

/** Parts words before outline numbers (`三、`, `（四）`), but not inside 第二十条第（一）项. */
function atOutline(words: string): string[] {
  const starts = [...words.matchAll(OUTLINE)].flatMap(({ index }) => (words[index - 1] === '第' ? [] : [index]))
  return [0, ...starts].map((start, at) => words.slice(start, starts[at])).filter((part) => part !== '')
}

/** A slash or dash is an empty cell where a figure, another mark or the end of the word is beside it, not between words. */
function standsForCell(word: string, from: number, to: number): boolean {
  const figureLike = (character: string | undefined): boolean =>
    character !== undefined && /[\d/\\—–-]/u.test(character)
  return figureLike(word[from - 1]) || figureLike(word[to]) || (to >= word.length && !isBlankMark(word.slice(0, from)))
}
