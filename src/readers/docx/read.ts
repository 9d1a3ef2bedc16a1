import { flatten } from '../flatten'
import { done, fail, type Read } from '../failure'
import type { SourceDocument } from '../document'
import { LIMITS } from '../limits'
import { BodyBuilder } from './body'
import { readNumbering } from './numbering'
import type { WordParts } from './package'
import { readStyles } from './styles'
import { scanXml, type XmlOutcome } from './xml'

/** Reads a WordprocessingML document from its parts. Failures: `encrypted`, `too-large`, `unreadable`. */
export function readDocx(file: string, source: WordParts): Read<SourceDocument> {
  const main = source.part(source.mainPart)
  if (!main.ok) return main
  const styles = source.optionalPart(source.beside('styles.xml'))
  const numbering = source.optionalPart(source.beside('numbering.xml'))
  const builder = new BodyBuilder(
    styles === null ? new Map() : readStyles(styles),
    numbering === null ? null : readNumbering(numbering),
  )
  const failure = refusal(scanXml(main.value, builder))
  if (failure !== null) return failure
  if (!builder.hasBody) return fail('unreadable', 'no-document')
  const { blocks, notes } = flatten(builder.finish())
  const pictures = builder.pictures > 0 ? [{ code: 'pictures', place: {}, params: { count: builder.pictures } }] : []
  const lost = source.cut ? [{ code: 'archive-cut', place: {}, params: {} }] : []
  return done({
    file,
    format: 'docx',
    blocks,
    notes: [...notes, ...pictures, ...lost],
    metadata: coreProperties(source.optionalPart('docProps/core.xml')),
  })
}

function refusal(outcome: XmlOutcome): ReturnType<typeof fail> | null {
  switch (outcome) {
    case 'whole':
      return null
    case 'cut':
      return fail('unreadable', 'truncated')
    case 'declarations':
      return fail('unreadable', 'declarations')
    case 'too-long':
      return fail('too-large', 'too-many-parts', { limit: LIMITS.documentParts })
    case 'malformed':
      return fail('unreadable', 'damaged')
  }
}

function coreProperties(xml: string | null): Readonly<Record<string, string>> {
  if (xml === null) return {}
  let title = ''
  const handler = {
    wantsText: false,
    open: (name: string) => {
      handler.wantsText = name === 'dc:title'
    },
    close: () => {
      handler.wantsText = false
    },
    text: (data: string) => {
      title += data
    },
  }
  scanXml(xml, handler)
  return title.trim() === '' ? {} : { title: title.trim() }
}
