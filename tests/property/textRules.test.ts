import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CheckInput } from '@/check/input'
import { textFindings } from '@/check/text/textFindings'
import type { FieldId } from '@/form/fields'
import { writeProse } from '@/sample/prose'
import { random as randomOf } from '@/sample/random'
import type { SampleReport } from '@/sample/sampleReport'
import { sampleReports } from '@/sample/sampleReports'
import { inputOf } from '../unit/check/footingReport'

const YEARS = [2019, 2020, 2021, 2022, 2023]

/** The reports of some fictional agencies as the rules take them, words and all. */
function* inputs(seed: number, agencies: number): Generator<{ report: SampleReport; input: CheckInput }> {
  const random = randomOf(String(seed))
  for (const report of sampleReports(agencies, YEARS, random)) {
    const prose = writeProse(report, random.fork(`prose ${report.agency} ${report.year}`))
    const texts = [prose.opening, prose.overview.join('\n'), '', '', '', prose.problems, prose.other]
    const input: CheckInput = {
      ...inputOf(new Map(Object.entries(report.values) as [FieldId, number | null][]), report.forms),
      agency: report.agency,
      year: report.year,
      title: `${report.agency}${report.year}年政府信息公开工作年度报告`,
      sections: texts.map((text, number) => ({ number, heading: '', text })),
    }
    yield { report, input }
  }
}

describe('text rules over sample reports', () => {
  it('what is written from the tables agrees with them', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        for (const { input } of inputs(seed, 1)) expect(textFindings(input)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('a wrong number in the text is found, in its sentence', () => {
    let planted = 0
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 400 }), (seed, pick, more) => {
        for (const { report, input } of inputs(seed, 2)) {
          const wrong = plant(input, report, pick, more)
          if (wrong === null) continue
          planted += 1
          const found = textFindings(wrong.input)
          expect(found.map(({ rule }) => rule)).toEqual([wrong.number === 0 ? 'W12' : wrong.rule])
          expect(found[0]?.quotes?.[0]?.text).toContain(String(wrong.said))
        }
      }),
      { numRuns: 60 },
    )
    expect(planted).toBeGreaterThan(100)
  })
})

/** One count of the sentence about requests, made larger than everything that it could be. */
function plant(
  input: CheckInput,
  { values }: SampleReport,
  pick: number,
  more: number,
): { input: CheckInput; rule: string; number: number; said: number } | null {
  const text = input.sections[1]?.text ?? ''
  const counts = [...text.matchAll(/(收政府信息公开申请|收到申请|上年结转的?|办结|结转下年度|尚有)(\d+)件/gu)]
  const chosen = counts[pick % Math.max(1, counts.length)]
  if (!chosen) return null
  const [whole, words = '', number = ''] = chosen
  const known = Object.values(values).reduce<number>((sum, value) => sum + Math.abs(value ?? 0), 0)
  const said = Number(number) + Math.ceil(known) + more
  const changed = text.slice(0, chosen.index) + `${words}${said}件` + text.slice(chosen.index + whole.length)
  const sections = input.sections.map((section) => (section.number === 1 ? { ...section, text: changed } : section))
  return { input: { ...input, sections }, rule: 'W8', number: Number(number), said }
}
