import { describe, expect, it } from 'vitest'
import type { FieldId } from '@/form/fields'
import { REQUEST_COLUMNS, requestRows } from '@/form/requests'
import { dirtOf } from '@/sample/dirt'
import { random } from '@/sample/random'
import type { Random } from '@/sample/random'
import { writeDocument } from '@/sample/sampleDocument'
import { sampleReports } from '@/sample/sampleReports'
import type { SampleReport } from '@/sample/sampleReport'
import { parseAtOnce } from '../unit/readers/atOnce'

const DOCUMENTS = Number(process.env['GOUJI_ROUNDS'] ?? 60)
const pool = [...sampleReports(40, [2021, 2022, 2023], random('glued'))]
const ROWS = requestRows('2021')

/** A report of which half the rows of table 三 are drawn anew: zeros and large figures, one in ten with a wrong total, some with a blank. */
function drawnAnew(report: SampleReport, stream: Random, blanks: boolean): SampleReport {
  const values: Partial<Record<FieldId, number | null>> = { ...report.values }
  for (const { key } of ROWS) {
    if (!stream.chance(0.5)) continue
    let sum = 0
    for (const column of REQUEST_COLUMNS.slice(0, 6)) {
      const value = stream.chance(0.6) ? 0 : stream.int(0, stream.pick([3, 12, 150, 3000]))
      sum += value
      values[`requests.${key}.${column}`] = value
    }
    values[`requests.${key}.total`] = stream.chance(0.1) ? sum + stream.int(1, 3) : sum
    if (blanks && stream.chance(0.1)) values[`requests.${key}.${stream.pick(REQUEST_COLUMNS)}`] = null
  }
  return { ...report, values }
}

/** What became of the cells of table 三 in documents whose cells run together. */
function readGlued(blanks: boolean): { exact: number; empty: number; flaggedWrong: number; silentlyWrong: number } {
  const found = { exact: 0, empty: 0, flaggedWrong: 0, silentlyWrong: 0 }
  const glued = dirtOf('glued')
  for (let number = 0; number < DOCUMENTS; number += 1) {
    const stream = random(`glued ${number}`)
    const report = drawnAnew(stream.pick(pool), stream, blanks)
    const { bytes } = writeDocument(report, 'txt', glued ? [glued] : [], stream)
    const [result] = parseAtOnce({ path: 'a.txt', bytes })
    if (result?.ok !== true) throw new Error('no report')
    const flagged = new Set(result.value.issues.flatMap((issue) => issue.fields))
    for (const { key } of ROWS)
      for (const column of REQUEST_COLUMNS) {
        const field: FieldId = `requests.${key}.${column}`
        const read = result.value.cells[field]?.value ?? null
        if (read === (report.values[field] ?? null)) found.exact += 1
        else if (!flagged.has(field)) found.silentlyWrong += 1
        else if (read === null) found.empty += 1
        else found.flaggedWrong += 1
      }
  }
  return found
}

describe('table 三 whose cells run together', () => {
  it('is never parted wrongly, and mostly parted, where no cell is blank', () => {
    const { exact, empty, flaggedWrong, silentlyWrong } = readGlued(false)
    expect([flaggedWrong, silentlyWrong]).toEqual([0, 0])
    expect(exact / (exact + empty)).toBeGreaterThan(0.8)
  })

  it('is never silently wrong where blank cells vanish too', () => {
    const { exact, flaggedWrong, silentlyWrong } = readGlued(true)
    expect(silentlyWrong).toBe(0)
    expect(flaggedWrong / exact).toBeLessThan(0.002)
  })
})
