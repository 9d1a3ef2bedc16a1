import type { SourceFormat } from '../../report/report'
import type { SourceDocument } from '../document'
import { done, fail, type Read } from '../failure'
import { LIMITS } from '../limits'
import { SheetBlocks } from './blocks'
import { MergedAreas } from './merged'
import type { Workbook } from './sheet'

/**
 * A workbook as a document: the sheets that are shown, one after another, each as paragraphs and tables. A hidden sheet is left out and
 * named: a second report must not come from where nobody looks.
 */
export function documentOf(file: string, format: SourceFormat, workbook: Workbook): Read<SourceDocument> {
  const filled = workbook.sheets.filter((sheet) => sheet.rows.size > 0)
  const shown = filled.filter((sheet) => !sheet.hidden)
  const hidden = filled.filter((sheet) => sheet.hidden)
  if (shown.length === 0 && hidden.length > 0)
    return fail('not-a-report', 'only-hidden-sheets', {
      sheets: hidden
        .map(({ name }) => name)
        .join('、')
        .slice(0, 80),
    })
  const blocks = new SheetBlocks()
  for (const sheet of shown) {
    const areas = new MergedAreas(sheet)
    if (!areas.isFull) blocks.addSheet(sheet, areas, shown.length > 1 ? { part: sheet.name } : {})
    if (areas.isFull || blocks.isFull) return fail('too-large', 'too-many-parts', { limit: LIMITS.documentParts })
  }
  const ofFile = (
    code: string,
    params: Readonly<Record<string, string | number>>,
  ): SourceDocument['notes'][number] => ({
    code,
    place: {},
    params,
  })
  return done({
    file,
    format,
    blocks: blocks.blocks,
    notes: [
      ...blocks.notes,
      ...hidden.map(({ name }) => ofFile('hidden-sheet', { sheet: name })),
      ...(workbook.pictures > 0 ? [ofFile('pictures', { count: workbook.pictures })] : []),
      ...(workbook.cut ? [ofFile('archive-cut', {})] : []),
    ],
    metadata: workbook.title === '' ? {} : { title: workbook.title },
  })
}
