/** The keys of the review, for its help. */
export const REVIEW_KEY_LINES = [
  { keys: ['J', '↓', 'K', '↑'], text: 'review.keys.issue' },
  { keys: ['L', '→', 'H', '←'], text: 'review.keys.field' },
  { keys: ['A'], text: 'review.keys.accept' },
  { keys: ['S'], text: 'review.keys.acceptOne' },
  { keys: ['G'], text: 'review.keys.acceptAlike' },
  { keys: ['C'], text: 'review.keys.correct' },
  { keys: ['B'], text: 'review.keys.blank' },
  { keys: ['U'], text: 'review.keys.undo' },
  { keys: ['N', 'P'], text: 'review.keys.report' },
  { keys: ['Esc'], text: 'review.keys.escape' },
  { keys: ['?'], text: 'review.keys.help' },
] as const
