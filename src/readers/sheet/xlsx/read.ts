import type { SourceDocument } from '../../document'
import { done, fail, type Read } from '../../failure'
import { mainRelations } from '../../package/relations'
import type { Package } from '../../package/package'
import { coreProperties } from '../../package/properties'
import { refusal } from '../../xml/outcome'
import { attribute, scanXml } from '../../xml/scan'
import { documentOf } from '../document'
import { LIMITS, megabytes } from '../../limits'
import { newSheetBudget, Sheet } from '../sheet'
import { readSharedStrings } from './strings'
import { readCellStyles } from './styles'
import { WorksheetReader, type Shared } from './worksheet'

interface Listed {
  readonly name: string
  readonly hidden: boolean
  readonly target: string
}

/** Reads a SpreadsheetML package. Failures: `encrypted`, `too-large`, `unreadable`, `unsupported`. */
export function readXlsx(file: string, source: Package): Read<SourceDocument> {
  if (source.mainPart.toLowerCase().endsWith('.bin')) return fail('unsupported', 'xlsb')
  const main = source.part(source.mainPart)
  if (!main.ok) return main
  const relations = mainRelations(source)
  const partOf = (type: string): Read<string> | null => {
    const found = [...relations.values()].find((relation) => relation.type === type)
    return found === undefined ? null : source.part(found.target)
  }
  const listed: Listed[] = []
  let date1904 = false
  const outcome = scanXml(main.value, {
    wantsText: false,
    text: () => undefined,
    close: () => undefined,
    open: (name, attributes) => {
      if (name === 'workbookPr') date1904 = ['1', 'true'].includes(attribute(attributes, 'date1904') ?? '')
      if (name !== 'sheet') return
      const relation = relations.get(attribute(attributes, 'id') ?? '')
      if (relation?.type !== 'worksheet') return
      const state = attribute(attributes, 'state') ?? 'visible'
      listed.push({ name: attribute(attributes, 'name') ?? '', hidden: state !== 'visible', target: relation.target })
    },
  })
  const failure = refusal(outcome)
  if (failure !== null) return failure
  if (listed.length === 0) return fail('unreadable', source.cut ? 'truncated' : 'no-sheet')
  const strings = partOf('sharedStrings')
  const sharedStrings = strings === null ? done([]) : strings.ok ? readSharedStrings(strings.value) : strings
  if (!sharedStrings.ok) return sharedStrings
  const styles = partOf('styles')
  const cellStyles = styles === null ? done([]) : styles.ok ? readCellStyles(styles.value) : styles
  if (!cellStyles.ok) return cellStyles
  // Two sheets in one part are damage, and would cost its reading twice.
  if (new Set(listed.map(({ target }) => target)).size < listed.length) return fail('unreadable', 'damaged')
  const shared = { strings: sharedStrings.value, styles: cellStyles.value, date1904 }
  const budget = newSheetBudget()
  const sheets: Sheet[] = []
  let pictures = 0
  let size = 0
  for (const { name, hidden, target } of listed) {
    const part = source.part(target)
    if (!part.ok) return part
    size += part.value.length
    if (size > LIMITS.documentBytes)
      return fail('too-large', 'member-too-large', { limit: megabytes(LIMITS.documentBytes) })
    const sheet = new Sheet(name, hidden, budget)
    const read = fillSheet(sheet, part.value, shared)
    if (!read.ok) return read
    sheets.push(sheet)
    pictures += read.value
  }
  const title = coreProperties(source.optionalPart('docProps/core.xml'))['title'] ?? ''
  return documentOf(file, 'xlsx', { sheets, title, pictures, cut: source.cut })
}

/** Fills a sheet; gives how many pictures it has. */
function fillSheet(sheet: Sheet, xml: string, shared: Shared): Read<number> {
  const reader = new WorksheetReader(sheet, shared)
  const failure = refusal(scanXml(xml, reader))
  if (failure !== null) return failure
  return reader.damaged || !reader.hasData ? fail('unreadable', 'damaged') : done(reader.pictures)
}
