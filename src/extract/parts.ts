import type { Block } from '../readers/document'
import { isAgencyName } from './identity/agencyName'
import { parseTitle } from './identity/title'
import { squash } from './normalise'
import { exactRequestRow } from './requestLabels'

const LEAST_ROWS = 3

/**
 * Parts a document that holds several reports, each with a title of its own, or a sheet of its own, and a table 三 of its own. One
 * report, however often its title is repeated, stays whole.
 */
export function reportParts(blocks: readonly Block[]): (readonly Block[])[] {
  const starts: number[] = []
  let hasTable = false
  let candidate: number | null = null
  let sheet: string | undefined
  for (const [index, block] of blocks.entries()) {
    const own = sheetOf(block)
    if (own !== sheet) candidate = index
    sheet = own
    if (block.kind === 'paragraph' && isOwnTitle(block.text)) candidate ??= withNameAbove(blocks, index)
    if (!holdsRequests(block)) continue
    if (hasTable && candidate !== null) starts.push(candidate)
    hasTable = true
    candidate = null
  }
  return [0, ...starts].map((start, at) => blocks.slice(start, starts[at] ?? blocks.length))
}

function sheetOf(block: Block): string | undefined {
  return block.kind === 'paragraph' ? block.place.part : block.rows.flat()[0]?.place.part
}

function isOwnTitle(text: string): boolean {
  if (text.length > 100) return false
  const title = parseTitle(text)
  return title !== null && (title.year !== null || title.agency !== null)
}

/** A title begins with the agency's name in the lines above it. */
function withNameAbove(blocks: readonly Block[], title: number): number {
  for (let index = title - 1; index >= Math.max(0, title - 3); index -= 1) {
    const block = blocks[index]
    if (block?.kind !== 'paragraph') break
    if (squash(block.text) !== '' && isAgencyName(block.text)) return index
  }
  return title
}

function holdsRequests(block: Block): boolean {
  if (block.kind === 'paragraph') return /本年新收政府信息公开申请数量/u.test(squash(block.text))
  const rows = block.rows.filter((row) =>
    row.some((cell) => cell.text.length > 3 && exactRequestRow(cell.text) !== null),
  )
  return rows.length >= LEAST_ROWS && block.rows.some((row) => row.some((cell) => /本年新收/u.test(squash(cell.text))))
}
