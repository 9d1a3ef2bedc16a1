import { yearsIn } from '../identity/years'
import { letters, squash } from '../normalise'

/** A head that says of which year the figures under or beside it are. */
export interface YearHead {
  /** A year, or one told from the report's own: 0 for 本年, -1 for 上年. */
  readonly year: number
  /** What it says besides: 总计, 制发件数; empty where that names no column. */
  readonly rest: string
}

const LONGEST = 24
const RELATIVE = /^\(?(?:(?<own>本年度?|今年度?|当年度?)|上一?年度?(?:同期)?|去年(?:同期)?)\)?/u
/** Words that say no more than that figures follow. */
const FIGURES = /^(?:年?度|年?份|数据|情况|数据情况|数|数量|件数|数值|统计|统计数|全年|1?月?12月|1月至12月)$/u

/** Reads a cell as a year's head: `2023年`, `2023年度总计`, `上年制发件数`; `null` where it is none. */
export function yearHeadOf(text: string): YearHead | null {
  const said = squash(text)
  if (said === '' || said.length > LONGEST) return null
  const [found, ...more] = yearsIn(said)
  if (found && more.length === 0)
    return { year: found.year, rest: restOf(said.slice(0, found.from) + said.slice(found.to)) }
  const relative = found ? null : RELATIVE.exec(said)
  if (!relative) return null
  return { year: relative.groups?.['own'] === undefined ? -1 : 0, rest: restOf(said.slice(relative[0].length)) }
}

function restOf(words: string): string {
  const said = letters(words)
  return FIGURES.test(said) ? '' : said
}

/** The years that heads name: two or more, each with the same words besides as often as the others; else `null`. */
export function yearsBeside(heads: readonly YearHead[]): ReadonlySet<number> | null {
  const words = new Map<number, string[]>()
  for (const { year, rest } of heads) words.set(year, [...(words.get(year) ?? []), rest])
  const said = new Set([...words.values()].map((rests) => rests.sort().join(' ')))
  return words.size > 1 && said.size === 1 ? new Set(words.keys()) : null
}
