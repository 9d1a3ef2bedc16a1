import type { ShareLabel } from './shareLabel'

/** Tables in the order in which they are written; `originals` are files of their own beside them. */
export const BACKUP_TABLES = [
  'settings',
  'agencies',
  'decisions',
  'files',
  'reports',
  'cells',
  'texts',
  'issues',
  'findings',
  'pending',
  'documents',
  'documentTexts',
  'views',
  'notes',
  'decks',
  'deckItems',
  'deckAnswers',
] as const
export type BackupTable = (typeof BACKUP_TABLES)[number]

/** One entry of the zip: rows of a table, one JSON object a line, or the bytes of an original. */
export interface BackupPart {
  readonly name: string
  readonly table: BackupTable | 'originals'
  /** Rows in it; 1 for an original. */
  readonly rows: number
  /** Length and SHA-256 of its bytes, uncompressed. */
  readonly size: number
  readonly sha256: string
}

/** `manifest.json`, the last entry: what the backup holds and how to tell that it is whole. */
export interface BackupManifest {
  readonly product: 'gouji'
  /** Whether it was made of the fictional city: made-up data never go where real data are, nor the reverse. */
  readonly example: boolean
  /** Schema number of the rows. */
  readonly schema: number
  /** ISO date-time. */
  readonly made: string
  readonly rows: Readonly<Record<BackupTable | 'originals', number>>
  readonly parts: readonly BackupPart[]
  /** Of a file made to be read by others, which never replaces anybody's data; absent in a backup. */
  readonly share?: ShareLabel
}

export const MANIFEST = 'manifest.json'
