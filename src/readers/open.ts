import type { FileError, Result } from '../report/report'
import type { SourceDocument } from './document'
import { decodeText, declaredCharset } from './encoding'
import { fail, failureOf, type Failure, type Read } from './failure'
import { LIMITS, megabytes } from './limits'
import { byCodePoint, harmlessName, skipName } from './names'
import { readDoc } from './doc/read'
import { FlatPackage, WordDocument2003 } from './docx/flat'
import { readDocx } from './docx/read'
import { readHtml } from './html/read'
import { readMht } from './mht/read'
import { OfdArchive } from './ofd/archive'
import { readOfd } from './ofd/read'
import { Package, packageKind } from './package/package'
import { readRtf } from './rtf/read'
import { readExcel2003 } from './sheet/excel2003/read'
import { readXls } from './sheet/xls/read'
import { readXlsx } from './sheet/xlsx/read'
import { isJunk, sniff, sniffMarkup } from './sniff'
import { readText } from './text/read'
import { type Directory, readDirectory } from './zip/directory'
import { type Budget, inflateMember, newBudget } from './zip/inflate'

export interface SourceFile {
  /** Path as messages and reports shall name it, separators `/`. */
  readonly path: string
  readonly bytes: Uint8Array
}

export type Opened = Result<SourceDocument, FileError>

/** Refuses a file by its size before its bytes are read at all; `null` for one that may be read. */
export function refuseSize(path: string, size: number): FileError | null {
  if (size <= LIMITS.fileBytes) return null
  return failureOf(path, tooLarge(size, LIMITS.fileBytes))
}

/** One document in what was given, found but not yet read. */
export interface FoundDocument {
  /** The file's path, or `path.zip!/member`. */
  readonly path: string
  /** Its own bytes, inflated where it is a member. */
  readonly bytes: Uint8Array
  /** At once, but for formats whose library takes its time. Never throws, never rejects. */
  readonly read: () => Opened | Promise<Opened>
}

/**
 * Reads one file, whatever it is: a document gives one result, an archive one or more for each member that is not litter
 * (`path.zip!/member`, by code point). Members are inflated one at a time, when the caller asks for the next result. Never throws.
 */
export async function* openFile(file: SourceFile): AsyncGenerator<Opened, void, undefined> {
  for (const found of findDocuments(file)) yield found.ok ? await found.value.read() : found
}

/** The same walk, each document handed over before it is read, so that a caller may look at its bytes first or pass it over. */
export function* findDocuments({
  path,
  bytes,
}: SourceFile): Generator<Result<FoundDocument, FileError>, void, undefined> {
  const refused = refuseSize(path, bytes.length)
  if (refused !== null) yield { ok: false, error: refused }
  else yield* find(path, bytes, newBudget(), 0)
}

type Found = Generator<Result<FoundDocument, FileError>, void, undefined>

function* find(path: string, bytes: Uint8Array, budget: Budget, depth: number): Found {
  const found = (read: () => Read<SourceDocument>): Result<FoundDocument, FileError> => ({
    ok: true,
    value: { path, bytes, read: () => named(path, read()) },
  })
  const foundLater = (read: () => Promise<Read<SourceDocument>>): Result<FoundDocument, FileError> => ({
    ok: true,
    value: { path, bytes, read: async () => named(path, await read()) },
  })
  const kind = sniff(bytes)
  if (!kind.ok) yield failed(path, kind.error)
  else if (kind.value === 'text') yield found(() => readPlain(path, bytes))
  else if (kind.value === 'pdf') yield foundLater(() => readPdfLater(path, bytes))
  else if (kind.value === 'doc') yield found(() => readDoc(path, bytes))
  else if (kind.value === 'rtf') yield found(() => readRtf(path, bytes))
  else if (kind.value === 'xls') yield found(() => readXls(path, bytes))
  else {
    const directory = readDirectory(bytes)
    const format = directory === null ? null : packageKind(directory)
    if (directory === null) {
      const failure = isEmptyArchive(bytes) ? fail('not-a-report', 'empty-archive') : fail('unreadable', 'truncated')
      yield failed(path, failure.error)
    } else if (format === 'docx')
      yield found(() => readDocx(path, new Package(bytes, directory, budget, 'word/document.xml')))
    else if (format === 'xlsx')
      yield found(() => readXlsx(path, new Package(bytes, directory, budget, 'xl/workbook.xml')))
    else if (format === 'ofd') yield found(() => readOfd(path, new OfdArchive(bytes, directory, budget)))
    else if (format !== null) yield failed(path, fail('unsupported', format).error)
    else yield* findMembers(path, bytes, directory, budget, depth)
  }
}

function* findMembers(path: string, bytes: Uint8Array, directory: Directory, budget: Budget, depth: number): Found {
  if (depth >= LIMITS.depth) {
    yield failed(path, fail('too-large', 'nested-too-deep', { limit: LIMITS.depth }).error)
    return
  }
  const members = directory.members
    .map((member) => ({ member, name: harmlessName(member.name) }))
    .filter(({ name }) => !skipName(name))
    .sort((left, right) => byCodePoint(left.name, right.name))
  for (const { member, name } of members) {
    const inner = `${path}!/${name}`
    const content = inflateMember(bytes, member, budget, LIMITS.memberBytes)
    if (content.ok) yield* find(inner, content.value, budget, depth + 1)
    else yield failed(inner, content.error)
  }
  if (directory.cut) yield failed(path, fail('unreadable', 'archive-cut', { count: members.length }).error)
  else if (directory.left > 0) {
    const params = { limit: LIMITS.members, left: directory.left }
    yield failed(path, fail('too-large', 'too-many-members', params).error)
  } else if (members.length === 0) yield failed(path, fail('not-a-report', 'empty-archive').error)
}

/** Text or markup; which of them, the text itself says. */
function readPlain(path: string, bytes: Uint8Array): Read<SourceDocument> {
  if (bytes.length > LIMITS.documentBytes) return { ok: false, error: tooLarge(bytes.length, LIMITS.documentBytes) }
  const decoded = decodeText(bytes, declaredCharset(bytes))
  if (isJunk(decoded.text)) return fail('unsupported', 'binary')
  if (decoded.text.trim() === '') return fail('unreadable', 'empty')
  const markup = sniffMarkup(decoded.text)
  switch (markup) {
    case null:
      return readText(path, decoded)
    case 'html':
      return readHtml(path, decoded)
    case 'mht':
      return readMht(path, bytes)
    case 'flat-word':
      return readDocx(path, new FlatPackage(decoded.text))
    case 'excel-2003':
      return readExcel2003(path, decoded.text)
    case 'word-2003':
      return readDocx(path, new WordDocument2003(decoded.text))
    default:
      return markup
  }
}

/** Its reader comes when the first PDF does. */
async function readPdfLater(path: string, bytes: Uint8Array): Promise<Read<SourceDocument>> {
  const reader = await import('./pdf/read').catch(() => null)
  return reader === null ? fail('unreadable', 'pdf-library') : reader.readPdf(path, bytes)
}

function tooLarge(size: number, limit: number): Failure {
  return fail('too-large', 'file-too-large', { size: megabytes(size), limit: megabytes(limit) }).error
}

function isEmptyArchive(bytes: Uint8Array): boolean {
  return bytes.length >= 22 && bytes[2] === 5 && bytes[3] === 6
}

function named(file: string, read: Read<SourceDocument>): Opened {
  return read.ok ? read : failed(file, read.error)
}

function failed(file: string, failure: Failure): { readonly ok: false; readonly error: FileError } {
  return { ok: false, error: failureOf(file, failure) }
}
