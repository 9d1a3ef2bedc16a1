import type { Evidence } from '../../report/report'
import type { DocumentLine } from '../documentLines'
import { plain } from '../normalise'

/** The date of publication, `YYYY-MM-DD`, and where the document says it. */
export interface PublishedReading {
  readonly date: string
  readonly evidence: Evidence
}

const DAY = '(20\\d\\d)\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})'
const IN_LINE = new RegExp(
  `(?:发布|公开|发表|公布|上网|刊登|添加)(?:时间|日期|于)\\s*[】\\])]?\\s*[:：]?\\s*${DAY}|(?:^|[\\s【\\[|])(?:时间|日期)\\s*[:：]\\s*${DAY}|${DAY}日?\\s*(?:发布|公布)|^\\s*${DAY}(?:日?\\s*\\d{1,2}:\\d{2}(?::\\d{2})?)?日?\\s*(?:(?:信息|文章|稿件)?来源|浏览|点击|阅读|作者|字号|字体)`,
  'u',
)
/** A label in a line of its own, whose date stands in the next. */
const LABEL = /^[【[(]?\s*(?:发布|公开|发表|公布|上网|刊登)(?:时间|日期)\s*[】\])]?\s*:?$/u
const META =
  /^(?:pub(?:lish)?_?-?(?:date|time)|publishedtime|article:published_time|发布时间|发布日期|datepublished|dc\.date(?:\.issued)?)$/iu
const NEAR_START = 80

/** Finds the date of publication; dates of signing, of the period, of drafting are none. */
export function readPublished(
  lines: readonly DocumentLine[],
  metadata: Readonly<Record<string, string>>,
): PublishedReading | null {
  const near = [...lines.slice(0, NEAR_START), ...lines.slice(Math.max(NEAR_START, lines.length - 20))]
  for (const [index, line] of near.entries()) {
    const text = plain(line.text)
    const value = LABEL.test(text.trim()) ? near.slice(index + 1).find((next) => next.text.trim() !== '') : undefined
    const match = line.text.length > 4000 ? null : IN_LINE.exec(value ? `${text.trim()} ${plain(value.text)}` : text)
    const date =
      match &&
      dateOf(
        Array.from<string | undefined>(match)
          .slice(1)
          .flatMap((part) => part ?? []),
      )
    if (date) return { date, evidence: { from: 'metadata', text: match[0].trim(), place: line.place } }
  }
  for (const [key, text] of Object.entries(metadata)) {
    const match = META.test(key) ? new RegExp(DAY, 'u').exec(text) : null
    const date = match && dateOf(match.slice(1))
    if (date) return { date, evidence: { from: 'metadata', text, place: {} } }
  }
  return null
}

function dateOf(parts: readonly string[]): string | null {
  const [year = '', month = '', day = ''] = parts
  const [y, m, d] = [Number(year), Number(month), Number(day)]
  const real = new Date(Date.UTC(y, m - 1, d))
  if (real.getUTCMonth() !== m - 1 || real.getUTCDate() !== d) return null
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
