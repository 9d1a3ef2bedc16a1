import { strFromU8, unzipSync } from 'fflate'
import type { Result } from '../report/report'
import { BACKUP_TABLES, MANIFEST } from './backupFormat'
import type { BackupManifest, BackupPart } from './backupFormat'
import { sha256 } from './hash'
import { storeError } from './storeError'
import type { StoreError } from './storeError'

/** Parts are inflated together up to this many, or this many bytes; one that is larger goes alone. */
const GROUP_PARTS = 64
const GROUP_BYTES = 32 * 1024 * 1024
/** Beyond these no file of ours goes: what claims it is made to fill the memory. Bytes. */
const LARGEST_MANIFEST = 64 * 1024 * 1024
const LARGEST_ROWS = 512 * 1024 * 1024

export interface Inflated {
  readonly part: BackupPart
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** A backup file in memory, its manifest read. */
export interface Backup {
  readonly file: string
  readonly bytes: Uint8Array
  readonly manifest: BackupManifest
}

/** Reads a backup's manifest; any other file is refused. */
export function openBackup(file: string, bytes: Uint8Array): Result<Backup, StoreError> {
  const text = manifestText(bytes)
  if (text === null) return { ok: false, error: storeError('not-a-backup', { file }) }
  const manifest = parsed(text)
  return isManifest(manifest)
    ? { ok: true, value: { file, bytes, manifest } }
    : { ok: false, error: storeError('damaged-backup', { file, part: MANIFEST }) }
}

/** The parts in the manifest's order, inflated a few at a time; those that are missing, longer or shorter than it says give an error. */
export function* inflateParts({ file, bytes, manifest }: Backup): Generator<Result<readonly Inflated[], StoreError>> {
  for (const group of groups(manifest.parts)) {
    const wanted = new Map(group.map((part) => [part.name, part]))
    const found = unzipped(bytes, (name, size) => wanted.get(name)?.size === size)
    const inflated = group.flatMap((part) => {
      const own = found?.[part.name]
      return own ? [{ part, bytes: own }] : []
    })
    if (inflated.length < group.length) {
      const missing = group.find(({ name }) => found?.[name] === undefined)
      yield { ok: false, error: storeError('damaged-backup', { file, part: missing?.name ?? '' }) }
      return
    }
    yield { ok: true, value: inflated }
  }
}

/** Checks every part against its hash and its count of rows. */
export function checkBackup(backup: Backup, step: (done: number, of: number) => void): Result<null, StoreError> {
  const of = backup.manifest.parts.length
  let done = 0
  for (const group of inflateParts(backup)) {
    if (!group.ok) return group
    for (const { part, bytes } of group.value) {
      const rows = part.table === 'originals' ? 1 : lines(bytes).length
      if (sha256(bytes) !== part.sha256 || rows !== part.rows)
        return { ok: false, error: storeError('damaged-backup', { file: backup.file, part: part.name }) }
      step(++done, of)
    }
  }
  return { ok: true, value: null }
}

/** The rows of a part, as text. */
export function lines(bytes: Uint8Array): string[] {
  return strFromU8(bytes)
    .split('\n')
    .filter((line) => line !== '')
}

function manifestText(bytes: Uint8Array): string | null {
  const manifest = unzipped(bytes, (name, size) => name === MANIFEST && size <= LARGEST_MANIFEST)?.[MANIFEST]
  return manifest ? strFromU8(manifest) : null
}

/** The wanted entries; `null` where the zip is damaged so far that none can be read. */
function unzipped(
  bytes: Uint8Array,
  wanted: (name: string, size: number) => boolean,
): Record<string, Uint8Array<ArrayBuffer>> | null {
  try {
    return unzipSync(bytes, { filter: ({ name, originalSize }) => wanted(name, originalSize) })
  } catch (error) {
    if (error instanceof Error) return null
    throw error
  }
}

function* groups(parts: readonly BackupPart[]): Generator<readonly BackupPart[]> {
  let group: BackupPart[] = []
  let size = 0
  for (const part of parts) {
    if (group.length > 0 && (group.length >= GROUP_PARTS || size + part.size > GROUP_BYTES)) {
      yield group
      group = []
      size = 0
    }
    group.push(part)
    size += part.size
  }
  if (group.length > 0) yield group
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function isManifest(value: unknown): value is BackupManifest {
  if (!isRecord(value) || value['product'] !== 'gouji') return false
  const { example, schema, made, rows, parts } = value
  return (
    typeof example === 'boolean' &&
    Number.isInteger(schema) &&
    typeof made === 'string' &&
    isRecord(rows) &&
    Array.isArray(parts) &&
    parts.every(isPart)
  )
}

const TABLES: readonly unknown[] = [...BACKUP_TABLES, 'originals']

function isPart(value: unknown): value is BackupPart {
  if (!isRecord(value)) return false
  const { name, table, rows, size, sha256: hash } = value
  const named = typeof name === 'string' && typeof hash === 'string' && TABLES.includes(table)
  const counted = Number.isInteger(rows) && typeof size === 'number' && Number.isInteger(size) && size >= 0
  return named && counted && (table === 'originals' || size <= LARGEST_ROWS)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
