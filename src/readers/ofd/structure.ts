import { attribute, scanXml } from '../xml/scan'
import { done, fail, type Read } from '../failure'
import { type OfdArchive, resolve } from './archive'
import { localName, numbers } from './values'

/** A page, or a template that lies under or over pages: where it is, and how large a page is where it does not say itself. */
export interface PageEntry {
  readonly path: string
}

export interface OfdDocument {
  readonly title: string
  /** Width and height in millimetres of pages that do not say their own. */
  readonly size: readonly [number, number]
  readonly pages: readonly PageEntry[]
  readonly templates: ReadonlyMap<string, PageEntry>
  /** Files of shared drawings and parameters. */
  readonly resources: readonly string[]
}

const A4: readonly [number, number] = [210, 297]

/** Reads what documents a package has; each lists its pages. Failures: `encrypted`, `unreadable`. */
export function readStructure(archive: OfdArchive): Read<readonly OfdDocument[]> {
  const entry = archive.text('OFD.xml')
  if (!entry.ok) return entry
  const roots: string[] = []
  let title = ''
  scan(entry.value, (name, text) => {
    if (name === 'DocRoot') roots.push(resolve('', text))
    else if (name === 'Title') title = text.trim()
  })
  const documents: OfdDocument[] = []
  for (const root of roots) {
    const text = archive.text(root)
    if (text.ok) documents.push(readDocument(text.value, root, title))
  }
  if (documents.length > 0) return done(documents)
  return archive.isEncrypted ? fail('encrypted', 'document-password') : fail('unreadable', 'no-document')
}

function readDocument(source: string, path: string, title: string): OfdDocument {
  let size = A4
  const pages: PageEntry[] = []
  const templates = new Map<string, PageEntry>()
  const resources: string[] = []
  scan(
    source,
    (name, text) => {
      if (name === 'PhysicalBox') size = sizeOf(text) ?? size
      else if (name === 'PublicRes' || name === 'DocumentRes') resources.push(resolve(path, text))
    },
    (name, attributes) => {
      const at = attribute(attributes, 'BaseLoc')
      if (at === undefined) return
      if (name === 'Page') pages.push({ path: resolve(path, at) })
      else if (name === 'TemplatePage') templates.set(attribute(attributes, 'ID') ?? '', { path: resolve(path, at) })
    },
  )
  return { title, size, pages, templates, resources }
}

/** Width and height of a box `x y width height`. */
export function sizeOf(text: string): readonly [number, number] | null {
  const [, , width = 0, height = 0] = numbers(text)
  return width > 0 && height > 0 ? [width, height] : null
}

/** Scans for elements: `ended` gets the text within each that has no elements, `opened` its attributes. */
function scan(
  source: string,
  ended: (name: string, text: string) => void,
  opened: (name: string, attributes: string) => void = () => undefined,
): void {
  let text = ''
  scanXml(source, {
    wantsText: true,
    text: (data) => {
      text += data
    },
    open: (name, attributes) => {
      text = ''
      opened(localName(name), attributes)
    },
    close: (name) => {
      ended(localName(name), text)
      text = ''
    },
  })
}
