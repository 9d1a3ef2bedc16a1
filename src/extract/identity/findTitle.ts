import type { Evidence } from '../../report/report'
import { squash } from '../normalise'
import type { DocumentLine } from '../documentLines'
import { isAgencyName } from './agencyName'
import { parsePageTitle, parseTitle } from './title'
import type { ParsedTitle } from './title'

/** A report's title and where it stands. */
export interface FoundTitle extends ParsedTitle {
  readonly evidence: Evidence
  /** Index of the line on which it ends; -1 for titles outside the text. */
  readonly end: number
  /** Agency in a line of its own before the title. */
  readonly lineAbove?: Evidence
}

const MOST_LINES = 5
const FAR = 400
const DATE_AT_END = /[\s[(【]*(?:20\d\d[-/.年])?\d{1,2}[-/.月]\d{1,2}日?[\s\])】]*$/u
/** A line of what web pages tell of a document above its title. */
const CATALOGUE_LINE =
  /^(?:索\s*引\s*号|文\s*号|发文字号|有\s*效\s*性|(?:主题|信息|体裁)分类|(?:发布|发文|公开)(?:机构|机关|单位|日期|时间)|成文日期)(?:[\s:：]|$)/u
const METADATA_TITLE = /^(?:article|og:|dc\.?|content)?:?title$/iu

/** Finds the title before the report's first section; the one that says most, of equals the last. */
export function findTitle(
  lines: readonly DocumentLine[],
  bodyStart: number,
  metadata: Readonly<Record<string, string>>,
): FoundTitle | null {
  const end = Math.min(bodyStart + 1, lines.length, FAR)
  const filled = lines
    .map((line, index) => ({ line, index }))
    .slice(0, end)
    .filter(({ line }) => squash(line.text) !== '' && !CATALOGUE_LINE.test(line.text.trim()))
  const listed = listedTitles(filled.map(({ line }) => line))
  let best: FoundTitle | null = null
  let bestScore = -1
  for (let size = 1; size <= MOST_LINES && bestScore < 4; size += 1)
    for (let at = 0; at + size <= filled.length; at += 1) {
      const window = filled.slice(at, at + size)
      const last = window.at(-1)
      const first = window[0]
      if (!first || !last || window.some(({ line }) => listed.has(line) || squash(line.text).length > 60)) continue
      const parsed = parseTitle(window.map(({ line }) => line.text.trim()).join(''))
      if (!parsed || (size > 1 && parsed.agency !== null && !isAgencyName(parsed.agency))) continue
      const score =
        scoreOf(parsed) + (first.line.role === 'title' || first.line.role === 'heading' ? 1 : 0) - (size > 1 ? 0.5 : 0)
      const isLonger = size > 2 && best?.end === last.index && hasLongerName(parsed, best)
      if (score < bestScore || (score === bestScore && size > 1 && !isLonger)) continue
      bestScore = score
      best = { ...parsed, end: last.index, evidence: { from: 'title', text: parsed.text, place: first.line.place } }
      const above = parsed.agency === null ? nameAbove(filled, at) : null
      if (above) best = { ...best, lineAbove: above }
    }
  const page = pageTitle(metadata)
  if (best === null) return page
  return page && scoreOf(page) > scoreOf(best) ? { ...page, end: best.end, ...withAbove(best) } : best
}

/** Whether one reading of broken lines has the other's agency with more of its name before it. */
function hasLongerName(parsed: ParsedTitle, { agency }: ParsedTitle): boolean {
  return agency !== null && parsed.agency !== null && parsed.agency !== agency && parsed.agency.endsWith(agency)
}

/** Characters of an entry of a list, its date counted. */
const LONGEST_LISTED = 200

/** Lines of a list of reports, whose entries are titles of different agencies or years one after another. */
function listedTitles(filled: readonly DocumentLine[]): ReadonlySet<DocumentLine> {
  const listed = new Set<DocumentLine>()
  let run: { readonly line: DocumentLine; readonly title: ParsedTitle }[] = []
  const endRun = (): void => {
    const full = run.filter(({ title }) => title.agency !== null && title.year !== null)
    const distinct = (entries: typeof run): number =>
      new Set(entries.map(({ title }) => `${title.agency ?? ''} ${String(title.year?.year)}`)).size
    if (distinct(full) > 1 || distinct(run) > 2) for (const { line } of run) listed.add(line)
    run = []
  }
  for (const line of filled) {
    // A text of megabytes in one line is no title, and would be searched for a date from each of its characters.
    const text = line.text.length > LONGEST_LISTED ? line.text : line.text.replace(DATE_AT_END, '')
    if (squash(text) === '') continue
    const title = line.role === 'title' || line.role === 'heading' || text.length > 100 ? null : parseTitle(text)
    if (title) run.push({ line, title })
    else endRun()
  }
  endRun()
  return listed
}

const withAbove = (title: FoundTitle): { lineAbove?: Evidence } =>
  title.lineAbove ? { lineAbove: title.lineAbove } : {}

function scoreOf(title: ParsedTitle): number {
  return (title.year ? 2 : 0) + (title.agency ? 2 : 0)
}

/** An agency's name in a line, or in two short ones, right above the title. */
function nameAbove(
  filled: readonly { readonly line: DocumentLine; readonly index: number }[],
  at: number,
): Evidence | null {
  for (const size of [1, 2, 3]) {
    const window = filled.slice(Math.max(0, at - size), at)
    const text = window.map(({ line }) => line.text.trim()).join('')
    const first = window[0]
    if (first && squash(text).length <= 40 && isAgencyName(text))
      return { from: 'firstLines', text: squash(text), place: first.line.place }
  }
  return null
}

function pageTitle(metadata: Readonly<Record<string, string>>): FoundTitle | null {
  const entries = Object.entries(metadata).filter(([key]) => METADATA_TITLE.test(key) || key === '标题')
  const found = entries.flatMap(([, text]) => {
    const parsed = parsePageTitle(text)
    return parsed ? [{ ...parsed, end: -1, evidence: { from: 'metadata' as const, text, place: {} } }] : []
  })
  return found.sort((a, b) => scoreOf(b) - scoreOf(a))[0] ?? null
}
