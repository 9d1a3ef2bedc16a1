import { bytesOfDataUrl } from '@/readers/pdf/dataUrl'

/** Fonts for the ones that every PDF may name without holding them, each a module of its own as the character maps are. */
const FONTS = import.meta.glob<string>('/node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}', {
  query: '?url&inline',
  import: 'default',
})

/** What pdf.js asks for the bytes of a standard font. */
export class StandardFonts {
  async fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
    const load = FONTS[`/node_modules/pdfjs-dist/standard_fonts/${filename}`]
    if (load === undefined) throw new Error(`No font ${filename}`)
    return bytesOfDataUrl(await load())
  }
}
