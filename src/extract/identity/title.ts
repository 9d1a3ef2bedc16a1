import { squash } from '../normalise'
import { cleanName, isAgencyName } from './agencyName'
import { yearsIn } from './years'
import type { WrittenYear } from './years'

/** What a report's title says. */
export interface ParsedTitle {
  readonly text: string
  readonly agency: string | null
  readonly year: WrittenYear | null
}

const TITLE =
  /^(?<before>.*?)(?:政府)?(?:政务)?信息公开(?:工作)?(?:年度)?(?:工作)?(?:情况)?(?:的)?(?:年度)?(?:工作)?(?:总结)?(?<kind>报告|年报)(?<after>.*)$/u
const NO_TITLE =
  /(?:通知|函|方案|办法|格式|模板|模版|样式|解读|培训|指南|要求|情况统计表|目录|专栏|填报说明|如下)[):：]*$/u
/** What runs on after a title in one line of a page: labels of its metadata. */
const METADATA_AFTER =
  /((?:报告|年报)[》」】)]?)[[(【]?(?:(?:发布|公开|更新|上传|添加|发文|生成)?(?:时间|日期|机构|机关|单位)|(?:信息|文章|稿件)?来源|浏览(?:次数|量)?|点击(?:数|量)?|访问(?:次数|量)?|作者|字号|字体|索引号)[:：].*$/u
/** A date right after the words is an entry's in a list of reports. */
const DATED_ENTRY = /^\D{0,2}20\d\d[-/.年]\d/u
const LONGEST_TAIL = 8
const NAVIGATION = /[>»›→]|您的?(?:所在|当前)?(?:的)?位置|首页|上一[篇条]|下一[篇条]|相关(?:链接|附件|阅读)|https?:/u
const LONGEST = 80

/** Other work that a title reports on together with this. */
const TOGETHER_WITH =
  /(?:(?:法治|数字|服务型?)政府(?:建设)?|依法行政|政务公开|政务服务|(?:政府)?网站(?:建设|管理)?)(?:工作)?(?:情况)?(?:和|与|及|暨|、)$/u
const LABEL = /^[【[(〔](?:年报|年度报告|(?:政府)?信息公开|政务公开|公示|转发)[】\])〕]/u

/** Reads a line, or lines joined, as the title of a report; `null` where it is none. */
export function parseTitle(text: string): ParsedTitle | null {
  let squashed = squash(text)
    .replace(/^(?:标题|名称|信息名称|题目)[:：]/u, '')
    .replace(LABEL, '')
    .replace(METADATA_AFTER, '$1')
    .replace(/\((?:以下)?(?:统称|简称)[^()]*\)/gu, '')
  const quoted = /《(.*信息公开.*(?:报告|年报))》/u.exec(squashed)?.[1]
  if (quoted !== undefined && /^关于.{0,6}《/u.test(squashed)) squashed = quoted
  if (squashed.length > LONGEST || /[。;；!?]/u.test(squashed) || NAVIGATION.test(text)) return null
  const [year = null] = yearsIn(squashed)
  const rest = year ? `${squashed.slice(0, year.from)}${squashed.slice(year.to)}` : squashed
  const groups = TITLE.exec(rest.replace(/^年度/u, ''))?.groups
  if (!groups || /^关于(?:做好|进一步|开展)|,/u.test(groups['before'] ?? '') || isNoTail(groups['after'] ?? ''))
    return null
  const yearly = year !== null || groups['kind'] === '年报' || /年度/u.test(rest)
  if (!yearly) return null
  const before = (groups['before'] ?? '')
    .replace(TOGETHER_WITH, '')
    .replace(/(?:年度|年)$/u, '')
    .replace(/(\P{N})(?:\d{2}|[近前]\p{N}?[一二两三四五六七八九十])$/u, '$1')
  const shared = before.endsWith('人民') ? `${before}政府` : before
  const after = /^[(\-—:：]+(.{2,40}?)\)?$/u.exec(groups['after'] ?? '')?.[1]
  const agency = cleanName(shared) ?? (after !== undefined && isAgencyName(after) ? cleanName(after) : null)
  return { text: squashed, agency, year }
}

/** Whether what follows the words shows that they are no title: a notice, an entry of a list, a sentence. */
function isNoTail(after: string): boolean {
  if (NO_TITLE.test(after) || DATED_ENTRY.test(after)) return true
  return after.length > LONGEST_TAIL && !/^[([{〔\-—–_:：]/u.test(after)
}

/** The part of a web page's `<title>` that is the report's title, without the site's name. */
export function parsePageTitle(text: string): ParsedTitle | null {
  const parts = text.split(/\s*[_|｜]\s*|\s+[-–—]+\s*|\s*[-–—]+\s+|--+/u)
  const words = text.split(/\s+/u)
  const found = (words.length > 1 ? [...parts, ...words] : parts).flatMap((part) => parseTitle(part) ?? [])
  return found.find((title) => title.year !== null && title.agency !== null) ?? found[0] ?? parseTitle(text)
}
