import type { DocumentLine } from './documentLines'
import { squash } from './normalise'

/** Words of 政府信息公开情况统计表, which reports of 2014–2018 carried. */
const OLD_TABLE = [
  /政府信息公开(?:工作)?情况统计表/u,
  /统计指标/u,
  /主动公开政府信息数/u,
  /收到(?:信息公开)?申请数/u,
  /(?:不同渠道和方式|回应(?:公众关注热点|解读))/u,
  /举报投诉数量/u,
]
const LEAST_WORDS = 2

/** Whether a document carries the statistics table that the forms of before 2019 had. */
export function carriesOldTable(lines: readonly DocumentLine[]): boolean {
  const text = lines.map((line) => squash(line.text)).join('\n')
  return OLD_TABLE.filter((words) => words.test(text)).length >= LEAST_WORDS
}
