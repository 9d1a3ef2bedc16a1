import type { Section } from '../report/report'
import type { DocumentLine } from './documentLines'
import { squash } from './normalise'

/** The six headings as they vary; a number of any kind may stand before them, or none. */
const HEADINGS: readonly RegExp[] = [
  /(?:总体情况|总体概况|总体工作情况|基本情况)/u,
  /主动公开(?:政府|政务)?信息的?(?:工作)?情况|主动公开情况/u,
  /(?:收到和处理|收到及处理|接收和处理|受理和处理)(?:的)?(?:政府)?信息公开申请(?:的)?情况|依申请公开(?:政府信息)?(?:工作)?情况/u,
  /因?(?:政府)?信息公开(?:工作)?(?:被|而)?(?:申请|引发|引起|提起)?(?:的)?行政复议、?(?:和|及)?(?:被)?(?:提起|引起)?行政诉讼(?:的)?情况/u,
  /(?:政府信息公开工作)?(?:中)?存在的?(?:主要)?(?:问题|不足)(?:和困难)?(?:及|和|与|、)(?:改进|整改|下一步)(?:措施|情况|方向|工作)?(?:情况)?/u,
  /(?:其他|其它|其余)需要?(?:报告|说明|公开)的(?:其他)?(?:事项|情况)|其他(?:报告)?事项/u,
]
const NUMBER =
  /^(?:第?[一二三四五六七八九]{1,2}(?:部分|章)?[、.,:：．\s]*|[(（][一二三四五六1-6][)）][、.]?|[1-6][、.．])/u
const IN_LINE = /[一二三四五六](?:、|\.|．)\s*/gu
const LONG_LINE = 80
/** The head of a part of table 二, where it stands by itself. */
const CLAUSE = /^\s*第二十条\s*第\s*[（(].{1,2}[）)]\s*项\s*$/u
/** What may stand after a heading in its own line. */
const LONGEST_TAIL = 16

interface Mark {
  readonly number: number
  readonly line: number
  readonly from: number
  readonly to: number
}

/** Whether a line is one of the six headings, and nothing else. */
export function isSectionHeading(text: string): boolean {
  const line = text.trim()
  return line.length <= LONG_LINE && headingAt(line, false) !== null
}

/** Index of the line on which the first section begins; the number of lines where there is none. */
export function firstSectionLine(lines: readonly DocumentLine[]): number {
  return headingMarks(lines)[0]?.line ?? lines.length
}

/** The text before the first section (number 0) and the sections that have a heading. `skip`: lines that are a table. */
export function readSections(lines: readonly DocumentLine[], skip: (line: DocumentLine) => boolean): Section[] {
  const marks = headingMarks(lines)
  const sections: Section[] = []
  const textBetween = (from: Mark | null, to: Mark | undefined): string => {
    const firstLine = from?.line ?? 0
    const lastLine = to?.line ?? lines.length - 1
    const parts: string[] = []
    for (let index = firstLine; index <= lastLine; index += 1) {
      const line = lines[index]
      if (!line || skip(line)) continue
      const start = index === firstLine && from ? from.to : 0
      const end = to && index === to.line ? to.from : line.text.length
      const text = withoutTable(from?.number ?? 0, line.text.slice(start, end)).trim()
      if (text !== '' && line.role !== 'grid') parts.push(text)
    }
    return parts.join('\n')
  }
  const before = textBetween(null, marks[0])
  if (before !== '') sections.push({ number: 0, heading: '', text: before })
  for (const [index, mark] of marks.entries())
    sections.push({
      number: mark.number,
      heading: (lines[mark.line]?.text ?? '').slice(mark.from, mark.to).trim(),
      text: textBetween(mark, marks[index + 1]),
    })
  return sections
}

/** Where the headings are: each number once, in order. A list of contents, whose headings follow each other, gives way. */
function headingMarks(lines: readonly DocumentLine[]): Mark[] {
  const all = lines.flatMap((line, index) => marksIn(line.text, index))
  const kept: Mark[] = []
  for (const mark of all) {
    const last = kept.at(-1)
    if (last === undefined || mark.number > last.number) kept.push(mark)
    else if (mark.number === 1 && last.line - (kept[0]?.line ?? 0) <= kept.length) {
      kept.length = 0
      kept.push(mark)
    }
  }
  return kept
}

function marksIn(text: string, line: number): Mark[] {
  const trimmed = text.trimStart()
  const indent = text.length - trimmed.length
  const whole = headingAt(trimmed, trimmed.length > LONG_LINE)
  const marks: Mark[] = whole ? [{ number: whole.number, line, from: indent, to: indent + whole.length }] : []
  if (text.length <= LONG_LINE) return marks
  for (const match of text.matchAll(IN_LINE)) {
    if (match.index <= indent) continue
    const found = headingAt(text.slice(match.index, match.index + 60), true)
    const last = marks.at(-1)
    if (found && numberOf(match[0]) === found.number && (!last || found.number > last.number))
      marks.push({ number: found.number, line, from: match.index, to: match.index + found.length })
  }
  return marks
}

const numberOf = (words: string): number => '一二三四五六'.indexOf(words[0] ?? '') + 1

/** The heading that a text begins with. `runsOn`: prose may follow at once, if the heading has its number. */
function headingAt(text: string, runsOn: boolean): { number: number; length: number } | null {
  const prefix = NUMBER.exec(text)?.[0] ?? ''
  const rest = text.slice(prefix.length)
  for (const [index, pattern] of HEADINGS.entries()) {
    const match = pattern.exec(rest)
    if (!match || squash(rest.slice(0, match.index)).length > (prefix === '' ? 0 : 12)) continue
    if (/[。，；,;]/u.test(rest.slice(0, match.index))) continue
    const end = match.index + match[0].length
    const tail = squash(rest.slice(end)).replace(/^[:：。.]+/u, '')
    const numbered = prefix !== '' && numberOf(prefix.replace(/^[第(（]/u, '')) === index + 1
    if (tail.length > LONGEST_TAIL && !(runsOn && numbered)) continue
    if (prefix === '' && tail.length > 4) continue
    return { number: index + 1, length: prefix.length + end }
  }
  return null
}

/** A section's prose where the text view runs its table into the line. */
function withoutTable(number: number, text: string): string {
  if (number === 2 && CLAUSE.test(text)) return ''
  if (number === 2) return text.replace(/第二十条\s*第\s*[（(]一[）)]\s*项\s*信息内容[\s\S]*$/u, '')
  if (number === 3) return text.replace(/[（(]?本列数据的勾稽关系[\s\S]*$|申请人情况\s*自然人[\s\S]*$/u, '')
  if (number === 4) return text.replace(/行政复议\s*行政诉讼\s*结果\s*维持[\s\S]*?总计[\d\s]*$/u, '')
  return text
}
