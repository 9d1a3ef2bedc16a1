import { decodeText, declaredCharset } from '../encoding'
import { done, fail, type Read } from '../failure'
import { LIMITS } from '../limits'
import type { Directory, Member } from '../zip/directory'
import { type Budget, inflateMember } from '../zip/inflate'

/** The files of an OFD package, by the paths that its documents call them by. */
export class OfdArchive {
  readonly #bytes: Uint8Array
  readonly #members: ReadonlyMap<string, Member>
  readonly #budget: Budget

  constructor(bytes: Uint8Array, directory: Directory, budget: Budget) {
    this.#bytes = bytes
    this.#members = new Map(directory.members.map((member) => [keyOf(member.name), member]))
    this.#budget = budget
  }

  /** Whether its documents are encrypted (GB/T 33190 with GM/T 0099). */
  get isEncrypted(): boolean {
    return this.#members.has('encryptions.xml')
  }

  /** The text of a file; `path` as resolved. */
  text(path: string): Read<string> {
    const member = this.#members.get(keyOf(path))
    if (member === undefined) return fail('unreadable', 'no-document')
    const bytes = inflateMember(this.#bytes, member, this.#budget, LIMITS.documentBytes)
    return bytes.ok ? done(decodeText(bytes.value, declaredCharset(bytes.value)).text) : bytes
  }
}

/** A path as a file says it (ST_Loc): from the root where it begins with `/`, else from that file's folder. */
export function resolve(from: string, path: string): string {
  const trimmed = path.trim()
  if (trimmed.startsWith('/')) return trimmed.slice(1)
  const steps = from.split('/').slice(0, -1)
  for (const step of trimmed.split('/'))
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  return steps.join('/')
}

function keyOf(path: string): string {
  return path.replaceAll('\\', '/').replace(/^\/+/u, '').toLowerCase()
}
