import { flatten } from '../flatten'
import { done, fail, type Read } from '../failure'
import type { SourceDocument } from '../document'
import { BodyBuilder } from './body'
import { readNumbering } from './numbering'
import type { WordParts } from './parts'
import { coreProperties } from '../package/properties'
import { readStyles } from './styles'
import { refusal } from '../xml/outcome'
import { scanXml } from '../xml/scan'

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
