import type { Transaction } from 'dexie'
import { upgradeTo2 } from './upgradeTo2'

/** One step of the schema. Numbers only grow; a step that was ever committed is never changed. */
export interface Migration {
  readonly version: number
  /** Primary key and indexes of each table that the step adds or changes; `null` removes a table. */
  readonly stores: Readonly<Record<string, string | null>>
  /** Moves the rows of the step before. Runs inside the upgrade's transaction: whole or not at all. */
  readonly upgrade?: (transaction: Transaction) => PromiseLike<void>
}

export const MIGRATIONS: readonly Migration[] = [
  {
    version: 1,
    stores: {
      agencies: 'id, name, *aliases',
      reports: 'id, hash, agency, [agency+year+version], [agency+year+current], [current+year]',
      texts: 'report',
      files: 'hash',
      issues: 'id, report, code',
      findings: 'id, report, rule',
      decisions: 'id, kind, [agency+year]',
      settings: 'key',
    },
  },
  {
    // Lists no longer read every number, files no longer every byte; reports of nobody or of no year have a place.
    version: 2,
    stores: { cells: 'report', originals: 'hash', pending: 'id, hash', decisions: 'id, kind, agency, [agency+year]' },
    upgrade: upgradeTo2,
  },
  {
    // An import that was broken off can go on; pages that write at once learn of each other.
    version: 3,
    stores: { stamps: 'table', queueRuns: 'id', queueFiles: 'id, run', queueBytes: 'id' },
  },
  {
    // Documents that give no numbers have a place, too: those of before 2019, and scans.
    version: 4,
    stores: { documents: 'id, hash, agency, [agency+year]', documentTexts: 'document' },
  },
  {
    // What people keep beside the data: views, notes on points, and decks, whose items and frozen answers are rows of their own.
    version: 5,
    stores: { views: 'id', notes: 'id', decks: 'id', deckItems: 'id, [deck+order]', deckAnswers: 'id, deck' },
  },
]

/** The schema that this code writes. A database with a higher number belongs to a newer Gouji and is only read. */
export const SCHEMA_VERSION = Math.max(...MIGRATIONS.map(({ version }) => version))
