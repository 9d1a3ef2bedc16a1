import { usePageKeys } from '../pageKeys'

/** What a key does while a report is compared with its original. */
export type ReviewAct =
  | 'nextIssue'
  | 'previousIssue'
  | 'nextField'
  | 'previousField'
  | 'nextReport'
  | 'previousReport'
  | 'accept'
  | 'acceptOne'
  | 'acceptAlike'
  | 'correct'
  | 'blank'
  | 'undo'
  | 'help'
  | 'leave'

const KEYS: Readonly<Record<string, ReviewAct>> = {
  j: 'nextIssue',
  k: 'previousIssue',
  l: 'nextField',
  h: 'previousField',
  ArrowDown: 'nextIssue',
  ArrowUp: 'previousIssue',
  ArrowRight: 'nextField',
  ArrowLeft: 'previousField',
  n: 'nextReport',
  p: 'previousReport',
  a: 'accept',
  s: 'acceptOne',
  g: 'acceptAlike',
  c: 'correct',
  b: 'blank',
  u: 'undo',
  '?': 'help',
  Escape: 'leave',
}

const GOING: ReadonlySet<ReviewAct> = new Set(['nextIssue', 'previousIssue', 'nextField', 'previousField'])

/** Listens on the whole page for as long as the component lives. */
export function useReviewKeys(act: (what: ReviewAct) => void): void {
  usePageKeys({ keys: KEYS, going: GOING }, act)
}
