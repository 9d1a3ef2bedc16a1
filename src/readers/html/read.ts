import type { SourceDocument } from '../document'
import type { Decoded } from '../encoding'
import { done, fail, type Read } from '../failure'
import { LIMITS } from '../limits'
import { flatten } from '../flatten'
import type { Flow } from '../flow'
import { PageBuilder } from './builder'
import { struckClasses } from './lineThrough'
import { scanHtml } from './tokens'

/** Reads a page of HTML, whole or a fragment, however broken. */
export function readHtml(file: string, decoded: Decoded): Read<SourceDocument> {
  const struck = struckClasses(decoded.text)
  const shown = build(decoded.text, false, struck)
  const page = hidesReport(shown) ? build(decoded.text, true, struck) : shown
  if (page.builder.isFull) return fail('too-large', 'too-many-parts', { limit: LIMITS.documentParts })
  const { blocks, notes } = flatten(page.flow)
  const broken =
    decoded.broken > 0 ? [{ code: 'undecodable-characters', place: {}, params: { count: decoded.broken } }] : []
  return done({ file, format: 'html', blocks, notes: [...broken, ...notes], metadata: page.builder.metadata })
}

interface Built {
  readonly builder: PageBuilder
  readonly flow: readonly Flow[]
}

function build(text: string, showHidden: boolean, struck: ReadonlySet<string>): Built {
  const builder = new PageBuilder(showHidden, struck)
  scanHtml(text, builder)
  return { builder, flow: builder.finish() }
}

/** Whether the page shows its article by script only, or leaves a hidden part open: then hidden parts are read as well. */
function hidesReport({ builder }: Built): boolean {
  return builder.endsHidden || builder.hiddenCells > builder.shownCells
}
