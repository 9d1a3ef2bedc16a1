import { nameKey } from '../../register/names'
import type { Finding } from '../../report/finding'
import type { CheckInput } from '../input'
import { makeFinding } from '../makeFinding'
import { quoteOf } from './quoteOf'
import type { Mark } from './statement'

/** What a title has besides the agency's name. */
const REST_OF_TITLE =
  /[\s《》“”"'\-—_|]|关于|(?:20|２０)[\d０-９]{2}\s*年?度?|年度|政府信息(?:与政务)?公开|政务公开|信息公开|工作|情况|年度报告|年报|报告|发布|公布|[（(].*?[）)]|的$/gu
const SHORTEST_NAME = 4
/** What a web site, not an agency, is called. */
const SITE = /(?:平台|网站|网|门户|专栏|频道|首页)$/u

/** W15: an agency that the register lacks; or the name in the title is none that the register has for the agency, or one that it had given up by that year. Silent without a register. */
export function nameFindings(input: CheckInput): Finding[] {
  const { agency, body, title, year } = input
  if (!body && input.registered === false && agency !== null)
    return [nameFinding(input, 'unregistered', { printed: agency })]
  if (!body || title === null) return []
  const printed = title.replaceAll(REST_OF_TITLE, '')
  const key = plainKey(printed)
  if (SITE.test(printed) || printed.length < SHORTEST_NAME || key.length < SHORTEST_NAME) return []
  if ([body.name, ...body.aliases].some((name) => isSame(plainKey(name), key))) return []
  const former = body.formerNames?.find(({ name }) => isSame(plainKey(name), key))
  const until = former?.until
  if (former && (until === undefined || year === null || year <= until)) return []
  const from = title.indexOf(printed)
  const marks: Mark[] = from < 0 ? [] : [[from, from + printed.length]]
  const quote = { ...quoteOf(input, { sentence: title, section: 0, mark: [0, 0] }, marks), section: null }
  const reason = former ? 'former-name' : 'other-name'
  const params = { printed, name: body.name, ...(until === undefined ? {} : { until }) }
  return [{ ...nameFinding(input, reason, params), quotes: [quote] }]
}

function nameFinding(input: CheckInput, reason: string, params: Finding['params']): Finding {
  return makeFinding(input, { rule: 'W15', severity: 'warning', reason, fields: [], formula: '', params })
}

/** 云岭市人民政府教育局 is 云岭市教育局; 云岭市人民政府办公室 is not 云岭市人民政府. */
function plainKey(name: string): string {
  return nameKey(name).replace(/([省市县区州旗])政府(?!办)(?=.)/u, '$1')
}

/** Equal, or one with the region that the other leaves out, or with what a web page puts around it. */
function isSame(known: string, printed: string): boolean {
  return known.length >= SHORTEST_NAME ? printed.includes(known) || known.endsWith(printed) : printed.endsWith(known)
}
