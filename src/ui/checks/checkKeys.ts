import type { PageKeys } from '../pageKeys'

/** What a key does on the page of findings. */
export type CheckAct =
  | 'next'
  | 'previous'
  | 'confirm'
  | 'setAside'
  | 'corrected'
  | 'correct'
  | 'table'
  | 'original'
  | 'total'
  | 'withdraw'
  | 'undo'
  | 'choose'
  | 'chooseAll'
  | 'putIn'
  | 'leave'
  | 'help'

/** The list that arrows go through. */
export const LIST_CLASS = 'finding-list'

export const CHECK_KEYS: PageKeys<CheckAct> = {
  keys: {
    j: 'next',
    k: 'previous',
    ArrowDown: 'next',
    ArrowUp: 'previous',
    n: 'confirm',
    s: 'setAside',
    c: 'corrected',
    e: 'correct',
    t: 'table',
    o: 'original',
    m: 'total',
    w: 'withdraw',
    z: 'undo',
    x: 'choose',
    a: 'chooseAll',
    p: 'putIn',
    Escape: 'leave',
    '?': 'help',
  },
  going: new Set(['next', 'previous']),
  list: `.${LIST_CLASS}`,
}

/** The keys for the page's help. */
export const CHECK_KEY_LINES = [
  { keys: ['J', '↓', 'K', '↑'], text: 'checks.keys.step' },
  { keys: ['N'], text: 'checks.keys.confirm' },
  { keys: ['S'], text: 'checks.keys.setAside' },
  { keys: ['C'], text: 'checks.keys.corrected' },
  { keys: ['E'], text: 'checks.keys.correct' },
  { keys: ['T'], text: 'checks.keys.table' },
  { keys: ['O'], text: 'checks.keys.original' },
  { keys: ['M'], text: 'checks.keys.total' },
  { keys: ['W'], text: 'checks.keys.withdraw' },
  { keys: ['Z'], text: 'checks.keys.undo' },
  { keys: ['X'], text: 'checks.keys.choose' },
  { keys: ['A'], text: 'checks.keys.all' },
  { keys: ['P'], text: 'checks.keys.putIn' },
  { keys: ['Esc'], text: 'checks.keys.escape' },
  { keys: ['?'], text: 'checks.keys.help' },
] as const
