import { strToU8, zipSync } from 'fflate'
import type { Draft, DraftRow } from '@/sample/draft'

/** Millimetres of a page, its margin and its lines. */
const PAGE = { width: 210, height: 297, margin: 18 } as const
const SIZE = { text: 4, cell: 2.6 } as const
const LEADING = 1.4
const WIDTH = PAGE.width - 2 * PAGE.margin
const NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'

/** A report as a fixed layout (GB/T 33190): its lines of text, and the lines around its cells. */
export function ofdOf(draft: Draft): Uint8Array {
  const pages = new Pages()
  for (const block of draft.blocks)
    if (block.kind === 'table') pages.addTable(block.rows)
    else for (const line of wrapped(block.text, WIDTH / SIZE.text)) pages.addLine(line)
  return pages.finish()
}

interface Placed {
  readonly row: number
  readonly column: number
  readonly rowspan: number
  readonly colspan: number
  readonly text: string
}

class Pages {
  readonly #pages: string[] = ['']
  #top: number = PAGE.margin

  addLine(text: string): void {
    this.#need(SIZE.text * LEADING)
    this.#text(text, PAGE.margin, this.#top, SIZE.text)
    this.#top += SIZE.text * LEADING
  }

  /** A table on a page of its own. */
  addTable(rows: readonly DraftRow[]): void {
    this.#need(PAGE.height)
    const cells = placed(rows)
    const columns = Math.max(...cells.map(({ column, colspan }) => column + colspan))
    const width = WIDTH / columns
    const heights = rows.map((_, row) => {
      const own = cells.filter((cell) => cell.row === row && cell.rowspan === 1)
      const deepest = Math.max(1, ...own.map((cell) => linesOf(cell, width).length))
      return deepest * SIZE.cell * LEADING + 1
    })
    const above = (row: number): number => PAGE.margin + heights.slice(0, row).reduce((sum, height) => sum + height, 0)
    for (const cell of cells) {
      const [left, right] = [cell.column, cell.column + cell.colspan].map((at) => PAGE.margin + at * width)
      const [top, bottom] = [above(cell.row), above(cell.row + cell.rowspan)]
      if (left === undefined || right === undefined) continue
      this.#frame(left, top, right - left, bottom - top)
      for (const [at, text] of linesOf(cell, width).entries())
        this.#text(text, left + 0.6, top + 0.5 + at * SIZE.cell * LEADING, SIZE.cell)
    }
    this.#top = PAGE.height
  }

  finish(): Uint8Array {
    const entries = this.#pages.map((_, at) => `<ofd:Page ID="${at + 1}" BaseLoc="Pages/${at}/Content.xml"/>`)
    const documentXml = `<ofd:Document ${NAMESPACE}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 ${PAGE.width} ${PAGE.height}</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>${entries.join('')}</ofd:Pages></ofd:Document>`
    const files: Record<string, Uint8Array> = {
      'OFD.xml': strToU8(
        `<ofd:OFD ${NAMESPACE}><ofd:DocBody><ofd:DocInfo/><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
      ),
      'Doc_0/Document.xml': strToU8(documentXml),
    }
    for (const [at, content] of this.#pages.entries())
      files[`Doc_0/Pages/${at}/Content.xml`] = strToU8(
        `<ofd:Page ${NAMESPACE}><ofd:Content><ofd:Layer ID="1">${content}</ofd:Layer></ofd:Content></ofd:Page>`,
      )
    return zipSync(files, { level: 1, mtime: new Date(1980, 0, 2) })
  }

  #need(height: number): void {
    if (this.#top === PAGE.margin || this.#top + height <= PAGE.height - PAGE.margin) return
    this.#pages.push('')
    this.#top = PAGE.margin
  }

  #draw(xml: string): void {
    this.#pages.push((this.#pages.pop() ?? '') + xml)
  }

  #text(text: string, left: number, top: number, size: number): void {
    if (text === '') return
    const steps = Array.from(text, (character) => (widthOf(character) * size).toFixed(3))
    const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
    this.#draw(
      `<ofd:TextObject Boundary="${left.toFixed(3)} ${top.toFixed(3)} ${(emsOf(text) * size).toFixed(3)} ${(size * 1.2).toFixed(3)}" Font="3" Size="${size}"><ofd:TextCode X="0" Y="${(size * 0.9).toFixed(3)}" DeltaX="${steps.slice(0, -1).join(' ')}">${escaped}</ofd:TextCode></ofd:TextObject>`,
    )
  }

  #frame(left: number, top: number, width: number, height: number): void {
    const [across, down] = [width.toFixed(3), height.toFixed(3)]
    this.#draw(
      `<ofd:PathObject Boundary="${left.toFixed(3)} ${top.toFixed(3)} ${across} ${down}" LineWidth="0.25"><ofd:AbbreviatedData>M 0 0 L ${across} 0 L ${across} ${down} L 0 ${down} C</ofd:AbbreviatedData></ofd:PathObject>`,
    )
  }
}

const widthOf = (character: string): number => (character < '\u0250' ? 0.5 : 1)
const emsOf = (text: string): number => Array.from(text).reduce((sum, character) => sum + widthOf(character), 0)
const linesOf = ({ text, colspan }: Placed, width: number): string[] =>
  wrapped(text, (colspan * width - 1.2) / SIZE.cell)

function wrapped(text: string, ems: number): string[] {
  const lines: string[] = ['']
  for (const character of text) {
    const line = lines.at(-1) ?? ''
    if (line !== '' && emsOf(line + character) > ems) lines.push(character)
    else lines[lines.length - 1] = line + character
  }
  return lines
}

/** Where each cell comes to stand: right of those before it, under no one that spans down. */
function placed(rows: readonly DraftRow[]): Placed[] {
  const taken = new Set<string>()
  return rows.flatMap((cells, row) => {
    let column = 0
    return cells.map(({ text, rowspan, colspan }) => {
      while (taken.has(`${row} ${column}`)) column += 1
      const cell = { row, column, rowspan, colspan, text }
      for (let down = row; down < row + rowspan; down += 1)
        for (let across = column; across < column + colspan; across += 1) taken.add(`${down} ${across}`)
      column += colspan
      return cell
    })
  })
}
