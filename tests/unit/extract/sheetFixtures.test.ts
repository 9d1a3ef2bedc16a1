import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { FieldId } from '@/form/fields'
import type { Cell, Report } from '@/report/report'
import { DEMANDS, type Demand } from '@/sample/soiled'
import { parseAtOnce } from '../readers/atOnce'
import { flaggedFields, reportOf } from './reading'

interface Truth extends Pick<Report, 'agency' | 'year' | 'published' | 'forms'> {
  readonly file: string
  readonly values: Readonly<Record<FieldId, number | null>>
  readonly demands: Readonly<Partial<Record<FieldId, Demand>>>
}

const folder = new URL('../../fixtures/sheet/', import.meta.url)
const bytesOf = (name: string): Uint8Array => readFileSync(new URL(name, folder))
const truths = readFileSync(new URL('expected.jsonl', folder), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Truth)

const valuesOf = ({ cells }: Report): Record<string, number | null | undefined> =>
  Object.fromEntries(Object.entries<Cell | undefined>(cells).map(([field, cell]) => [field, cell?.value]))

/** What the workbook owes: its values, `null` for those that its damage took. */
function owed({ values, demands }: Truth): Record<string, number | null> {
  return Object.fromEntries(
    Object.entries<number | null>(values).map(([field, value]) => [
      field,
      DEMANDS[demands[field as FieldId] ?? 'exact'].value === 'null' ? null : value,
    ]),
  )
}

describe('workbooks of LibreOffice', () => {
  it.each(truths.map((truth) => [truth.file, truth] as const))('%s gives every value', (file, truth) => {
    const report = reportOf(file, bytesOf(file))
    const { agency, year, published, forms } = report
    expect({ agency, year, published, forms }).toEqual({
      agency: truth.agency,
      year: truth.year,
      published: truth.published,
      forms: truth.forms,
    })
    expect(valuesOf(report)).toEqual(owed(truth))
    expect([...flaggedFields(report)].sort()).toEqual(Object.keys(truth.demands).sort())
    expect(report.source.format).toBe(file.slice(file.lastIndexOf('.') + 1).replace('xml', 'xls'))
  })

  it('keep the place of each cell', () => {
    const { cells } = reportOf('layout-2022.xls', bytesOf('layout-2022.xls'))
    const place = cells['requests.received.natural']?.place
    expect(place).toMatchObject({ row: expect.any(Number) as number, column: expect.any(Number) as number })
  })

  it('name a hidden sheet, and read it not', () => {
    const report = reportOf('a.xls', bytesOf('hidden-sheet-2021.xls'))
    const codes = report.issues.map(({ code, params }) => [code, params])
    expect(codes).toContainEqual(['hidden-sheet', { sheet: '上年底稿' }])
  })

  it('have zeros that an accounting format shows as dashes, which is told once a table', () => {
    const { issues, cells } = reportOf('a.xls', bytesOf('accounting-2023.xls'))
    const told = issues.filter(({ code }) => code === 'zero-as-dash')
    const zeros = Object.entries<Cell | undefined>(cells).flatMap(([field, cell]) =>
      cell?.value === 0 && field !== 'proactive.fees.amount' ? cell : [],
    )
    expect(told.map(({ fields }) => fields)).toEqual([[], [], []])
    expect(told.reduce((sum, { params }) => sum + Number(params['count']), 0)).toBe(zeros.length)
    expect(new Set(zeros.map(({ raw }) => raw))).toEqual(new Set(['0']))
  })

  it('that are cut give every value or none', () => {
    for (const truth of truths) {
      const bytes = bytesOf(truth.file)
      for (let part = 1; part <= 12; part += 1) {
        const [only] = parseAtOnce({
          path: truth.file,
          bytes: bytes.subarray(0, Math.floor((bytes.length * part) / 13)),
        })
        if (only?.ok !== true) expect(only?.error.code).toBe('unreadable')
        else {
          expect(valuesOf(only.value)).toEqual(owed(truth))
          expect(only.value.issues.map(({ code }) => code)).toContain('archive-cut')
        }
      }
    }
  })

  it('with changed bytes give a result or a reason', () => {
    for (const name of ['layout-2022.xls', 'layout-2023.xlsx']) {
      const bytes = bytesOf(name)
      for (let at = 3; at < bytes.length; at += 701) {
        const damaged = Uint8Array.from(bytes)
        damaged[at] = 0xff - (damaged[at] ?? 0)
        expect(parseAtOnce({ path: name, bytes: damaged }).length).toBeGreaterThan(0)
      }
    }
  })
})
