import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { beforeAll, describe, expect, it } from 'vitest'
import { cityAgencies, cityReports } from '@/sample/city'
import { gouji, ownFolder } from './gouji'
import type { Called } from './gouji'

const folder = ownFolder()
const register = join(folder, 'register.json')
const wanted = ['agriculture 2022', 'agriculture 2023', 'liutang 2023', 'zone 2019', 'zone 2020']

beforeAll(() => {
  for (const { agency, path, report, document } of cityReports())
    if (wanted.includes(`${agency} ${report.year}`))
      writeFileSync(join(folder, path.replaceAll('/', ' ')), document.bytes)
  writeFileSync(register, JSON.stringify(cityAgencies()))
})

const reportsOf = async (...more: string[]): Promise<Called> => gouji('check', folder, ...more)
const told = ({ lines }: Called): string[] => lines.map(({ rule, agency, year }) => [rule, agency, year].join(' '))

describe('gouji check over several reports', () => {
  it('finds what years and the register tell, and names the report of each cell', async () => {
    const checked = await reportsOf('--register', register)
    expect(told(checked)).toEqual([
      'W5 临澜市高新技术产业开发区管理委员会 2020',
      'W1 临澜市农业农村局 2023',
      'W18 临澜市柳塘镇人民政府 2023',
    ])
    const carried = checked.lines.find(({ rule }) => rule === 'W1')
    const cells = carried?.['cells'] as Record<string, unknown>[]
    expect(cells.map(({ year, file }) => [year, String(file).slice(folder.length + 1, folder.length + 5)])).toEqual([
      [2023, '2023'],
      [2022, '2022'],
      [2023, '2023'],
      [2022, '2022'],
    ])
    expect(checked.status).toBe(1)
    expect(checked.stderr).toContain('register.json')
  })

  it('gives the same twice, and without a register all that needs none', async () => {
    const [first, second] = [await reportsOf(), await reportsOf()]
    expect(first.stdout).toBe(second.stdout)
    expect(told(first).map((line) => line.split(' ')[0])).toEqual(['W5', 'W1'])
    expect(first.stderr).toMatch(/没有给登记表.*E7.*W4.*W18.*I4/u)
  })

  it('names agencies that have two reports for one year', async () => {
    const copy = join(folder, '2023 again.docx')
    const [original] = [...cityReports()].filter(
      ({ agency, report }) => agency === 'agriculture' && report.year === 2023,
    )
    writeFileSync(copy, original?.document.bytes ?? '')
    const { stderr, lines } = await gouji('check', folder)
    expect(stderr).toMatch(/临澜市农业农村局 2023 年有 2 份年报/u)
    expect(lines.filter(({ rule }) => rule === 'W1')).toHaveLength(1)
    expect(lines.filter(({ rule }) => rule === 'W7')).toEqual([])
  })

  it('writes a workbook with the same findings, every text a text', async () => {
    const out = join(folder, 'findings.xlsx')
    const { lines } = await reportsOf('--register', register, '--out', out)
    const { sheets } = await readXlsx(new Uint8Array(readFileSync(out)))
    const [findings, rules] = sheets
    expect(findings?.rows[0]?.slice(0, 6)).toEqual(['机关', '年度', '程度', '规则', '规则名称', '说明'])
    expect(findings?.rows.slice(1).map((row) => [row[0], row[1], row[3], row[5]])).toEqual(
      lines.map(({ agency, year, rule, message }) => [agency, year, rule, message]),
    )
    expect(findings?.rows.flat().every((cell) => typeof cell !== 'string' || !/^[=+@-]/u.test(cell))).toBe(true)
    expect(rules?.rows.map(([id]) => id)).toContain('W17')
    expect((await reportsOf('--out', join(folder, 'findings.txt'))).status).toBe(2)
    expect((await reportsOf('--out', join(folder, 'no folder', 'f.xlsx'))).status).toBe(1)
  })
})
