import { strFromU8, unzipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { totalDocx } from '@/exports/total/totalDocx'
import { totalJson } from '@/exports/total/totalJson'
import { totalXlsx } from '@/exports/total/totalXlsx'
import { filed } from '../totals/filed'
import { bodies, body, figures, government, old, readBack, totalOfMembers } from './totalMembers'

describe('numbers in open errors', () => {
  const field = 'requests.settled.total'
  const total = totalOfMembers(
    bodies.map((one, at) => ({
      ...filed(one, 2024, { ...figures(at), ...(at === 2 ? { [field]: null } : {}) }),
      ...(at === 1 || at === 2 ? { inError: new Set([field] as const) } : {}),
    })),
  )
  const textOf = async (language: 'zh' | 'en'): Promise<(name: string) => string[][]> => {
    const bytes = await totalXlsx(total, { language, example: false, created: '2025-03-01T00:00:00.000Z' })
    const { sheets } = await readXlsx(bytes)
    return (name) => (sheets.find((sheet) => sheet.name === name)?.rows ?? []).map((row) => row.map(String))
  }

  it('mark the sums that rest on them, in table and text, and the annex names them; a blank is no number in error', async () => {
    expect(total.sums.cells.get(field)).toMatchObject({ inError: 1, counts: { blank: 1 } })
    expect(total.sums.cells.get('requests.received.total')?.inError).toBe(0)
    const files = unzipSync(await totalDocx(total, { example: false }))
    const text = strFromU8(files['word/document.xml'] ?? new Uint8Array())
      .replace(/<\/w:p>/gu, '\n')
      .replace(/<[^>]+>/gu, '')
    const sum = String(total.sums.cells.get(field)?.value)
    expect(text.split(`${sum}①②`)).toHaveLength(3)
    expect(text).toMatch(/^② 此数所据的成员年报中/mu)
    expect(text).toContain('财政局：1 格（“三（七）总计·总计”）。')
    const report = await readBack(total)
    expect(report.cells[field]?.value).toBe(total.sums.cells.get(field)?.value)
  })

  it('are told in the workbook and in the JSON', async () => {
    const sheet = await textOf('zh')
    const [, ids = [], ...rows] = sheet('来历')
    expect(rows.slice(0, 3).map((row) => row[ids.indexOf(field)])).toEqual(['照录', '照录，不等', '空白'])
    expect(sheet('说明').flat().join()).toContain('加数中有 1 个在其年报里有未处理的错误，照录未改：财政局。')
    const { sums } = JSON.parse(totalJson(total)) as { sums: Record<string, { inError: number; addends: object[] }> }
    expect(sums[field]).toMatchObject({ inError: 1 })
    expect(sums[field]?.addends.map((addend) => 'inError' in addend)).toEqual([false, true, false, false])
  })

  it('three rows of 其他处理 as one are in error where one of them is', () => {
    const mixed = totalOfMembers([
      { ...filed(body(0), 2024, figures(1)), inError: new Set(['requests.otherwise.other.total'] as const) },
      filed(body(1), 2024, { 'requests.otherwise.all.total': 5 }, old),
    ])
    expect(mixed.sums.joined.get('requests.otherwise.all.total')?.inError).toBe(1)
  })

  it('the English workbook has Chinese for names and files alone', async () => {
    const mixed = totalOfMembers([
      filed(body(0), 2024, { ...figures(1), 'review.total': null }),
      filed(body(1), 2024, { 'requests.otherwise.all.total': 5 }, old),
      filed(government, 2024, figures(6)),
    ])
    const bytes = await totalXlsx(mixed, { language: 'en', example: false, created: '2025-03-01T00:00:00.000Z' })
    const { sheets } = await readXlsx(bytes)
    const left = sheets
      .flatMap(({ rows }) => rows.flat())
      .map((cell) => String(cell ?? '').replaceAll(/青溪县人民政府|教育|财政|水利|局/gu, ''))
      .filter((text) => /\p{Script=Han}/u.test(text))
    expect(left).toEqual([])
  })
})
