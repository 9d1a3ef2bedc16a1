import type { Evidence, Issue } from '../../report/report'
import { issueOf } from '../../report/issues'
import type { DocumentLine } from '../documentLines'
import { squash } from '../normalise'
import { yearInFileName } from './fileName'
import type { FoundTitle } from './findTitle'
import { yearsIn } from './years'

/** The year reported on, and what that rests on. */
export interface YearReading {
  readonly year: number | null
  readonly evidence?: Evidence
  readonly issues: readonly Issue[]
  readonly inDocument: boolean
}

interface Found {
  readonly year: number
  readonly evidence: Evidence
}

const PERIOD = /(20\d\d)年1月1日(?:起|开始)?,?(?:[至到—\-–－~～]+|截至)(?:(20\d\d)年|当年|同年)?12月31日/u
const OF_REPORT =
  /(20\d\d)年(?:度)?[\p{Script=Han}()、]{0,30}?(?:政府)?信息公开(?:工作)?(?:年度)?(?:报告|年报)(?!格式|有关)/u
const BEGINS_SENTENCE =
  /(?:^|[,。;:])(20\d\d)年(?:度|来|以来|,|全年|[我本]|(?=[\p{Script=Han}]{2,16}(?:局|委|委员会|厅|办|办公室|中心|政府|街道|办事处|[镇乡县区市旗])(?:认真|坚持|严格|深入|全面|积极|按照|持续|紧紧|始终|以|共|收到)))/gu
const OF_WORK = /(20\d\d)年(?:度)?(?:[我本全][局委办镇乡县区市厅院校]|街道)?(?:的)?(?:政府|政务)信息公开/gu
/** Sentences that say which year the report is about: 本报告为2022年度报告, 现将2022年度工作情况报告如下. */
const ABOUT_YEAR =
  /(?:本(?:年度|年)?报告(?:为|是|系)|(?:现将|现就)[\p{Script=Han}()、]{0,30}?)(20\d\d)年[\p{Script=Han}()、]{0,30}?(?:报告|年报|公布如下|公开如下|汇报如下)/gu
/** What was done in a year is told of it, though it may be another than the one before. */
const TOLD = /(?:^|[,。;:])(20\d\d)年(?:共|累计|主动公开|收到|受理|制发|新增|办理)/gu
const FIRST_LINES = 6
const NEAR = 1500
const LONGEST = 3000

/** The year reported on: title, first lines, text, file's name. The year of publication and of signing is not it. */
export function readYear(file: string, lines: readonly DocumentLine[], title: FoundTitle | null): YearReading {
  const period = inPeriod(lines)
  const titled = title?.year ?? null
  if (title && titled) {
    const repaired = titled.repaired
      ? [issueOf('year-repaired', [], title.evidence.place, { read: titled.read, year: titled.year })]
      : []
    const conflict =
      period && period.year !== titled.year
        ? [issueOf('year-conflict', [], period.evidence.place, { year: titled.year, other: period.year })]
        : []
    return { year: titled.year, evidence: title.evidence, issues: [...repaired, ...conflict], inDocument: true }
  }
  const found = nearTitle(lines, title) ?? period ?? inProse(lines)
  if (found) return { year: found.year, evidence: found.evidence, issues: [], inDocument: true }
  const year = yearInFileName(file)
  if (year === null) return { year: null, issues: [issueOf('year-unknown', [], {})], inDocument: false }
  return {
    year,
    evidence: { from: 'fileName', text: file, place: {} },
    issues: [issueOf('year-from-file-name', [], {}, { year })],
    inDocument: false,
  }
}

const SIGNED = /^[^年]{4,8}年[^年月]{1,3}月[^月日]{1,3}日$/u
const LAST_LINES = 20

/** The year of the date under a report, a line of its own at its end; `null` without one. */
function yearSigned(lines: readonly DocumentLine[]): number | null {
  const dated = lines.slice(-LAST_LINES).flatMap((line) => {
    const text = squash(line.text)
    return SIGNED.test(text) ? yearsIn(text) : []
  })
  return dated.at(-1)?.year ?? null
}

/**
 * That a title may be one left over from another year: the file's name says the other year, and it was signed or published in the year after that.
 * One of the two alone says nothing: files are renamed, and reports republished. `published`: ISO date.
 */
export function doubtsOfTitle(
  file: string,
  { year, evidence }: YearReading,
  lines: readonly DocumentLine[],
  published: string | null,
): Issue[] {
  if (year === null || evidence?.from !== 'title') return []
  const named = yearInFileName(file)
  if (named === null || named === year) return []
  const dated = [yearSigned(lines), published === null ? null : Number(published.slice(0, 4))]
  if (!dated.includes(named + 1) || dated.includes(year + 1)) return []
  return [issueOf('year-doubted', [], evidence.place, { year, other: named, dated: named + 1 })]
}

/** A line by the title that is a year and nothing else: （2023年度）. */
function nearTitle(lines: readonly DocumentLine[], title: FoundTitle | null): Found | null {
  if (!title || title.end < 0) return null
  const around = lines.slice(Math.max(0, title.end - FIRST_LINES), title.end + FIRST_LINES)
  for (const line of around) {
    const text = squash(line.text)
    const [year] = yearsIn(text)
    if (year && year.from <= 1 && year.to >= text.length - 1 && /年|\(/u.test(text))
      return { year: year.year, evidence: { from: 'firstLines', text, place: line.place } }
  }
  return null
}

/** The period that the figures are said to cover. */
function inPeriod(lines: readonly DocumentLine[]): Found | null {
  for (const line of lines) {
    const match = PERIOD.exec(squash(line.text))
    if (match && (match[2] === undefined || match[2] === match[1]))
      return { year: Number(match[1]), evidence: { from: 'body', text: match[0], place: line.place } }
  }
  return null
}

/** The year of which the first paragraphs speak: named as the report's, the only one that begins their sentences, or the only one of such work. */
function inProse(lines: readonly DocumentLine[]): Found | null {
  const about = yearsAbout(lines)
  const [stated, ...otherwise] = about
  if (stated && otherwise.length > 0) return null
  if (stated) return { year: stated[0], evidence: stated[1] }
  const begun = new Map<number, Evidence>()
  const ofWork = new Map<number, Evidence>()
  let read = 0
  for (const line of lines) {
    if (read > NEAR) break
    const text = squash(line.text)
    if (
      line.role === 'metadata' ||
      line.role === 'grid' ||
      /(?:发布|公开|更新|发文|成文)?(?:时间|日期)[:：]/u.test(text)
    )
      continue
    read += text.length
    const named = OF_REPORT.exec(text)
    const own = text.slice(0, Math.min(LONGEST, named?.index ?? LONGEST))
    for (const [years, words] of [
      [begun, BEGINS_SENTENCE],
      [begun, TOLD],
      [ofWork, OF_WORK],
    ] as const)
      for (const match of own.matchAll(words)) {
        const year = Number(match[1])
        if (!years.has(year)) years.set(year, { from: 'body', text: match[0], place: line.place })
      }
    if (!named) continue
    // What a year's work did with the report of the year before is no name of this one.
    const [first, ...more] = begun
    if (first && more.length === 0 && first[0] === Number(named[1]) + 1) return { year: first[0], evidence: first[1] }
    return { year: Number(named[1]), evidence: { from: 'body', text: named[0], place: line.place } }
  }
  const [only, ...others] = begun.size > 0 ? begun : ofWork
  return only && others.length === 0 ? { year: only[0], evidence: only[1] } : null
}

/** The years that the first paragraphs say the report is about. */
function yearsAbout(lines: readonly DocumentLine[]): ReadonlyMap<number, Evidence> {
  const about = new Map<number, Evidence>()
  let read = 0
  for (const line of lines) {
    if (read > NEAR) break
    if (line.role === 'metadata' || line.role === 'grid') continue
    const text = squash(line.text).slice(0, LONGEST)
    read += text.length
    for (const match of text.matchAll(ABOUT_YEAR)) {
      const year = Number(match[1])
      if (!about.has(year)) about.set(year, { from: 'body', text: match[0], place: line.place })
    }
  }
  return about
}

const OF_FIGURES = /(20\d\d)年(?:度)?(?:情况|数据|统计|(?:政府)?信息公开|主动公开|收到|[)]|$)/gu
const LONGEST_CAPTION = 60

/** The one year that a table's caption gives to its figures, where it is another than the report's; `null` else. */
export function otherYearOfCaption(caption: string, year: number): number | null {
  const text = squash(caption)
  if (text.length > LONGEST_CAPTION) return null
  const named = new Set(Array.from(text.matchAll(OF_FIGURES), (match) => Number(match[1])))
  const [only] = named
  return named.size === 1 && only !== undefined && only !== year ? only : null
}
