import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { BUREAU_2024, OFFICE_2019, POLICE_2019, POLICE_2021, ZONE_2019, ZONE_2020 } from './expected'
import { expectReport, reportOf } from './reading'

const read = (name: string) => reportOf(name, readFileSync(new URL(`../../fixtures/reports/${name}`, import.meta.url)))

describe('reports rebuilt from real ones', () => {
  it('one cell a line, a label overwritten by a figure', () => {
    const report = read('bureau-2024.txt')
    expectReport(report, { ...BUREAU_2024, agency: '云栖区科学技术和经济信息化局' })
    expect(report.issues.map((issue) => issue.code)).toEqual(['agency-joined', 'label-repaired'])
    expect(report.cells['requests.granted.natural']).toMatchObject({ value: 0, state: 'repaired', raw: '0' })
    expect(report.cells['requests.partial.natural']?.state).toBe('printed')
    expect(report.sections.map((section) => section.number)).toEqual([0, 1, 2, 3, 4, 5, 6])
    expect(report.sections[3]?.text).toBe('2024年，我局没有收到申请。')
  })

  it('a web page of the 2019 form with blanks for zeros and an amount in 元', () => {
    const report = read('office-2019.html')
    expectReport(report, { ...OFFICE_2019, agency: '江州市人民政府办公厅' })
    expect(report.issues.map((issue) => issue.code)).toEqual(['unit-converted'])
    expect(report.cells['proactive.procurement.amount']).toMatchObject({ state: 'repaired', raw: '251000元' })
    expect(report.cells['requests.granted.total']).toMatchObject({ value: null, state: 'blank', raw: '' })
  })

  it('cells that run together: rows of 三 parted by their sums, table 二 left alone', () => {
    const report = read('glued-zone-2019.txt')
    expectReport(report, { ...ZONE_2019, agency: '临屿综合实验区' })
    expect(report.cells['requests.received.natural']).toMatchObject({ state: 'inferred', raw: '230 000023' })
    expect(report.cells['proactive.regulations.made']).toMatchObject({ value: null, state: 'unread', raw: '000' })
  })

  it('cells that run together in a report whose totals do not foot', () => {
    const report = read('glued-zone-2020.txt')
    expectReport(report, { ...ZONE_2020, agency: '临屿综合实验区' })
    expect(report.cells['requests.otherwise.all.natural']?.state).toBe('printed')
  })

  it('cells that run together, one row a digit short', () => {
    expectReport(read('glued-police-2019.txt'), { ...POLICE_2019, agency: '临屿综合实验区公安局' })
  })

  it('cells that run together on the 2021 form', () => {
    const report = read('glued-police-2021.txt')
    expectReport(report, { ...POLICE_2021, agency: '临屿综合实验区公安局' })
    expect(report.sections.at(-1)?.text).toContain('没有收取信息处理费')
  })
})
