import type { Answers } from './asker'
import { DECK_FORMATS, FIGURE_FORMS } from './kept'
import type { DeckHead, DeckItem, DeckTemplate, SeenFigures, WholeDeck } from './kept'
import { KEPT_LIMITS } from './keptLimits'
import { readLogo } from './readLogo'
import { readQuestion } from './readKept'
import { NO_TIME, readId, readLine, readList, readRecord, readText, readTime } from './readText'

const { id: LONGEST_ID, name, title: LONGEST_TITLE, line, lines: MOST_LINES } = KEPT_LIMITS

/** A deck from a file or the database, with whatever of it can be read; `null` where it has no id. It opens nothing and runs nothing, whatever it holds. */
export function readDeck(value: unknown): WholeDeck | null {
  const head = readDeckHead(value)
  if (!head) return null
  const { items, answers } = readRecord(value)
  const seen = new Set<string>()
  const own = readList(items, KEPT_LIMITS.items, readItem).filter(({ id }) => !seen.has(id) && seen.add(id))
  const kept = head.frozen === null ? null : readAnswers(answers)
  return { ...head, items: own, ...(kept && { answers: kept }) }
}

/** The same of all but what is in it. */
export function readDeckHead(value: unknown): DeckHead | null {
  const { id, name: called, format, frozen, template, made, changed } = readRecord(value)
  const own = readId(id, LONGEST_ID)
  if (own === null) return null
  const since = readTime(made) ?? NO_TIME
  return {
    id: own,
    name: readLine(called, name) ?? '',
    format: DECK_FORMATS.find((one) => one === format) ?? '16:9',
    frozen: readTime(frozen),
    template: readTemplate(template),
    made: since,
    changed: readTime(changed) ?? since,
  }
}

/** An item of a deck; `null` for a sort that this program does not know, which it could not show. */
export function readItem(value: unknown): DeckItem | null {
  const { kind, id, title, lines, question, form, seen } = readRecord(value)
  const own = readId(id, LONGEST_ID)
  if (own === null) return null
  const heading = readLine(title, LONGEST_TITLE)
  if (kind === 'section') return { kind, id: own, title: heading ?? '' }
  if (kind === 'text') return { kind, id: own, title: heading ?? '', lines: readLines(lines) }
  const asked = readQuestion(question)
  if (kind !== 'figure' || !asked) return null
  return {
    kind,
    id: own,
    question: asked,
    form: FIGURE_FORMS.find((one) => one === form) ?? 'chart',
    title: heading,
    lines: Array.isArray(lines) ? readLines(lines) : null,
    seen: readSeen(seen),
  }
}

/** Sentences of a person. */
function readLines(value: unknown): string[] {
  return readList(value, MOST_LINES, (one) => readText(one, line))
}

/** A table as it was seen: every row as long as the head. */
function readSeen(value: unknown): SeenFigures {
  const { columns, rows } = readRecord(value)
  const cell = (one: unknown): string => readText(one, KEPT_LIMITS.cell) ?? ''
  const heads = readList(columns, KEPT_LIMITS.columns, cell)
  return {
    columns: heads,
    rows: readList(rows, Math.floor(KEPT_LIMITS.cells / Math.max(heads.length, 1)), (row) =>
      Array.isArray(row) ? heads.map((_, index) => cell((row as unknown[])[index])) : null,
    ),
  }
}

/** Colours as `#rrggbb` and a picture that is one; anything else is as if it were not there. */
export function readTemplate(value: unknown): DeckTemplate {
  const { accent, ink, paper, logo } = readRecord(value)
  const colours = Object.entries({ accent, ink, paper }).flatMap(([part, colour]) =>
    typeof colour === 'string' && /^#[0-9a-f]{6}$/iu.test(colour) ? [[part, colour.toLowerCase()] as const] : [],
  )
  const picture = readLogo(logo)
  return { ...(Object.fromEntries(colours) as DeckTemplate), ...(picture && { logo: picture }) }
}

/** Answers by question. What is in them is for the figures to judge, as it is with the engine's. */
function readAnswers(value: unknown): Answers | null {
  const entries = Object.entries(readRecord(value)).filter(([question]) => question.length <= KEPT_LIMITS.param)
  return entries.length === 0 ? null : Object.fromEntries(entries)
}
