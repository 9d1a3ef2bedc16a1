import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { brief, open, outcomes, read } from './packages'

const NS = 'xmlns:ofd="http://www.ofdspec.org/2016"'
const ENTRY = `<ofd:OFD ${NS}><ofd:DocBody><ofd:DocInfo><ofd:Title>年报</ofd:Title></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`

interface Parts {
  readonly pages: readonly string[]
  readonly template?: string
  readonly resources?: string
}

function ofd({ pages, template, resources = '' }: Parts, more: Readonly<Record<string, string>> = {}): Uint8Array {
  const entries = pages
    .map((_, index) => `<ofd:Page ID="${index + 10}" BaseLoc="Pages/${index}/Content.xml"/>`)
    .join('')
  const document = `<ofd:Document ${NS}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>Res.xml</ofd:PublicRes><ofd:TemplatePage ID="2" BaseLoc="/Doc_0/Tpl.xml"/></ofd:CommonData><ofd:Pages>${entries}</ofd:Pages></ofd:Document>`
  const files: Record<string, Uint8Array> = { 'OFD.xml': strToU8(ENTRY), 'Doc_0/Document.xml': strToU8(document) }
  const add = (path: string, root: string, content: string): void => {
    files[path] = strToU8(`<ofd:${root} ${NS}>${content}</ofd:${root}>`)
  }
  const layer = (content: string): string => `<ofd:Content><ofd:Layer ID="1">${content}</ofd:Layer></ofd:Content>`
  for (const [index, content] of pages.entries()) {
    const under = template === undefined ? '' : '<ofd:Template TemplateID="2"/>'
    add(`Doc_0/Pages/${index}/Content.xml`, 'Page', under + layer(content))
  }
  if (template !== undefined) add('Doc_0/Tpl.xml', 'Page', layer(template))
  add('Doc_0/Res.xml', 'Res', resources)
  for (const [path, text] of Object.entries(more)) files[path] = strToU8(text)
  return zipSync(files)
}

const text = (words: string, x: number, y: number, attributes = ''): string =>
  `<ofd:TextObject Boundary="${x} ${y} 60 5" Size="4" ${attributes}><ofd:TextCode X="0" Y="4" DeltaX="g ${words.length - 1} ${/^\d/u.test(words) ? 2 : 4}">${words}</ofd:TextCode></ofd:TextObject>`
const line = (x: number, y: number, across: number, down: number, more = ''): string =>
  `<ofd:PathObject Boundary="${x} ${y} ${across} ${down}" LineWidth="0.2"><ofd:AbbreviatedData>M 0 0 L ${across} ${down}</ofd:AbbreviatedData>${more}</ofd:PathObject>`
/** Two rows of two cells. */
const GRID =
  [20, 30, 40].map((y) => line(20, y, 80, 0)).join('') + [20, 60, 100].map((x) => line(x, 20, 0, 20)).join('')
/** Below so many characters a page is a scan. */
const FOOT = text('政府信息公开工作年度报告正文', 20, 250)
const FOOT_TEXT = '政府信息公开工作年度报告正文'
const CELLS = text('规章', 22, 22) + text('12', 70, 22) + text('行政许可', 22, 32) + text('0', 70, 32)

describe('an OFD', () => {
  it('gives its text as paragraphs and its ruled cells as a table, each with its page and box', () => {
    const document = read(ofd({ pages: [text('总体情况', 20, 10) + GRID + CELLS + FOOT] }))
    expect(brief(document.blocks)).toEqual([
      '总体情况',
      [
        ['规章', '12'],
        ['行政许可', '0'],
      ],
      FOOT_TEXT,
    ])
    const table = document.blocks.find((block) => block.kind === 'table')
    const place = table?.kind === 'table' ? table.rows[0]?.[1]?.place : undefined
    expect(place).toMatchObject({ table: 1, row: 1, column: 2, page: 1 })
    expect(place?.box?.map((edge) => Math.round((edge * 25.4) / 72))).toEqual([60, 20, 100, 30])
    expect({ format: document.format, metadata: document.metadata }).toEqual({
      format: 'ofd',
      metadata: { title: '年报' },
    })
  })

  it('has the lines of its template, and drawings of its resources, scaled and moved', () => {
    const resources = `<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="7" Width="420" Height="594"><ofd:Content>${CELLS.replaceAll(
      /Boundary="(\d+) (\d+) 60 5" Size="4"/gu,
      (_, x: string, y: string) => `Boundary="${Number(x) * 2} ${Number(y) * 2} 120 10" Size="8"`,
    )
      .replaceAll('Y="4"', 'Y="8"')
      .replaceAll(/ 4">/gu, ' 8">')}</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>`
    const page = '<ofd:CompositeObject Boundary="0 0 210 297" CTM="0.5 0 0 0.5 0 0" ResourceID="7"/>' + FOOT
    expect(brief(read(ofd({ pages: [page], template: GRID, resources })).blocks)).toEqual([
      [
        ['规章', '12'],
        ['行政许可', '0'],
      ],
      FOOT_TEXT,
    ])
  })

  it('places every glyph by its steps', () => {
    const steps =
      '<ofd:TextObject Boundary="22 22 80 5" Size="4"><ofd:TextCode X="0" Y="4" DeltaX="4 44 2">规章12</ofd:TextCode></ofd:TextObject>'
    const [table] = read(ofd({ pages: [GRID + steps + text('行政许可', 22, 32) + text('0', 70, 32) + FOOT] })).blocks
    expect(table?.kind === 'table' ? table.rows[0]?.map((cell) => cell.text) : []).toEqual(['规章', '12'])
  })

  it('leaves out what is not seen: hidden text, what objects are clipped by, annotations', () => {
    const clip =
      '<ofd:Clips><ofd:Clip><ofd:Area><ofd:Path><ofd:AbbreviatedData>M 0 0 L 9 9</ofd:AbbreviatedData></ofd:Path></ofd:Area></ofd:Clip></ofd:Clips>'
    const annotation = {
      'Doc_0/Annots/Page_0/Annotation.xml': `<ofd:PageAnnot ${NS}>${text('印章', 30, 50)}</ofd:PageAnnot>`,
    }
    const page =
      GRID.replace('</ofd:AbbreviatedData>', `</ofd:AbbreviatedData>${clip}`) +
      CELLS +
      text('暗', 20, 60, 'Visible="false"') +
      FOOT
    expect(brief(read(ofd({ pages: [page] }, annotation)).blocks)).toEqual([
      [
        ['规章', '12'],
        ['行政许可', '0'],
      ],
      FOOT_TEXT,
    ])
  })

  it('tells pages that are lost, and refuses a scan, an encrypted and an empty one', () => {
    const whole = { pages: [GRID + CELLS + FOOT, text('第二页上的文字都在这里了', 20, 20)] }
    const broken = read(ofd(whole, { 'Doc_0/Pages/1/Content.xml': '<ofd:Page><ofd:Content>' }))
    expect(broken.notes).toEqual([{ code: 'pages-lost', place: {}, params: { count: 1 } }])
    const scan = '<ofd:ImageObject Boundary="0 0 210 297" ResourceID="9"/>'
    expect(outcomes(open(ofd({ pages: [scan] })))).toEqual({ a: 'unsupported scanned-ofd' })
    const locked = zipSync({ 'OFD.xml': strToU8(ENTRY), 'Encryptions.xml': strToU8('x') })
    expect(outcomes(open(locked))).toEqual({ a: 'encrypted document-password' })
    expect(outcomes(open(zipSync({ 'OFD.xml': strToU8('<ofd:OFD/>') })))).toEqual({ a: 'unreadable no-document' })
  })

  it('tells text that was recognised from pictures, pages that are pictures, and refuses gibberish', () => {
    const scan = '<ofd:ImageObject Boundary="0 0 210 297" ResourceID="9"/>'
    const words = CELLS + FOOT
    const codes = (pages: readonly string[]): string[] => read(ofd({ pages })).notes.map(({ code }) => code)
    expect(codes([scan + words])).toEqual(['ocr-text'])
    expect(codes([words.replaceAll('Size="4"', 'Size="4" Fill="false"')])).toEqual(['ocr-text'])
    expect(codes([words])).toEqual([])
    // A letterhead lies behind the text of a page whose tables are drawn.
    expect(codes([scan + words, GRID + CELLS + FOOT])).toEqual([])
    expect(codes([GRID + CELLS + FOOT + FOOT, scan])).toEqual(['pages-scanned'])
    const gibberish = text('\ue123\ue124\ue125\ue126\ue127\ue128'.repeat(20), 20, 20)
    expect(outcomes(open(ofd({ pages: [gibberish] })))).toEqual({ a: 'unsupported garbled-ofd' })
  })
})
