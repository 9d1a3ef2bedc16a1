import type { SourceDocument } from '../document'
import { done, fail, type Read } from '../failure'
import { flatten } from '../flatten'
import { latin1 } from '../latin1'
import { LIMITS } from '../limits'
import { RtfBuilder } from './builder'
import { scanRtf } from './tokens'

/** Reads Rich Text (RTF), which office systems also hand out under the name of .doc. Failures: `too-large`, `unreadable`. */
export function readRtf(file: string, bytes: Uint8Array): Read<SourceDocument> {
  const builder = new RtfBuilder()
  scanRtf(latin1(bytes), builder)
  if (builder.isFull) return fail('too-large', 'too-many-parts', { limit: LIMITS.documentParts })
  const { blocks, notes } = flatten(builder.finish())
  if (builder.isCut) return fail('unreadable', 'truncated')
  const pictures = builder.pictures > 0 ? [{ code: 'pictures', place: {}, params: { count: builder.pictures } }] : []
  const title = builder.title.trim()
  return done({ file, format: 'rtf', blocks, notes: [...notes, ...pictures], metadata: title === '' ? {} : { title } })
}
