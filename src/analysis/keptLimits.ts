/** How much of each may be kept. What a file brings beyond it is cut off; a person is told. Lengths in UTF-16 units. */
export const KEPT_LIMITS = {
  /** Of each kind in a database. */
  views: 500,
  notes: 5_000,
  decks: 200,
  /** In a deck. */
  items: 300,
  name: 120,
  title: 200,
  /** Of a note. */
  text: 2_000,
  line: 1_000,
  lines: 40,
  /** Of a table as it was seen. */
  columns: 80,
  /** Five thousand agencies over the years: what is beyond would seem to be new. */
  cells: 200_000,
  cell: 200,
  id: 100,
  word: 80,
  /** Parameters of a question, and the length of one: a filter may name all agencies of a province. */
  params: 60,
  param: 1_000_000,
  /** Bytes of a logo. */
  logo: 1_000_000,
  /** Pixels of a side of it. */
  side: 10_000,
  /** Answers that a frozen deck rests on, as JSON. */
  answers: 100_000_000,
} as const
