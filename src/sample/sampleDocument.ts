import type { Dirt, SampleFormat } from './dirtKind'
import { draftReport } from './draft'
import type { Random } from './random'
import { renderDocx } from './renderDocx'
import { renderHtml } from './renderHtml'
import { drawXlsx, renderXlsx } from './renderXlsx'
import { renderText } from './renderText'
import type { SampleReport } from './sampleReport'
import { clean } from './soiled'
import type { Soiled } from './soiled'

/** A document of a sample report: its bytes, and what its readers owe. */
export interface SampleDocument {
  readonly format: SampleFormat
  readonly bytes: Uint8Array
  readonly dirt: readonly Dirt[]
  /** The report as the document says it, and the demand on each damaged cell. */
  readonly truth: Soiled
}

/** Writes a report in one format with the given dirt on it. */
export function writeDocument(
  report: SampleReport,
  format: SampleFormat,
  dirt: readonly Dirt[],
  random: Random,
): SampleDocument {
  const said = dirt.reduce((before, kind) => kind.rewrite?.(before, random) ?? before, report)
  const plain = clean(said, draftReport(said, random))
  const start = format === 'xlsx' ? { ...plain, xlsx: drawXlsx(random.fork('workbook')) } : plain
  const truth = dirt.reduce((before, kind) => kind.soil?.(before, random) ?? before, start)
  return { format, bytes: render(truth, format), dirt, truth }
}

function render(soiled: Soiled, format: SampleFormat): Uint8Array {
  if (format === 'txt') return renderText(soiled.draft, soiled.text)
  if (format === 'html') return renderHtml(soiled.draft, soiled.html)
  return format === 'docx' ? renderDocx(soiled.draft, soiled.docx) : renderXlsx(soiled.draft, soiled.xlsx)
}
