import { decodeText, declaredCharset } from '../encoding'
import { done, fail, type Read } from '../failure'
import { LIMITS } from '../limits'
import type { Directory, Member } from '../zip/directory'
import { type Budget, inflateMember } from '../zip/inflate'
import { attribute, scanXml } from '../xml/scan'

/** What a zip archive is as a package: a document format, or `null` for a plain archive. */
type PackageKind = 'docx' | 'xlsx' | 'pptx' | 'odt' | 'ofd' | 'package'

/** Tells a package from an archive by the members that each format must have at its root. */
export function packageKind(directory: Directory): PackageKind | null {
  const names = new Set(directory.members.map((member) => member.name.replaceAll('\\', '/')))
  const inFolder = (folder: string): boolean => [...names].some((name) => name.startsWith(folder))
  if (names.has('[Content_Types].xml') || names.has('_rels/.rels')) {
    if (inFolder('word/')) return 'docx'
    if (inFolder('xl/')) return 'xlsx'
    if (inFolder('ppt/')) return 'pptx'
    // Whatever it was, its beginning is all there is; Word files are what people send.
    if (directory.cut) return 'docx'
    if (names.has('[Content_Types].xml')) return 'package'
  }
  if (names.has('word/document.xml')) return 'docx'
  if (names.has('OFD.xml')) return 'ofd'
  if (names.has('mimetype') && names.has('content.xml')) return 'odt'
  return null
}

/** The parts of an Office package, each read when asked for. */
export class Package {
  readonly mainPart: string
  /** The archive lost its end; parts behind the cut are missing. */
  readonly cut: boolean
  readonly #bytes: Uint8Array
  readonly #members: ReadonlyMap<string, Member>
  readonly #budget: Budget

  constructor(bytes: Uint8Array, directory: Directory, budget: Budget, usualMain: string) {
    this.#bytes = bytes
    this.#members = new Map(
      directory.members.map((member) => [member.name.replaceAll('\\', '/').toLowerCase(), member]),
    )
    this.#budget = budget
    this.cut = directory.cut
    this.mainPart = this.#findMainPart(usualMain)
  }

  /** Text of a part that must be there. */
  part(name: string): Read<string> {
    const member = this.#members.get(name.toLowerCase())
    if (member === undefined) return fail('unreadable', this.cut ? 'truncated' : 'no-document')
    const bytes = inflateMember(this.#bytes, member, this.#budget, LIMITS.documentBytes)
    return bytes.ok ? done(decodeText(bytes.value, declaredCharset(bytes.value)).text) : bytes
  }

  /** Text of a part that may be missing or spoilt without harm to the figures; `null` then. */
  optionalPart(name: string): string | null {
    const text = this.has(name) ? this.part(name) : null
    return text?.ok === true ? text.value : null
  }

  has(name: string): boolean {
    return this.#members.has(name.toLowerCase())
  }

  /** A part in the folder of the main part. */
  beside(name: string): string {
    return this.mainPart.slice(0, this.mainPart.lastIndexOf('/') + 1) + name
  }

  #findMainPart(usual: string): string {
    let target = usual
    const relations = this.optionalPart('_rels/.rels')
    if (relations === null) return target
    scanXml(relations, {
      wantsText: false,
      text: () => undefined,
      close: () => undefined,
      open: (name, attributes) => {
        if (name !== 'rel:Relationship' || !(attribute(attributes, 'Type') ?? '').endsWith('/officeDocument')) return
        target = (attribute(attributes, 'Target') ?? target).replace(/^\//u, '')
      },
    })
    return target
  }
}
