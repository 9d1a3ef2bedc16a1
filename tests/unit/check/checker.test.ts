import { describe, expect, it } from 'vitest'
import { Checker } from '@/check/checker'
import { DEFAULT_SETTINGS } from '@/check/settings'
import type { Case } from '@/check/whole/family'
import type { Filed } from '@/check/whole/whole'
import { checkerOf, filedOf } from './checkedSet'
import { agencyOf, reportOf } from './yearReports'
import type { Given } from './yearReports'

const out = (total: number): Given => ({ 'requests.carriedOut.total': total })
const rules = (checker: Checker): string[] => checker.findings().map(({ key, finding }) => `${key} ${finding.rule}`)
const series = (): Filed[] => filedOf([2021, 2022, 2023].map((year) => reportOf(year)))

describe('the checker', () => {
  it('puts findings in the order of keys, whatever the order they came in', () => {
    const filed = filedOf([reportOf(2022, out(2)), reportOf(2023, out(3)), reportOf(2024)])
    const orders = [filed, [...filed].reverse()].map((order) => JSON.stringify(checkerOf(order).findings()))
    expect(orders[0]).toBe(orders[1])
    expect(rules(checkerOf(filed)).filter((line) => line.endsWith('W1'))).toEqual([
      '示例市财政局 2023 W1',
      '示例市财政局 2024 W1',
    ])
  })

  it('tells what came and went: a report’s own findings and its successor’s, and nothing else', () => {
    const checker = checkerOf(series())
    expect(checker.changes()).toEqual({ added: [], removed: [] })
    const [wrong] = filedOf([reportOf(2022, { ...out(2), 'requests.carriedOut.natural': 2 })])
    if (wrong) checker.put(wrong)
    const { added, removed } = checker.changes()
    expect(removed).toEqual([])
    expect(added.map(({ key, finding }) => `${key} ${finding.rule}`)).toEqual([
      '示例市财政局 2022 E1',
      '示例市财政局 2022 E1',
      '示例市财政局 2023 W1',
    ])
    const [right] = filedOf([reportOf(2022)])
    if (right) checker.put(right)
    expect(checker.changes()).toEqual({ added: [], removed: added })
    checker.remove('示例市财政局 2022')
    expect(checker.changes()).toEqual({ added: [], removed: [] })
    expect(checker.findings()).toEqual([])
  })

  it('judges a case anew only when something that it rests on is another object', () => {
    const judged: string[] = []
    const counting = ({ reports }: { reports: readonly Filed[] }): Case[] =>
      reports.map(({ key, input }) => ({
        id: key,
        home: key,
        rests: [input],
        judge: () => {
          judged.push(key)
          return []
        },
      }))
    const checker = new Checker([() => counting])
    const filed = series()
    for (const one of filed) checker.put(one)
    checker.findings()
    expect(judged).toEqual(filed.map(({ key }) => key))
    judged.length = 0
    const [first] = filed
    if (first) checker.put({ ...first, input: { ...first.input } })
    checker.findings()
    checker.findingsOf(first?.key ?? '')
    expect(judged).toEqual([first?.key])
  })

  it('looks bodies up in the register, and checks anew when it changes', () => {
    const regulations = reportOf(2023, { 'proactive.regulations.inForce': 3 }, { agency: '黄石市财政局' })
    const checker = checkerOf(filedOf([regulations]))
    expect(rules(checker)).toEqual([])
    checker.setAgencies([agencyOf('黄石市财政局')])
    expect(rules(checker)).toEqual(['黄石市财政局 2023 W4'])
    checker.setAgencies([agencyOf('黄石市财政局', { level: 'national' })])
    expect(rules(checker)).toEqual([])
  })

  it('checks anew when a setting changes', () => {
    const checker = checkerOf(filedOf([reportOf(2022), reportOf(2023, { 'proactive.licences.decisions': 19 })]))
    expect(rules(checker)).toEqual([])
    const departments = { ...DEFAULT_SETTINGS.thresholds.departments, jump: { times: 3, least: 10 } }
    checker.setSettings({ ...DEFAULT_SETTINGS, thresholds: { ...DEFAULT_SETTINGS.thresholds, departments } })
    expect(rules(checker)).toEqual(['示例市财政局 2023 W6'])
  })

  it('gives no cross findings for reports without an agency or a year', () => {
    const nameless = filedOf([reportOf(2022, out(2)), reportOf(2023)]).map((filed) => ({ ...filed, agency: null }))
    expect(rules(checkerOf(nameless)).filter((line) => !/E\d$/u.test(line))).toEqual([])
  })

  it('goes by the report published last where an agency has two for a year', () => {
    const first = reportOf(2022, out(2), { published: '2023-01-05' })
    const second = reportOf(2022, {}, { published: '2023-01-20' })
    const next = reportOf(2023)
    const keyed = (inputs: readonly (typeof next)[]): Filed[] =>
      inputs.map((input, at) => ({ key: String(at), agency: input.agency, input }))
    const yearly = (filed: readonly Filed[]): string[] => rules(checkerOf(filed)).filter((line) => line.endsWith('W1'))
    expect(yearly(keyed([first, second, next]))).toEqual([])
    expect(yearly(keyed([{ ...first, published: '2023-02-01' }, second, next]))).toEqual(['2 W1'])
  })
})

describe('series', () => {
  const before = reportOf(2022, out(2), { agency: '示例市经信局' })
  const other = reportOf(2022, out(1), { agency: '示例市科技局' })
  const present = reportOf(2023, {}, { agency: '示例市科经局' })
  const successor = agencyOf('示例市科经局', { from: 2023 })
  const gone = (name: string): ReturnType<typeof agencyOf> => agencyOf(name, { to: 2022, successor: successor.id })
  const yearly = (inputs: Parameters<typeof filedOf>[0], agencies: Parameters<typeof checkerOf>[1]): string[] =>
    rules(checkerOf(filedOf(inputs), agencies)).filter((line) => line.endsWith('W1'))

  it('go on from the one body whose duties were taken over', () => {
    expect(yearly([before, present], [successor, gone('示例市经信局')])).toEqual(['示例市科经局 2023 W1'])
    expect(yearly([before, present], [successor])).toEqual([])
  })

  it('are not compared where several bodies went into one, or into one that was there', () => {
    expect(yearly([before, other, present], [successor, gone('示例市经信局'), gone('示例市科技局')])).toEqual([])
    const was = reportOf(2022, out(5), { agency: '示例市科经局' })
    const older = agencyOf('示例市科经局', { from: 2019 })
    expect(yearly([before, was, present], [older, gone('示例市经信局')])).toEqual([])
    expect(yearly([was, present], [older])).toEqual(['示例市科经局 2023 W1'])
  })
})
