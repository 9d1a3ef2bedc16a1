import type { Finding } from '../../report/finding'
import type { Section } from '../../report/report'
import type { CheckInput } from '../input'
import { makeFinding } from '../makeFinding'
import { quoteOf } from './quoteOf'

/** Sections of which the words are the whole; 二, 三 and 四 have their tables. */
const IN_WORDS = [1, 5, 6] as const
const HEADINGS: Readonly<Record<number, string>> = {
  1: '一、总体情况',
  5: '五、存在的主要问题及改进情况',
  6: '六、其他需要报告的事项',
}
/** With fewer headings than this the document was not laid out as the form is, or its headings were not made out. */
const FEWEST_HEADINGS = 3
/** Text before the first heading that is long enough to be 一 itself, under a heading of its own. */
const AN_OVERVIEW = 300

/** What a section that was not found may be called in the one before it. */
const UNDER_ANOTHER_HEADING: Readonly<Record<number, RegExp>> = {
  1: /[一1][、.．]|[（(]一[）)]/u,
  5: /存在.{0,8}(?:问题|不足)|问题.{0,6}改进/u,
  6: /其他.{0,8}(?:事项|情况)|信息处理费/u,
}

const PROBLEMS =
  /问题|不足|不够|薄弱|差距|有待|欠缺|缺乏|不强|不高|不深|不广|不均|不全|不熟|不严|不多|不到位|不及时|不规范|短板|困难|滞后|亟待|单一|较弱|较少|[需待](?:要)?(?:进一步)?(?:提|增|加|改|完|拓|优|强|深|丰)|偏[低少慢弱窄]|更新慢|缓慢|迟缓|粗放|生疏|落差|参差|不透|缺少|欠佳|不畅/u
const MEASURES =
  /改进|下一步|今后|将|措施|加强|加大|进一步|提高|提升|整改|完善|优化|强化|继续|不断|落实|规范|健全|丰富|推进|拓宽|拟|计划|定期|学习|培训|抓好|压实|责任|专人|安排|建立|制定|组织|做法|约谈|梳理|举措|针对|督促|解决/u
const NOTHING =
  /^(?:本(?:年度|机关|单位)|我[局委办镇]|目前|暂|均)*(?:暂?无|没有|不存在)?(?:存在)?的?(?:主要|明显|突出|其他|其它)?(?:问题)?[。.\s]*$/u

/** What a government's report tells besides (国办公开办函〔2021〕30号, 一). */
const OF_GOVERNMENTS: readonly (readonly [string, RegExp])[] = [
  ['工作考核', /考核|考评|绩效/u],
  ['社会评议', /评议|满意度|第三方评估|社会评价/u],
  ['责任追究', /追究|追责|问责/u],
]
const FEE = /信息处理费|处理费|收费|收取.{0,12}费|费用/u
const FIRST_YEAR_OF_FEE = 2021

/** The words looked for are those of simplified script. */
const TRADITIONAL = /[開關條與為務]/u

/** W16: sections that are missing or say nothing. Silent where the headings were not made out. */
export function sectionFindings(input: CheckInput): Finding[] {
  const { sections } = input
  const byNumber = new Map(sections.map((section) => [section.number, section]))
  if ([...byNumber.keys()].filter((number) => number > 0).length < FEWEST_HEADINGS) return []
  const missing = IN_WORDS.flatMap((number) => missingOrEmpty(input, number, byNumber))
  if (sections.some(({ text }) => TRADITIONAL.test(text))) return missing
  return [
    ...missing,
    ...problemsSection(input, byNumber.get(5)),
    ...ofGovernments(input),
    ...feeStatement(input, byNumber.get(6)),
  ]
}

const isEmpty = ({ text }: Section): boolean => !/[^\s|]/u.test(text)

function missingOrEmpty(input: CheckInput, number: number, byNumber: ReadonlyMap<number, Section>): Finding[] {
  const section = byNumber.get(number)
  if (section)
    return isEmpty(section) && !wordsElsewhere(number, byNumber) ? [finding(input, 'empty', { section: number })] : []
  const before = input.sections.filter((other) => other.number < number).map(({ text }) => text)
  if (number === 1 && before.join('').length > AN_OVERVIEW) return []
  if (before.some((text) => UNDER_ANOTHER_HEADING[number]?.test(text))) return []
  return [finding(input, 'missing', { section: number })]
}

/** Words of 一 that stand under 二 to 四: a heading within it, （一）主动公开情况, was taken for theirs. */
function wordsElsewhere(number: number, byNumber: ReadonlyMap<number, Section>): boolean {
  return number === 1 && [2, 3, 4].some((other) => /[。，]/u.test(byNumber.get(other)?.text ?? ''))
}

/** 五 = 无, or problems without what is done about them, or the reverse. */
function problemsSection(input: CheckInput, section: Section | undefined): Finding[] {
  if (!section || isEmpty(section)) return []
  const problems = PROBLEMS.test(section.text)
  const measures = MEASURES.test(section.text)
  if (problems && measures) return []
  const quote = quoteOf(input, { sentence: section.text.trim().slice(0, LONGEST_QUOTE), section: 5, mark: [0, 0] }, [])
  const reason =
    NOTHING.test(section.text.trim()) || (!problems && !measures) ? 'nothing' : problems ? 'no-measures' : 'no-problems'
  return [{ ...finding(input, reason, { section: 5 }), quotes: [quote] }]
}

const LONGEST_QUOTE = 200

function ofGovernments(input: CheckInput): Finding[] {
  if (input.body?.kind !== 'government') return []
  const text = input.sections.map((section) => section.text).join('\n')
  const lacking = OF_GOVERNMENTS.filter(([, words]) => !words.test(text)).map(([name]) => name)
  return lacking.length === 0 ? [] : [finding(input, 'government', { lacking: lacking.join('、') })]
}

function feeStatement(input: CheckInput, section: Section | undefined): Finding[] {
  if (!section || isEmpty(section) || input.year === null || input.year < FIRST_YEAR_OF_FEE) return []
  if (input.sections.some(({ text }) => text.includes('费') && FEE.test(text))) return []
  const quote = quoteOf(input, { sentence: section.text.trim().slice(0, LONGEST_QUOTE), section: 6, mark: [0, 0] }, [])
  return [{ ...finding(input, 'no-fee', { section: 6 }), quotes: [quote] }]
}

function finding(input: CheckInput, reason: string, params: Finding['params']): Finding {
  const heading = HEADINGS[Number(params['section'])]
  return makeFinding(input, {
    rule: 'W16',
    severity: 'warning',
    reason,
    fields: [],
    formula: '',
    params: heading === undefined ? params : { ...params, heading },
  })
}
