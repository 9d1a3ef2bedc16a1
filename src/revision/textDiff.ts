import { sequenceDiff } from './sequenceDiff'

/** A piece of a paragraph: in both versions, struck from the older, or put into the newer. */
export interface Piece {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** A paragraph of a section: as it was, taken out, put in, or changed within. */
export type ParagraphDiff =
  | { readonly kind: 'same' | 'removed' | 'added'; readonly text: string }
  | { readonly kind: 'changed'; readonly pieces: readonly Piece[] }

/** A Chinese sign, a Latin word, a whole number: what a reader takes in at once. Blanks go with what stands before them. */
const WORDS = /(?:\d[\d,.，．]*\d|\d|[\p{Script=Latin}\p{M}]+|[\s\S])[^\S\n]*/gu
/** Pieces that are the same between two changes, but too short to be read as such. */
const SHORT = 2
/** Paragraphs alike by less than this are two, not one that was changed. */
const LEAST_ALIKE = 0.35
/** Pairs of paragraphs up to which the best matching is looked for. */
const MOST_PAIRS = 2500

/** How two texts differ, paragraph by paragraph (lines), and within a changed paragraph word by word. */
export function textDiff(older: string, newer: string): ParagraphDiff[] {
  const [before, after] = [older.split('\n'), newer.split('\n')]
  const found: ParagraphDiff[] = []
  let removed: string[] = []
  let added: string[] = []
  const settle = (): void => {
    found.push(...replaced(removed, added))
    removed = []
    added = []
  }
  for (const { kind, older: from, newer: to } of sequenceDiff(before, after)) {
    if (kind === 'removed') removed = before.slice(...from)
    else if (kind === 'added') added = after.slice(...to)
    else {
      settle()
      for (const text of before.slice(...from)) found.push({ kind, text })
    }
  }
  settle()
  return found
}

/** The text of either version, put together again from what differs. */
export function textOf(paragraphs: readonly ParagraphDiff[], side: 'older' | 'newer'): string {
  const other = side === 'older' ? 'added' : 'removed'
  return paragraphs
    .flatMap((paragraph) => {
      if (paragraph.kind !== 'changed') return paragraph.kind === other ? [] : [paragraph.text]
      return [paragraph.pieces.flatMap(({ kind, text }) => (kind === other ? [] : text)).join('')]
    })
    .join('\n')
}

/** Paragraphs that gave way to others: those that are alike are taken as one that was changed. */
function replaced(removed: readonly string[], added: readonly string[]): ParagraphDiff[] {
  const found: ParagraphDiff[] = []
  let [from, to] = [0, 0]
  for (const [one, other] of pairs(removed, added)) {
    for (const text of removed.slice(from, one)) found.push({ kind: 'removed', text })
    for (const text of added.slice(to, other)) found.push({ kind: 'added', text })
    found.push({ kind: 'changed', pieces: pieces(removed[one] ?? '', added[other] ?? '') })
    ;[from, to] = [one + 1, other + 1]
  }
  for (const text of removed.slice(from)) found.push({ kind: 'removed', text })
  for (const text of added.slice(to)) found.push({ kind: 'added', text })
  return found
}

/** Which removed paragraph became which added one, in order: the matching that is most alike in sum. */
function pairs(removed: readonly string[], added: readonly string[]): [number, number][] {
  const [rows, columns] = [removed.length, added.length]
  if (rows === 0 || columns === 0) return []
  if (rows * columns > MOST_PAIRS) return rows === columns ? removed.map((_, index) => [index, index]) : []
  const [left, right] = [removed.map(signPairs), added.map(signPairs)]
  const width = columns + 1
  const likeness = new Float64Array(rows * columns)
  const best = new Float64Array((rows + 1) * width)
  const bestAt = (row: number, column: number): number => best[row * width + column] ?? 0
  for (let row = rows - 1; row >= 0; row -= 1)
    for (let column = columns - 1; column >= 0; column -= 1) {
      const alike = likenessOf(left[row] ?? new Map(), right[column] ?? new Map())
      likeness[row * columns + column] = alike
      const taken = alike >= LEAST_ALIKE ? alike + bestAt(row + 1, column + 1) : 0
      best[row * width + column] = Math.max(taken, bestAt(row + 1, column), bestAt(row, column + 1))
    }
  const found: [number, number][] = []
  let [row, column] = [0, 0]
  while (row < rows && column < columns) {
    const alike = likeness[row * columns + column] ?? 0
    const now = bestAt(row, column)
    if (alike >= LEAST_ALIKE && alike + bestAt(row + 1, column + 1) === now) found.push([row++, column++])
    else if (bestAt(row + 1, column) === now) row += 1
    else column += 1
  }
  return found
}

/** How often each pair of neighbouring signs stands in a text; the signs alone in a text of one. */
function signPairs(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  const signs = text.replace(/\s/gu, '')
  for (let at = 0; at < Math.max(1, signs.length - 1); at += 1) {
    const pair = signs.slice(at, at + 2)
    counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  return counts
}

/** Dice's coefficient of two counts: 1 for the same text, 0 for none in common. */
function likenessOf(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let [common, all] = [0, 0]
  for (const [pair, count] of one) {
    common += Math.min(count, other.get(pair) ?? 0)
    all += count
  }
  for (const count of other.values()) all += count
  return all === 0 ? 0 : (2 * common) / all
}

function pieces(older: string, newer: string): Piece[] {
  const [before, after] = [older.match(WORDS) ?? [], newer.match(WORDS) ?? []]
  const found: Piece[] = []
  let removed = ''
  let added = ''
  const settle = (): void => {
    if (removed !== '') found.push({ kind: 'removed', text: removed })
    if (added !== '') found.push({ kind: 'added', text: added })
    removed = ''
    added = ''
  }
  const all = sequenceDiff(before, after)
  for (const [index, { kind, older: from, newer: to }] of all.entries()) {
    const text = kind === 'added' ? after.slice(...to).join('') : before.slice(...from).join('')
    const isWithin = index > 0 && index < all.length - 1
    if (kind === 'removed') removed += text
    else if (kind === 'added') added += text
    else if (isWithin && from[1] - from[0] <= SHORT && removed !== '' && added !== '' && goesOn(all, index)) {
      removed += text
      added += text
    } else {
      settle()
      found.push({ kind, text })
    }
  }
  settle()
  return found
}

/** Whether both versions differ again right after a stretch. */
function goesOn(all: ReturnType<typeof sequenceDiff>, index: number): boolean {
  const kinds = [all[index + 1]?.kind, all[index + 2]?.kind]
  return kinds.includes('removed') && kinds.includes('added')
}
