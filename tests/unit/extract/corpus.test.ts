import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseAtOnce } from '../readers/atOnce'
import { BUREAU_2024, OFFICE_2019, POLICE_2019, POLICE_2021, ZONE_2019, ZONE_2020 } from './expected'
import { expectReport, reportOf } from './reading'

/** Real reports, where they lie beside the checkout. */
const corpus = new URL('../../../../shared/corpus/', import.meta.url)
const bytesOf = (name: string): Uint8Array => readFileSync(new URL(encodeURIComponent(name), corpus))

describe.runIf(existsSync(corpus))('real reports beside the checkout', () => {
  it.each([
    ['西塞山区科信局2024.txt', { ...BUREAU_2024, agency: '西塞山区科学技术和经济信息化局' }],
    ['上海市府办2019.html', { ...OFFICE_2019, agency: '上海市人民政府办公厅' }],
    ['平潭2019.txt', { ...ZONE_2019, agency: '平潭综合实验区' }],
    ['平潭2020.txt', { ...ZONE_2020, agency: '平潭综合实验区' }],
    ['平潭公安局2019.txt', { ...POLICE_2019, agency: '平潭综合实验区公安局' }],
    ['平潭公安局2021.txt', { ...POLICE_2021, agency: '平潭综合实验区公安局' }],
  ])('%s gives every value', (name, expected) => {
    expectReport(reportOf(name, bytesOf(name)), expected)
  })

  it('the blank form is named as such', () => {
    const [only] = parseAtOnce({ path: '空白表2021.docx', bytes: bytesOf('空白表2021.docx') })
    expect(only).toMatchObject({ ok: false, error: { code: 'blank-form' } })
  })
})
