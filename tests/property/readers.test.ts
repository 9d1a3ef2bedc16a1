import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { SourceDocument } from '@/readers/document'
import type { Opened } from '@/readers/open'
import { openAtOnce } from '../unit/readers/atOnce'

const PATH = 'given/a.bin'
const FIGURES = Array.from({ length: 25 }, (_, row) =>
  Array.from({ length: 7 }, (_, column) => String(row * 37 + column)),
)

const html = `<html><head><meta charset="utf-8"><title>年报</title></head><body><p>一、总体情况</p><table>${FIGURES.map(
  (row) => `<tr><td rowspan="1" colspan='2'><p>行&nbsp;名</p>${row.map((value) => `<td>${value}</td>`).join('')}</tr>`,
).join('')}</table><div style="display:none">暗</div></body></html>`
const text = `一、总体情况\n\n${FIGURES.map((row) => row.map((value) => `\t${value}\n`).join('')).join('\n')}\n\n二、情况\n|a|b|\n|-|-|\n|1|2|\n`
const wordXml = `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>一、总体情况</w:t></w:r></w:p><w:tbl>${FIGURES.map(
  (row) =>
    `<w:tr>${row.map((value) => `<w:tc><w:tcPr><w:gridSpan w:val="1"/></w:tcPr><w:p><w:r><w:t>${value}</w:t></w:r></w:p></w:tc>`).join('')}</w:tr>`,
).join('')}</w:tbl></w:body></w:document>`
const docx = zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8(wordXml) })
const archive = zipSync({
  '甲/1.docx': docx,
  '2.html': strToU8(html),
  '3.txt': strToU8(text),
  '4.zip': zipSync({ '5.docx': docx }),
})

const doc = Uint8Array.from(readFileSync(new URL('../fixtures/doc/tracked-2021.doc', import.meta.url)))

const fixture = (name: string): Uint8Array =>
  Uint8Array.from(readFileSync(new URL(`../fixtures/sheet/${name}`, import.meta.url)))

const SAMPLES = {
  html: strToU8(html),
  text: strToU8(text),
  docx,
  doc,
  xlsx: fixture('layout-2023.xlsx'),
  xls: fixture('layout-2022.xls'),
  archive,
} as const
const sample = fc.constantFrom(...(Object.keys(SAMPLES) as (keyof typeof SAMPLES)[]))

const open = (bytes: Uint8Array): Opened[] => openAtOnce({ path: PATH, bytes })

/** What every result must be, however bad the bytes. */
function expectSound(results: readonly Opened[]): void {
  expect(results.length).toBeGreaterThan(0)
  expect(results.length).toBeLessThan(20)
  for (const result of results) {
    const file = result.ok ? result.value.file : result.error.file
    expect(file.startsWith(PATH)).toBe(true)
    if (result.ok) expectReadable(result.value)
  }
}

function expectReadable(document: SourceDocument): void {
  const isSheet = document.format === 'xlsx' || document.format === 'xls'
  let line = 0
  let table = 0
  for (const block of document.blocks) {
    if (block.kind === 'paragraph') {
      expect(block.text).not.toContain('\n')
      // A sheet has rows and no lines.
      if (isSheet) continue
      expect(block.place.line).toBeGreaterThan(line)
      line = block.place.line ?? Infinity
    } else {
      table += 1
      expect(block.table).toBe(table)
      block.rows.forEach((row, index) => {
        let column = 0
        for (const cell of row) {
          expect(cell.place).toMatchObject(isSheet ? { table } : { table, row: index + 1 })
          expect(cell.place.column).toBeGreaterThan(column)
          column = cell.place.column ?? Infinity
          expect(cell.rowspan).toBeGreaterThan(0)
          expect(index + cell.rowspan).toBeLessThanOrEqual(block.rows.length)
          expect(cell.colspan).toBeGreaterThan(0)
        }
      })
    }
  }
}

describe('reading never throws and never loops', () => {
  it('on random bytes, with and without the first bytes of a format', () => {
    const magic = fc.constantFrom<number[][]>(
      [],
      [0x50, 0x4b, 3, 4],
      [0x50, 0x4b, 5, 6],
      [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
      [0xff, 0xfe],
      [0x3c, 0x70, 0x3e],
      [9],
    )
    fc.assert(
      fc.property(magic, fc.uint8Array({ maxLength: 3000 }), (head, tail) => {
        expectSound(open(Uint8Array.from([...head, ...tail])))
      }),
      { numRuns: 1000 },
    )
  })

  it('on random markup', () => {
    const piece = fc.constantFrom(
      ...'<table> </table> <tr> </tr> <td> <td/> </td> <td\u00a0rowspan=0> <tbody> </tbody> <tfoot> <p> </p> <br> <div\u00a0hidden> </div> <select> </select> <del> </del> <pre> </pre> <!-- --> <script> </script> <title> </title> <caption> &nbsp &#0; &#x110000; < > " 12 文 \n'
        .split(' ')
        .map((word) => word.replace('\u00a0', ' ')),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 200 }), (pieces) => {
        expectSound(open(strToU8(`<html><table>${pieces.join('')}`)))
      }),
      { numRuns: 1000 },
    )
  })

  it('on random lines', () => {
    const piece = fc.constantFrom(
      '\t',
      '\n',
      '\n\n',
      '|',
      '"',
      '文',
      '三、',
      '12',
      '。',
      '-',
      '─',
      '│',
      ' ',
      '\r',
      ': ',
      '====',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 200 }), (pieces) => {
        expectSound(open(strToU8(`一${pieces.join('')}`)))
      }),
      { numRuns: 1000 },
    )
  })

  it('on files that are cut off', () => {
    fc.assert(
      fc.property(sample, fc.double({ min: 0, max: 1, noNaN: true }), (name, part) => {
        const bytes = SAMPLES[name]
        expectSound(open(bytes.subarray(0, Math.floor(bytes.length * part))))
      }),
      { numRuns: 500 },
    )
  })

  it('on files with changed bytes', () => {
    const change = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), to: fc.nat({ max: 255 }) })
    fc.assert(
      fc.property(sample, fc.array(change, { minLength: 1, maxLength: 8 }), (name, changes) => {
        const bytes = SAMPLES[name].slice()
        for (const { at, to } of changes) bytes[Math.floor(at * (bytes.length - 1))] = to
        expectSound(open(bytes))
      }),
      { numRuns: 250 },
    )
  })
})

describe('damage to the XML of a workbook', () => {
  it('gives a result or a reason', () => {
    const parts = unzipSync(SAMPLES.xlsx)
    const names = Object.keys(parts)
    const cut = fc.record({ name: fc.constantFrom(...names), at: fc.nat(), length: fc.nat({ max: 40 }) })
    fc.assert(
      fc.property(fc.array(cut, { minLength: 1, maxLength: 4 }), (cuts) => {
        const damaged = { ...parts }
        for (const { name, at, length } of cuts) {
          const text = strFromU8(damaged[name] ?? new Uint8Array(0))
          const from = text.length === 0 ? 0 : at % text.length
          damaged[name] = strToU8(text.slice(0, from) + text.slice(from + length))
        }
        expectSound(open(zipSync(damaged, { level: 1 })))
      }),
      { numRuns: Number(process.env['GOUJI_MUTANTS'] ?? 100) },
    )
  })
})

describe('damage gives no wrong figures', () => {
  it('in a Word file with any one byte changed or its end lost', () => {
    const [whole] = open(docx)
    const damage = fc.oneof(
      fc.record({ at: fc.nat({ max: docx.length - 1 }), to: fc.nat({ max: 255 }) }).map(({ at, to }) => {
        const bytes = docx.slice()
        bytes[at] = to
        return bytes
      }),
      fc.nat({ max: docx.length }).map((length) => docx.subarray(0, length)),
    )
    fc.assert(
      fc.property(damage, (bytes) => {
        for (const result of open(bytes)) {
          if (!result.ok || result.value.format !== 'docx') continue
          expect(result.value.blocks).toEqual(whole?.ok === true ? whole.value.blocks : null)
        }
      }),
      { numRuns: 1000 },
    )
  })
})
