import { readFileSync, readdirSync, realpathSync, statSync } from 'node:fs'
import type { Stats } from 'node:fs'
import { sep } from 'node:path'
import { byCodePoint, skipName } from '../readers/names'
import { refuseSize } from '../readers/open'
import type { FileError, Result } from '../report/report'

/** A file with its bytes, named as CONTRACT.md says: the path as given, or `given/relative/path` with `/`. */
export interface InputFile {
  readonly path: string
  readonly bytes: Uint8Array
}

type Found = Result<InputFile, FileError>

/**
 * Reads the files that paths name, one at a time: folders with all they hold, by code point. Litter of systems and word processors is
 * passed over; every other file gives its bytes or an error. Files over the size limit are not read.
 */
export function* inputFiles(paths: readonly string[]): Generator<Found, void, undefined> {
  for (const path of paths) {
    const name = sep === '/' ? path : path.replaceAll(sep, '/')
    yield* at(Buffer.from(path), name, [])
  }
}

function* at(path: Buffer, name: string, above: readonly string[]): Generator<Found, void, undefined> {
  const status = attempt(() => statSync(path))
  if (!status.ok) yield failed(name, status.error)
  else if (status.value.isDirectory()) yield* inFolder(path, name, above)
  else if (!skipName(name)) yield readInput(path, name, status.value)
}

function* inFolder(path: Buffer, name: string, above: readonly string[]): Generator<Found, void, undefined> {
  const listed = attempt(() => ({
    entries: readdirSync(path, { encoding: 'buffer', withFileTypes: true }),
    real: realpathSync(path),
  }))
  if (!listed.ok) {
    yield failed(name, listed.error)
    return
  }
  const { entries, real } = listed.value
  // A link to a folder above would go round for ever.
  if (above.includes(real)) return
  const prefix = name.endsWith('/') ? name : `${name}/`
  const children = entries.map((entry) => ({
    raw: entry.name,
    name: prefix + decodeName(entry.name),
    order: decodeName(entry.name) + (entry.isDirectory() ? '/' : ''),
  }))
  children.sort((left, right) => byCodePoint(left.order, right.order))
  for (const child of children) {
    if (skipName(child.name) || skipName(`${child.name}/`)) continue
    yield* at(Buffer.concat([path, SEPARATOR, child.raw]), child.name, [...above, real])
  }
}

function readInput(path: Buffer, name: string, status: Stats): Found {
  if (!status.isFile()) return problem(name, 'not-a-file')
  const refused = refuseSize(name, status.size)
  if (refused) return { ok: false, error: refused }
  const read = attempt(() => readFileSync(path))
  if (!read.ok) return failed(name, read.error)
  const { buffer, byteOffset, length } = read.value
  return { ok: true, value: { path: name, bytes: new Uint8Array(buffer, byteOffset, length) } }
}

const SEPARATOR = Buffer.from(sep)

/** Names on disk are bytes; those that are not UTF-8 come from old Chinese archives. */
function decodeName(raw: Buffer): string {
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const decoded = attempt(() => utf8.decode(raw))
  return decoded.ok ? decoded.value : new TextDecoder('gb18030').decode(raw)
}

function attempt<T>(work: () => T): Result<T, unknown> {
  try {
    return { ok: true, value: work() }
  } catch (error) {
    return { ok: false, error }
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'not-found',
  ENOTDIR: 'not-found',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
}

function failed(file: string, error: unknown): Found {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return problem(file, REASONS[code] ?? 'no-access', code === '' ? {} : { system: code })
}

function problem(file: string, reason: string, params: FileError['params'] = {}): Found {
  return { ok: false, error: { file, code: 'unreadable', reason, params } }
}
