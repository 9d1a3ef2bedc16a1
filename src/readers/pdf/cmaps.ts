import { bytesOfDataUrl } from './dataUrl'

/**
 * The predefined character maps of Chinese fonts, each a module of its own: a static host need not know the type of
 * their files, and the command line finds them beside itself.
 */
const MAPS = import.meta.glob<string>(
  '/node_modules/pdfjs-dist/cmaps/{Adobe-GB1-*,GB*,UniGB-*,Adobe-CNS1-*,UniCNS-*,B5*,ETen-*,HKscs-*}.bcmap',
  { query: '?url&inline', import: 'default' },
)

/** What pdf.js asks for a character map that a font names and the file does not hold. */
export class ChineseCMaps {
  /** Rejects for a map of another script; pdf.js then goes on without that font's characters. */
  async fetch({ name }: { readonly name: string }): Promise<{ cMapData: Uint8Array; isCompressed: boolean }> {
    const load = MAPS[`/node_modules/pdfjs-dist/cmaps/${name}.bcmap`]
    if (load === undefined) throw new Error(`No character map ${name}`)
    return { cMapData: bytesOfDataUrl(await load()), isCompressed: true }
  }
}
