import { describe, expect, it } from 'vitest'
import type { CheckInput } from '@/check/input'
import { findingText } from '@/check/rules/rules'
import { nameFindings } from '@/check/text/nameFindings'
import { sectionFindings } from '@/check/text/sectionFindings'
import type { Agency } from '@/register/agency'
import { textReport } from './textReport'

const WHOLE: Readonly<Record<number, string>> = {
  1: '本机关做好主动公开、依申请公开、管理、平台和监督保障工作。',
  2: '',
  3: '',
  4: '',
  5: '存在的问题是栏目更新不均衡，今后按月检查。',
  6: '本年度未收取信息处理费。',
}
const BODY: Agency = {
  id: 'a1',
  name: '云岭市教育局',
  aliases: ['云岭市教体局'],
  formerNames: [{ name: '云岭市教育委员会', until: 2020 }],
  kind: 'department',
  level: 'county',
  region: '云岭市',
  system: null,
  parent: null,
  scope: 'own',
  edited: [],
}

function report(changes: Readonly<Record<number, string | null>>, more: Partial<CheckInput> = {}): CheckInput {
  const texts = Object.entries({ ...WHOLE, ...changes })
  const sections = texts.flatMap(([number, text]) =>
    text === null ? [] : [{ number: Number(number), heading: '', text }],
  )
  return { ...textReport(''), sections, ...more }
}
const found = (input: CheckInput): string[] =>
  sectionFindings(input).map(({ reason, params }) => `${reason} ${String(params['section'] ?? params['lacking'])}`)

describe('W16: six sections that say what they should', () => {
  it('is silent on a whole report, and where headings were not made out', () => {
    expect(found(report({}))).toEqual([])
    expect(found(report({ 1: null, 2: null, 3: null, 4: null, 6: null, 5: '' }))).toEqual([])
  })

  it.each([
    [{ 5: null }, 'missing 5'],
    [{ 6: null, 1: '本机关未收取任何钱款，公开平稳。' }, 'missing 6'],
    [{ 1: null }, 'missing 1'],
    [{ 1: ' \n' }, 'empty 1'],
    [{ 5: '' }, 'empty 5'],
    [{ 5: '无。' }, 'nothing 5'],
    [{ 5: '无' }, 'nothing 5'],
    [{ 5: '本年度无存在的问题。' }, 'nothing 5'],
    [{ 5: '一年来工作成绩显著，得到上级肯定。' }, 'nothing 5'],
    [{ 5: '本年度工作平稳有序。' }, 'nothing 5'],
    [{ 5: '今后将进一步做好工作。' }, 'no-problems 5'],
    [{ 5: '存在的问题是人手太少。' }, 'no-measures 5'],
    [{ 6: '无。' }, 'no-fee 6'],
    [{ 6: '没有其他需要报告的事项。' }, 'no-fee 6'],
  ])('%j is %s', (changes, reason) => {
    expect(found(report(changes))).toEqual([reason])
  })

  it.each([
    [{ 5: null, 4: '五、工作中存在的不足和改进。问题是栏目更新慢，今后按月检查。' }],
    [{ 1: '', 2: '（一）主动公开。全年发布信息90条，栏目齐全。' }],
    [{ 6: '全年收取信息处理费0元。' }],
    [{ 5: '公开时效性待提高，部分栏目更新慢。我局今后会按月检查。' }],
    [{ 5: '当前，公开工作人员变动频繁，业务生疏。我们已安排专人跟班。' }],
    [{ 5: '公开工作与群众期望仍有落差。拟按季组织培训。' }],
    [{ 5: '解读比例偏低，回应偏慢。2024年，一是抓好解读；二是抓好回应。' }],
    [{ 5: '公开的深度和广度还需拓展。已采取的做法：专人负责，按月对账。' }],
    [{ 5: '内容质量参差，个别信息发布迟缓；已约谈相关科室，限期完成。' }],
    [{ 5: '平台管理粗放。举措是重新梳理栏目，删并12个。' }],
    [{ 5: '信息更新频次需增加。下步工作：压实责任。' }],
    [{ 6: '无。', 1: '全年没有向申请人收费。' }],
    [{ 1: null, 0: '（一）主动公开。全年发布信息90条。' }],
    [{ 1: '本機關做好公開工作。', 5: '人手太少。', 6: '無。' }],
  ])('%j is no finding', (changes) => {
    expect(found(report(changes))).toEqual([])
  })

  it('the fee is told from report year 2021 on', () => {
    expect(found(report({ 6: '无。' }, { year: 2020 }))).toEqual([])
    expect(found(report({ 6: '无。' }, { year: 2021 }))).toEqual(['no-fee 6'])
  })

  it('a government tells of assessment, appraisal and accountability', () => {
    const body: Agency = { ...BODY, kind: 'government', scope: 'summed' }
    expect(found(report({}, { body }))).toEqual(['government 工作考核、社会评议、责任追究'])
    expect(found(report({ 1: '公开工作列入考核，开展社会评议。' }, { body }))).toEqual(['government 责任追究'])
    expect(found(report({ 1: '考核占4分，社会评议良好，没有责任追究情形。' }, { body }))).toEqual([])
    const [finding] = sectionFindings(report({}, { body }))
    expect(finding && findingText(finding, 'en')).toContain('not found in the text: 工作考核、社会评议、责任追究')
  })
})

describe('W15: a name of the register', () => {
  const names = (title: string, more: Partial<CheckInput> = {}): string[] =>
    nameFindings({ ...report({}), body: BODY, title, ...more }).map(
      ({ reason, params }) => `${reason} ${String(params['printed'])}`,
    )

  it.each([
    '云岭市教育局2023年政府信息公开工作年度报告',
    '2023年度云岭市教育局政府信息公开年报',
    '市教育局2023年政府信息公开工作年度报告',
    '云岭市教体局2023年度政府信息公开工作年度报告',
    '2023年政府信息公开工作年度报告',
    '江南省云岭市教育局 2023 年政府信息公开工作年度报告（公开稿）',
    '云岭市人民政府教育局2023年政府信息公开工作年度报告',
    '云岭市政府信息公开平台',
    '2023年政府信息公开工作年度报告-云岭市人民政府门户网站',
  ])('%s is one', (title) => {
    expect(names(title)).toEqual([])
  })

  it('another name, and one given up, are found; without an entry nothing is', () => {
    expect(names('云岭市体育总局2023年政府信息公开工作年度报告')).toEqual(['other-name 云岭市体育总局'])
    expect(names('云岭市教育委员会2023年政府信息公开工作年度报告')).toEqual(['former-name 云岭市教育委员会'])
    expect(names('云岭市教育委员会2020年政府信息公开工作年度报告', { year: 2020 })).toEqual([])
    expect(names('云岭市体育总局2023年政府信息公开工作年度报告', { body: null })).toEqual([])
    const government = { ...BODY, name: '云岭市人民政府', aliases: [] }
    expect(names('云岭市人民政府办公室2023年政府信息公开工作年度报告', { body: government })).toEqual([
      'other-name 云岭市人民政府办公室',
    ])
  })

  it('an agency that the register lacks is found where a register was asked', () => {
    const [finding] = nameFindings({ ...report({}), agency: '云岭市体育局', registered: false })
    expect(finding && findingText(finding, 'zh')).toBe(
      '登记表中没有“云岭市体育局”。请在登记表中添加，或改正这份年报的机关。',
    )
  })
})
