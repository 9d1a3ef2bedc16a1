import { squash, withoutEnumerator } from '../normalise'
import { cleanName, isAgencyName } from './agencyName'
import { yearsIn } from './years'
import type { WrittenYear } from './years'

/** Whose part of a document a line opens, where it is no title of a report: `一、东湖镇`, `附件1：东湖镇2023年政府信息公开情况统计表`. */
export interface PartHeading {
  readonly agency: string
  readonly year: WrittenYear | null
}

const LONGEST = 60
const ATTACHED = /^[([【]?附[件表]?[一二三四五六七八九十\d]*[)\]】]?[:：.、-]*/u
const CAPTION =
  /^(?<name>.+?)(?:的)?(?:政府信息公开|信息公开|政务公开|依申请公开)(?:工作)?(?:年度)?(?:情况|数据|申请|统计|工作|年报|汇总)*(?:统计表|情况表|数据表|表|情况|数据)$/u

/** Reads a line as the heading of an agency's part; `null` where it is none. */
export function parsePartHeading(text: string): PartHeading | null {
  if (text.length > LONGEST) return null
  const squashed = withoutEnumerator(squash(text).replace(ATTACHED, '')).replace(/[:：]$/u, '')
  const [year = null] = yearsIn(squashed)
  const rest = year ? squashed.slice(0, year.from) + squashed.slice(year.to) : squashed
  const words = CAPTION.exec(rest)?.groups?.['name'] ?? rest
  const agency = isAgencyName(words) ? cleanName(words) : null
  return agency === null ? null : { agency, year }
}
