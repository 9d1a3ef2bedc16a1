import { expect, it } from 'vitest'
import { issueText } from '@/report/issues'
import { docx, p, tbl, tc, tr } from '../readers/packages'
import { reportOf } from './reading'

const HEAD = tr(...['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'].map((text) => tc(text)))
const report = (...rows: readonly string[]) =>
  reportOf('年报.docx', docx(p('青河县财政局2023年政府信息公开工作年度报告') + tbl(HEAD, ...rows)))
const NORMS = tr(tc('行政规范性文件'), tc('1'), tc('0'), tc('7'))

it.each([
  [
    'tracked-insertion',
    '<w:p><w:ins w:id="2"><w:r><w:t>13</w:t></w:r></w:ins></w:p>',
    ['proactive.regulations.issued'],
  ],
  [
    'automatic-number-unknown',
    '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="9"/></w:numPr></w:pPr></w:p>',
    ['proactive.regulations.issued'],
  ],
])('%s reaches the reader in words, with its cell', (code, content, fields) => {
  const { issues } = report(tr(tc('规章'), tc(content), tc('0'), tc('0')), NORMS)
  const issue = issues.find((one) => one.code === code)
  expect(issue?.fields).toEqual(fields)
  for (const language of ['zh', 'en'] as const)
    expect(issue && issueText(issue, language)).not.toMatch(/[{}]|^[a-z-]+$/u)
})

it('a deleted row of a statutory table is told of, not read', () => {
  const deleted = `<w:tr><w:trPr><w:del w:id="3"/></w:trPr>${tc('规章')}${tc('5')}${tc('5')}${tc('5')}</w:tr>`
  const { issues, cells } = report(deleted, tr(tc('规章'), tc('0'), tc('0'), tc('2')), NORMS)
  expect(cells['proactive.regulations.issued']?.value).toBe(0)
  expect(issues.find((one) => one.code === 'tracked-row-deletion')?.fields).toEqual([])
})

it('a raised digit behind a figure is none of its digits', () => {
  const raised = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t></w:r>'
  const noted = `<w:p><w:r><w:t>3</w:t></w:r>${raised}</w:p>`
  const { cells } = report(tr(tc('规章'), tc(noted), tc('0'), tc('3')), NORMS)
  expect(cells['proactive.regulations.issued']).toMatchObject({ value: 3, state: 'repaired' })
})
