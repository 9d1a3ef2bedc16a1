import type { KeptChange } from '@/store/keptChanges'

/** What a step was, for its words: `kept.steps.<what>` with these names and numbers. */
export interface StepWords {
  readonly what:
    | 'saveView'
    | 'changeView'
    | 'deleteView'
    | 'startView'
    | 'noStartView'
    | 'addNote'
    | 'editNote'
    | 'deleteNote'
    | 'createDeck'
    | 'duplicateDeck'
    | 'renameDeck'
    | 'formatDeck'
    | 'templateDeck'
    | 'deleteDeck'
    | 'freezeDeck'
    | 'unfreezeDeck'
    | 'addItems'
    | 'moveItem'
    | 'changeItem'
    | 'deleteItem'
    | 'acceptSeen'
  readonly params: Readonly<Record<string, string | number>>
}

/** One step of work on what is kept. */
export interface KeptStep {
  readonly key: number
  readonly words: StepWords
  readonly changes: readonly KeptChange[]
}

/** Steps kept for undoing, and what those hold together at most: a step that froze a deck holds all of its answers. */
const MOST_STEPS = 200
const HEAVIEST = 64_000_000

/** A history with a step more, rid of its oldest where it would be too long or too heavy. The newest stays whatever it weighs. */
export function withStep(steps: readonly KeptStep[], step: KeptStep): readonly KeptStep[] {
  let room = HEAVIEST - weightOf(step)
  const before: KeptStep[] = []
  for (const one of steps.slice(1 - MOST_STEPS).reverse()) {
    room -= weightOf(one)
    if (room < 0) break
    before.unshift(one)
  }
  return [...before, step]
}

export function withoutLast(steps: readonly KeptStep[]): readonly KeptStep[] {
  return steps.slice(0, -1)
}

/** About how many characters a step holds that weigh. */
function weightOf({ changes }: KeptStep): number {
  return changes.reduce((sum, { before, after }) => sum + rowWeight(before) + rowWeight(after), 0)
}

function rowWeight(row: object | null): number {
  const {
    size = 0,
    template,
    seen,
  } = (row ?? {}) as {
    readonly size?: number
    readonly template?: { readonly logo?: { readonly base64: string } }
    readonly seen?: { readonly columns: readonly string[]; readonly rows: readonly unknown[] }
  }
  return size + (template?.logo?.base64.length ?? 0) + (seen ? seen.columns.length * seen.rows.length * 8 : 0)
}
