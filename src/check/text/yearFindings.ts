import type { Finding, Quote } from '../../report/finding'
import type { CheckInput } from '../input'
import { makeFinding } from '../makeFinding'
import { plainFigures } from './numerals'
import { quoteOf } from './quoteOf'
import { markIn, paragraphsOf, sentencesOf } from './sentences'
import type { Mark } from './statement'

/** W14: the year in the title, the period of the figures, the opening and the year of the text, each against the report's. */
export function yearFindings(input: CheckInput): Finding[] {
  const { year } = input
  if (year === null) return []
  const found = [titleYear(input, year), periodYear(input, year) ?? openingYear(input, year), ...bodyYears(input, year)]
  return found.flatMap((one) => (one === null ? [] : [yearFinding(input, year, one)]))
}

interface OtherYear {
  readonly reason: 'title' | 'period' | 'opening' | 'body'
  readonly other: number
  readonly quote: Quote
}

function yearFinding(input: CheckInput, year: number, { reason, other, quote }: OtherYear): Finding {
  const formula = `${other} ≠ ${year}`
  const params = { other, section: quote.section ?? 0 }
  return {
    ...makeFinding(input, { rule: 'W14', severity: 'warning', reason, fields: [], formula, params }),
    quotes: [quote],
  }
}

/** Title with one year, which is not the report's. A year written 202020年 or 2o20年 is no year. */
function titleYear(input: CheckInput, year: number): OtherYear | null {
  const title = plainFigures(input.title ?? '')
  const years = [...title.matchAll(/(?:^|\D)(20[0-3]\d)(?=\s*(?:年|政府信息公开))(?!\s*年\s*\d{1,2}\s*月)/gu)]
  const [first] = years
  if (!first || years.some(([, digits]) => Number(digits) === year)) return null
  const end = first.index + first[0].length
  const mark: Mark = [end - '2023'.length, end]
  const quote = { ...quoteOf(input, { sentence: input.title ?? '', section: 0, mark }), section: null }
  return { reason: 'title', other: Number(first[1]), quote }
}

const PERIOD = /(20\d\d)年?1月1日[起]?(?:[-—–~～至到]|起至|—)+(?:(20\d\d)年)?(?:12月3[01]日|12月底|年底)/u
const OF_FIGURES = /统计|数据|期限|时限|截至|截止/u

/** 统计期限自2022年1月1日至12月31日, in a report of another year. A period of several years is none of one. */
function periodYear(input: CheckInput, year: number): OtherYear | null {
  for (const { number, text } of input.sections) {
    if (number > 1 || !/1\s*月\s*1\s*日|１月１日/u.test(text)) continue
    for (const sentence of paragraphsOf(text)
      .filter((paragraph) => /月.*日/su.test(paragraph))
      .flatMap(sentencesOf)) {
      const words = plainFigures(sentence.words)
      const match = PERIOD.exec(words)
      if (!match || !OF_FIGURES.test(words)) continue
      const [whole, from, to = from] = match
      if (from !== to || Number(from) === year) return null
      const mark = markIn(sentence, match.index, match.index + whole.length)
      return {
        reason: 'period',
        other: Number(from),
        quote: quoteOf(input, { sentence: sentence.text, section: number, mark }),
      }
    }
  }
  return null
}

/** 编制2022年度报告, 现将2022年度政府信息公开工作情况报告如下. */
const OWN_REPORT =
  /(?:编制|撰写|形成|现将|现公布|现发布)[^，。；]{0,25}?(20\d\d)年度?(?:政府信息公开|政务公开|信息公开)?(?:工作)?(?:年度|情况)?(?:报告|年报|予以公布)/u
/** Titles of notices, and what is asked of others. */
const TITLES = /《[^》]*》|关于[^，。；]*的?(?:通知|要求)/gu

/** The words before the first heading name the report by another year: a title, or an opening, that was kept from another report. */
function openingYear(input: CheckInput, year: number): OtherYear | null {
  const opening = input.sections.find(({ number }) => number === 0)
  for (const sentence of opening ? paragraphsOf(opening.text).flatMap(sentencesOf) : []) {
    // What is taken out keeps its length, for the mark.
    const words = plainFigures(sentence.words).replaceAll(TITLES, (title) => '□'.repeat(title.length))
    const match = OWN_REPORT.exec(words)
    if (!match || words.includes(String(year))) continue
    const digits = match[1] ?? ''
    const from = match.index + match[0].indexOf(digits)
    const mark = markIn(sentence, from, from + digits.length)
    return {
      reason: 'opening',
      other: Number(digits),
      quote: quoteOf(input, { sentence: sentence.text, section: 0, mark }),
    }
  }
  return null
}

/** The year that a sentence opens with, where it speaks of the whole year. */
const OPENING =
  /^(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．]|[一二三四五六]是)?(20\d\d)年度?(?:[，,、]|全年|以来|本|我|共|未|没有|无)/u
/** Words of an agency about its own year, not about what others issued or planned. */
const OWN_WORK =
  /[我本](?:局|委|办|厅|镇|乡|街道|单位|中心|院|部|处|会|机关|部门|区|县|市|省)|信息处理费|政府信息公开申请|依申请公开/u
const PLANS = /将|下一步|计划|打算|拟|力争/u

/** A section that speaks of the year before as its own and never of the report's: text left over from last year. */
function bodyYears(input: CheckInput, year: number): OtherYear[] {
  const last = `${year - 1}年`
  return input.sections.flatMap(({ number, text }) => {
    if (number === 5 || !text.includes(last) || text.includes(String(year))) return []
    const words = plainFigures(text).replaceAll(/\s/gu, '')
    if (words.includes(String(year)) || /较|同比|相比|结转|上年|去年/u.test(words)) return []
    for (const sentence of paragraphsOf(text).flatMap(sentencesOf)) {
      const match = OPENING.exec(plainFigures(sentence.words))
      if (!match || Number(match[1]) !== year - 1 || !OWN_WORK.test(sentence.words) || PLANS.test(sentence.words))
        continue
      const from = match[0].indexOf(match[1] ?? '')
      const mark = markIn(sentence, from, from + last.length)
      return [
        { reason: 'body', other: year - 1, quote: quoteOf(input, { sentence: sentence.text, section: number, mark }) },
      ]
    }
    return []
  })
}
