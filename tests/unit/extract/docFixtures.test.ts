import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { FieldId } from '@/form/fields'
import type { Cell, Report } from '@/report/report'
import { openAtOnce, parseAtOnce } from '../readers/atOnce'
import { flaggedFields, reportOf } from './reading'

interface Truth extends Pick<Report, 'agency' | 'year' | 'published' | 'forms'> {
  readonly file: string
  readonly values: Readonly<Partial<Record<FieldId, number | null>>>
}

const folder = new URL('../../fixtures/doc/', import.meta.url)
const bytesOf = (name: string): Uint8Array => readFileSync(new URL(name, folder))
const truths = readFileSync(new URL('expected.jsonl', folder), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Truth)

const read = ({ cells }: Report): Record<string, number | null | undefined> =>
  Object.fromEntries(Object.entries<Cell | undefined>(cells).map(([field, cell]) => [field, cell?.value]))

const FORMATS: Readonly<Record<string, string>> = { doc: 'doc', rtf: 'rtf', xml: 'docx' }

describe('documents of older Word formats by LibreOffice', () => {
  it.each(truths.map((truth) => [truth.file, truth] as const))('%s gives every value', (file, truth) => {
    const report = reportOf(file, bytesOf(file))
    const { agency, year, published, forms } = report
    expect({ agency, year, published, forms }).toEqual({
      agency: truth.agency,
      year: truth.year,
      published: truth.published,
      forms: truth.forms,
    })
    expect(read(report)).toEqual(truth.values)
    expect(report.source.format).toBe(FORMATS[file.replace(/^.*\./u, '')])
  })

  it('keep the place of each cell', () => {
    const { cells } = reportOf('form-2021.doc', bytesOf('form-2021.doc'))
    expect(cells['requests.received.natural']?.place).toEqual({ table: 2, row: 4, column: 4 })
    expect(cells['review.total']?.place).toEqual({ table: 3, row: 4, column: 5 })
  })

  it('have their automatic numbers in the text', () => {
    const [document] = openAtOnce({ path: 'a.doc', bytes: bytesOf('numbered-2021.doc') })
    const blocks = document?.ok === true ? document.value.blocks : []
    const texts = blocks.flatMap((block) =>
      block.kind === 'paragraph' ? [block.text] : block.rows.flat().map((cell) => cell.text),
    )
    // LibreOffice gives the first item of a list that starts anew a list of its own; it reads these numbers itself.
    const numbered = ['1.属于国家秘密', '1.其他法律行政法规禁止公开', '2.危及“三安全一稳定”', '2.要求提供公开出版物']
    for (const text of numbered) expect(texts).toContain(text)
  })

  it('tell tracked changes at their cells, and no other issue', () => {
    for (const name of ['tracked-2021.doc', 'rich-tracked-2019.rtf']) {
      const report = reportOf(name, bytesOf(name))
      expect(new Set(report.issues.map(({ code }) => code))).toEqual(new Set(['tracked-deletion', 'tracked-insertion']))
      expect(flaggedFields(report).size).toBe(Object.keys(report.cells).length)
    }
    for (const name of ['form-2019.doc', 'form-2021.doc', 'rich-2021.rtf', 'word-2003.xml'])
      expect(reportOf(name, bytesOf(name)).issues).toEqual([])
  })

  it('that are cut give every value or none', () => {
    for (const { file, values } of truths) {
      const bytes = bytesOf(file)
      for (let part = 1; part <= 20; part += 1) {
        const length = Math.floor((bytes.length * part) / 21)
        const [only] = parseAtOnce({ path: file, bytes: bytes.subarray(0, length) })
        if (only?.ok !== true) expect(only?.error.code).toBe('unreadable')
        else {
          expect(read(only.value)).toEqual(values)
          expect(only.value.issues.map(({ code }) => code)).toContain('archive-cut')
        }
      }
    }
  })

  it('with changed bytes give a result or a reason', () => {
    for (const [name, step] of [
      ['numbered-2021.doc', 1501],
      ['rich-2021.rtf', 20_011],
      ['word-2003.xml', 20_011],
    ] as const) {
      const bytes = bytesOf(name)
      for (let at = 3; at < bytes.length; at += step) {
        const damaged = Uint8Array.from(bytes)
        damaged[at] = 0xff - (damaged[at] ?? 0)
        expect(parseAtOnce({ path: name, bytes: damaged }).length).toBeGreaterThan(0)
      }
    }
  })
})
