import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { FieldId } from '@/form/fields'
import { parseFile } from '@/extract/parse'
import { openFile } from '@/readers/open'
import type { Opened } from '@/readers/open'
import type { Cell, FileError, Report, Result } from '@/report/report'
import { pdfOf } from './pdfWriter'

interface Truth extends Pick<Report, 'agency' | 'year' | 'published'> {
  readonly file: string
  readonly values: Readonly<Partial<Record<FieldId, number | null>>>
}

const folder = new URL('../../fixtures/pdf/', import.meta.url)
const bytesOf = (name: string): Uint8Array => readFileSync(new URL(name, folder))
const truths = readFileSync(new URL('expected.jsonl', folder), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Truth)

async function parse(path: string, bytes: Uint8Array): Promise<Result<Report, FileError>> {
  const results: Result<Report, FileError>[] = []
  for await (const result of parseFile({ path, bytes })) results.push(result)
  const [only] = results
  if (results.length !== 1 || only === undefined) throw new Error(`${String(results.length)} results`)
  return only
}

async function reportOf(path: string, bytes: Uint8Array): Promise<Report> {
  const result = await parse(path, bytes)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

async function open(bytes: Uint8Array): Promise<Opened> {
  for await (const opened of openFile({ path: 'a.pdf', bytes })) return opened
  throw new Error('nothing')
}

async function textOf(bytes: Uint8Array): Promise<string[]> {
  const opened = await open(bytes)
  if (!opened.ok) throw new Error(JSON.stringify(opened.error))
  return opened.value.blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block.text] : block.rows.map((row) => row.map((cell) => cell.text).join('|')),
  )
}

const valuesOf = ({ cells }: Report): Record<string, number | null | undefined> =>
  Object.fromEntries(Object.entries<Cell | undefined>(cells).map(([field, cell]) => [field, cell?.value]))

/** The same file with each of its pages turned; what that spoils of its table of objects is rebuilt. */
function turnPages(bytes: Uint8Array, degrees: number): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1')
  return Buffer.from(text.replaceAll('/Type/Page/', `/Type/Page/Rotate ${String(degrees)}/`), 'latin1')
}

describe('PDFs of LibreOffice and Chromium', () => {
  it.each(truths.map((truth) => [truth.file, truth] as const))('%s gives every value', async (file, truth) => {
    const report = await reportOf(file, bytesOf(file))
    const { agency, year, published } = report
    expect({ agency, year, published }).toEqual({
      agency: truth.agency,
      year: truth.year,
      published: truth.published,
    })
    expect(valuesOf(report)).toMatchObject(truth.values)
    expect(report.source.format).toBe('pdf')
    expect(report.issues.filter(({ severity }) => severity !== 'info')).toEqual([])
  })

  it.each([90, 180, 270])('turned by %i degrees give the same', async (degrees) => {
    const [truth] = truths
    const report = await reportOf('a.pdf', turnPages(bytesOf(truth?.file ?? ''), degrees))
    expect(valuesOf(report)).toEqual(truth?.values)
    const upright = await reportOf('a.pdf', bytesOf(truth?.file ?? ''))
    const [left = 0, top = 0, right = 0, bottom = 0] = report.cells['requests.received.total']?.place.box ?? []
    const [a = 0, b = 0, c = 0, d = 0] = upright.cells['requests.received.total']?.place.box ?? []
    const [width, height] = [595.3, 841.9]
    const turned = { 90: [height - d, a, height - b, c], 180: [width - c, height - d, width - a, height - b] }
    const expected = degrees === 270 ? [b, width - c, d, width - a] : turned[degrees === 90 ? 90 : 180]
    for (const [at, side] of [left, top, right, bottom].entries()) expect(side).toBeCloseTo(expected[at] ?? 0, -0.5)
  })

  it('tell the page and the box of each cell', async () => {
    const report = await reportOf('a.pdf', bytesOf('broken-pages-2019.pdf'))
    const pages = Object.values<Cell | undefined>(report.cells).map((cell) => cell?.place.page ?? 0)
    expect(Math.min(...pages)).toBeGreaterThan(0)
    expect(new Set(pages).size).toBeGreaterThan(3)
    for (const cell of Object.values<Cell | undefined>(report.cells)) {
      const [left = 0, top = 0, right = 0, bottom = 0] = cell?.place.box ?? []
      expect(right - left).toBeGreaterThan(5)
      expect(bottom - top).toBeGreaterThan(5)
    }
  })
})

describe('what a PDF says', () => {
  const frame = '50 50 m 250 50 l S 50 100 m 250 100 l S 50 150 m 250 150 l S 50 50 m 50 150 l S 250 50 m 250 150 l S '
  const middle = '150 50 m 150 150 l S '
  const words = 'BT /F 12 Tf 60 120 Td (agency and year of the report) Tj ET '

  it('is read by the lines around its cells', async () => {
    const text = 'BT /F 12 Tf 60 70 Td (12) Tj 100 0 Td (345) Tj ET '
    expect(await textOf(pdfOf([frame + middle + text + words]))).toContain('12|345')
  })

  it('has every line, wherever pdf.js parts the list of what a page draws', async () => {
    const text = 'BT /F 12 Tf 60 70 Td (12) Tj 100 0 Td (345) Tj ET '
    for (const before of [995, 996, 997, 998, 999])
      expect(await textOf(pdfOf(['1 w '.repeat(before) + frame + middle + text + words]))).toContain('12|345')
  })

  it('has no figure that runs from one cell into the next without a mark on both', async () => {
    const opened = await open(pdfOf([`${frame}${middle}${words}BT /F 12 Tf 140 70 Td (12345) Tj ET`]))
    const notes = opened.ok ? opened.value.notes.map(({ code, place }) => `${code} ${String(place.column)}`) : []
    expect(notes).toContain('figure-over-border 1')
    expect(notes).toContain('figure-over-border 2')
  })

  it('leaves out what is struck out, and says so', async () => {
    const text = 'BT /F 12 Tf 60 70 Td (7) Tj 6.7 0 Td (0) Tj 93.3 0 Td (345) Tj ET 59 74 m 67 74 l S '
    const bytes = pdfOf([frame + middle + text + words])
    expect(await textOf(bytes)).toContain('0|345')
    const opened = await open(bytes)
    expect(opened.ok && opened.value.notes.map(({ code, params }) => [code, params])).toEqual([
      ['struck-out', { text: '7' }],
    ])
  })

  it('is not what hidden text says, unless all is hidden: then it was recognised from a picture', async () => {
    expect(await textOf(pdfOf([`${words}BT 3 Tr /F 12 Tf 60 170 Td (unseen) Tj ET`]))).not.toContain('unseen')
    const opened = await open(pdfOf([`3 Tr ${words}`]))
    expect(opened.ok && opened.value.notes.map(({ code }) => code)).toEqual(['ocr-text'])
  })

  it('was recognised from a picture, too, where it is drawn under or over one that is the page', async () => {
    const strips = [0, 50, 100, 150].map((y) => `q 300 0 0 50 0 ${String(y)} cm Q `).join('')
    for (const content of [strips + words, words + strips]) {
      const opened = await open(pdfOf([content]))
      expect(opened.ok && opened.value.notes.map(({ code }) => code)).toEqual(['ocr-text'])
    }
    const letterhead = await open(pdfOf([strips + frame + middle + words]))
    expect(letterhead.ok && letterhead.value.notes).toEqual([])
  })

  it('is nothing where it is a picture, and the message says what is needed', async () => {
    const result = await parse('scan.pdf', pdfOf(['q 300 0 0 200 0 0 cm Q', '']))
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'unsupported', reason: 'scanned-pdf', params: { pages: 2 } },
    })
  })

  it('is nothing where it cannot be opened', async () => {
    expect(await parse('a.pdf', new TextEncoder().encode('%PDF-1.7\n'))).toMatchObject({
      ok: false,
      error: { code: 'unreadable', reason: 'pdf-damaged' },
    })
  })
})

describe('damaged PDFs', () => {
  it('give a result or a reason, and nothing takes long', async () => {
    const bytes = bytesOf('broken-pages-2019.pdf')
    let seed = 7
    const next = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) & 0x7fff_ffff
      return seed % below
    }
    for (let round = 0; round < 30; round += 1) {
      const damaged = Uint8Array.from(round % 4 === 0 ? bytes.subarray(0, next(bytes.length)) : bytes)
      for (let flips = next(12); flips >= 0; flips -= 1) damaged[next(damaged.length + 1)] = next(256)
      const start = Date.now()
      const opened = await open(damaged)
      if (!opened.ok) expect(opened.error.reason).not.toBe('failed')
      expect(Date.now() - start).toBeLessThan(5000)
    }
  }, 60_000)
})

const corpus = new URL('../../../../shared/corpus/', import.meta.url)
describe.runIf(existsSync(corpus))('a real PDF beside the checkout', () => {
  it('gives every cell as printed, with its wrong totals', async () => {
    const name = '洪泽区2023.pdf'
    const report = await reportOf(name, readFileSync(new URL(encodeURIComponent(name), corpus)))
    const { agency, year, cells } = report
    expect({ agency, year }).toEqual({ agency: '洪泽区人民政府', year: 2023 })
    const nonzero = Object.entries<Cell | undefined>(cells).flatMap(([field, cell]) =>
      cell?.value === 0 ? [] : [`${field} ${String(cell?.value)}`],
    )
    const natural = [
      'received 21',
      'partial 4',
      'refused.stateSecret 1',
      'refused.process 1',
      'refused.enforcementFile 1',
      'unavailable.notHeld 10',
      'unavailable.needsCreation 3',
      'notProcessed.petition 1',
      'settled 21',
    ]
    const requests = natural.flatMap((row) => {
      const [id = '', value = ''] = row.split(' ')
      return [`requests.${id}.natural ${value}`, `requests.${id}.total ${value}`]
    })
    const others = [
      'normativeDocs.repealed 5',
      'normativeDocs.inForce 5',
      'licences.decisions 550',
      'penalties.decisions 4119',
      'compulsion.decisions 195',
      'fees.amount 7730.28',
    ]
    const disputes = ['review.upheld 10', 'review.corrected 1', 'litigation.afterReview.upheld 5']
    expect(nonzero.sort()).toEqual([...others.map((one) => `proactive.${one}`), ...requests, ...disputes].sort())
    expect(cells['review.total']?.place).toMatchObject({ page: 4 })
  })
})
