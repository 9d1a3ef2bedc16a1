import type { Place } from '../../report/place'
import type { Evidence } from '../../report/report'
import type { DocumentLine } from '../documentLines'
import { squash } from '../normalise'
import { cleanName, isAgencyName } from './agencyName'
import { parseTitle } from './title'

/** A name that the document calls an agency by. */
export interface Mention {
  readonly name: string
  readonly evidence: Evidence
}

const ENDINGS =
  '局|委员会|管委会|办公室|办公厅|厅|署|人民政府|街道办事处|办事处|街道|中心|公司|医院|学校|学院|大学|支队|大队|总队|分局|镇|乡'
const FOLLOWED =
  '坚持|认真|严格|按照|根据|深入|全面|高度|积极|紧紧|紧密|继续|主动|围绕|始终|切实|不断|依法|进一步|认真|以习近平|以|在|\\(以下简称|20\\d\\d年|政府信息公开|信息公开|编制|共|未|无|向社会|自觉|依托|聚焦|立足|聚力|锚定|紧扣|秉持|大力|着力|强化|贯彻|突出|牢牢|组织|通过|加强|扎实|持续|政务公开|高质量|收到|受理'
const IN_PROSE = new RegExp(
  `(?:^|[,。;:、])(?:(?:20\\d\\d年(?:度)?|本年度?|今年|全年|年初以来)[,]?)?(?:现将|现公布|由|是|系)?([\\p{Script=Han}]{2,28}?(?:${ENDINGS})(?:\\([\\p{Script=Han}]{2,20}\\))?)(?=${FOLLOWED})`,
  'gu',
)
const REGION_IN_PROSE =
  /(?:^|。)20\d\d年(?:度)?,?([\p{Script=Han}]{2,12}?[省市县区州盟旗])(?=坚持|认真|深入|全面|严格|始终|以习近平)/gu
const NO_REGION = /^(?:自治|新|开发|园|社|辖|全)[区州县]$/u
const ABOUT =
  /^(?:根据|按照|为|在|对|向|与|和|及|经|全|让|使|把|将|并|各|其|以|从|于|请|受|报|上级|下属|所属|直属|有关|相关|省市|市县|国务院|中共)/u
/** Words of what is done, not of a name: 监督全局信息公开工作, 依法公开区公安局2020年度决算. */
const DEED =
  /^(?:依法|统一|集中|按时)?(?:公开|公布|监督|指导|协调|落实|推进|负责|配合|督促)|^本(?:报告|年报|次)|结合|根据|按照|全(?:局|县|市|区|镇|乡|省|委|院|校|厅)$/u
const NOT_SIGNATURE =
  /主办|承办|版权|备案|ICP|网站|地址|电话|邮编|标识码|技术支持|浏览|打印|关闭|分享|来源|责编|编辑|扫一扫|联系|传真|邮箱|首页|上一|下一/iu
const DATE =
  /(?:20\d\d|[二〇零○一二三四五六七八九]{4})年(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})日?/u
const SIGNED = new RegExp(`([\\p{Script=Han}()、]{3,40})(${DATE.source})$`, 'u')
const TAIL_LINES = 14
const NEAR = 1500
const LEAST_PARAGRAPH = 40

const ANNOUNCED =
  /(?:现(?:将|向社会)?(?:公布|发布|公开|编制)?|编制(?:形成|完成)?了?|(?:制定|形成|发布|公布)了?)《?([^。;,:、《》]{2,60}?信息公开[^。;,:、《》]{0,12}?(?:报告|年报))(?!编制|格式|有关|的通知)/gu

/** The name in the report's own title where the first paragraphs announce it: 现公布某局2023年政府信息公开工作年度报告. */
export function announced(lines: readonly DocumentLine[]): Mention | null {
  for (const { text, place } of nearTop(lines)) {
    for (const [, words = ''] of text.matchAll(ANNOUNCED)) {
      const name = parseTitle(words)?.agency ?? null
      if (name !== null && !ABOUT.test(name) && isAgencyName(name))
        return { name, evidence: { from: 'body', text: words, place } }
    }
  }
  return null
}

/** Names in the prose of the first pages, where a sentence is about the agency itself. */
export function mentionsInProse(lines: readonly DocumentLine[]): Mention[] {
  const found: Mention[] = []
  let read = 0
  for (const line of lines) {
    if (read > 6000) break
    const text = squash(line.text).slice(0, 4000)
    read += text.length
    for (const match of [...text.matchAll(IN_PROSE), ...text.matchAll(REGION_IN_PROSE)]) {
      const words = match[1] ?? ''
      const name = ABOUT.test(words) || DEED.test(words) || NO_REGION.test(words) ? null : cleanName(words)
      if (name !== null && name.length >= 3)
        found.push({ name, evidence: { from: 'body', text: words, place: line.place } })
    }
  }
  return found
}

const CONTACT =
  /(?:与|联系)([\p{Script=Han}]{4,40}?)(?:联系|\((?:联系|办公)?(?:地址|电话|方式)|[,,]?(?:联系)?(?:电话|地址)[:：])/gu
/** An office inside an agency, which answers for it. */
const INNER_OFFICE =
  /(?:党政|党务|综合|行政|机关|秘书|文秘|法制|法规|政策|宣传|督[查考]|情报|指挥|调度|保密|电子政务|政务|政府(?:信息|网站)|信息|公开|管理|工作|领导小组|与|和)*(?:办公室|中心|科|股|处|室|办)$/u
const OUTER = /(?:政府|局|委员会|管委会|办事处|街道|厅|总队|支队|大队)$/u

/** The agency whose office is to be asked about the report: 请与某局办公室联系. */
export function contacts(lines: readonly DocumentLine[]): Mention[] {
  const found: Mention[] = []
  for (const { text, place } of nearTop(lines)) {
    for (const [, words = ''] of text.matchAll(CONTACT)) {
      const outer = words.replace(INNER_OFFICE, '')
      // A government's office is an agency itself, and reports for itself.
      const name = OUTER.test(outer) && !/政府办公[室厅]$/u.test(words) ? outer : words
      if (!ABOUT.test(name) && isAgencyName(name)) found.push({ name, evidence: { from: 'body', text: words, place } })
    }
  }
  return found
}

const WHOSE_WORK = new RegExp(
  `(?:做好|结合|现将|开展|推进)([\\p{Script=Han}]{2,28}?(?:${ENDINGS}))(?:的)?(?:20\\d\\d年(?:度)?)?(?:政府|政务)信息公开`,
  'gu',
)

/** Names of whose work the first paragraphs speak; too loosely to name the agency, but they make a short name whole. */
export function namesInPassing(lines: readonly DocumentLine[]): Mention[] {
  const found: Mention[] = []
  for (const { text, place } of nearTop(lines)) {
    for (const [, words = ''] of text.matchAll(WHOSE_WORK))
      if (isAgencyName(words)) found.push({ name: words, evidence: { from: 'body', text: words, place } })
  }
  return found
}

/** The text that a document begins with, line by line. */
function* nearTop(lines: readonly DocumentLine[]): Generator<{ readonly text: string; readonly place: Place }> {
  let read = 0
  for (const line of lines) {
    if (read > NEAR) return
    const text = squash(line.text).slice(0, NEAR)
    read += text.length
    yield { text, place: line.place }
  }
}

/** The name that a document without a title begins with: a line of its own right before the text. */
export function heading(lines: readonly DocumentLine[]): Mention | null {
  const [first, next] = lines.filter((line) => squash(line.text) !== '' && line.role !== 'metadata')
  if (!first || !next || !isAgencyName(first.text) || squash(next.text).length < LEAST_PARAGRAPH) return null
  const text = squash(first.text)
  return { name: cleanName(text) ?? text, evidence: { from: 'firstLines', text, place: first.place } }
}

/** The name under the report: a line of its own at the end, or right before the date. */
export function signature(lines: readonly DocumentLine[]): Mention | null {
  const filled = lines.filter((line) => squash(line.text) !== '' && line.role !== 'metadata')
  const tail = filled.slice(-TAIL_LINES)
  for (let index = tail.length - 1; index >= 0; index -= 1) {
    const line = tail[index]
    if (!line || NOT_SIGNATURE.test(line.text)) continue
    const words = line.text
      .trim()
      .replace(/[。！]/gu, '$& ')
      .split(/\s+/u)
      .slice(-4)
      .join('\u0020')
    const joined = squash(words)
    const signed = SIGNED.exec(joined)
    const own = signed ? lastWords(line.text, signed[2] ?? '') : squash(line.text)
    const next = squash(tail[index + 1]?.text ?? '')
    const dated = signed !== null || DATE.test(next) || index >= tail.length - 2
    if (dated && own.length <= 40 && isAgencyName(own)) {
      const name = cleanName(own)
      if (name !== null) return { name, evidence: { from: 'signature', text: own, place: line.place } }
    }
  }
  return null
}

/** The words before a date at the end of a line, back to the last white space or full stop. */
function lastWords(text: string, date: string): string {
  const flat = text.replace(/\s+(?=[\d年月日\s]*$)/u, ' ').trim()
  const before = flat.slice(0, Math.max(0, flat.length - date.length)).trim()
  const squashedDateStart = /^(.*?)(?:20\d\d|[二〇零○一二三四五六七八九]{4})\s*年[^年]*$/u.exec(flat)?.[1]?.trim()
  return squash((squashedDateStart ?? before).split(/[\s\u3000。！；]+/u).at(-1) ?? '')
}

const SOURCE_KEYS = /(?:发布|公开|发文|制作|主办|所属|责任)(?:机构|单位|机关|部门|主体)|信息来源|来源|发布者|作者/u
const SOURCE_LINE = new RegExp(`(?:${SOURCE_KEYS.source})\\s*[:：]?\\s*([\\p{Script=Han}()（）]{3,40})`, 'gu')
const SOURCE_META = /source|author|publisher|来源|机构|机关|单位/iu

/** Names in metadata: 发布机构, 来源. */
export function metadataMentions(
  lines: readonly DocumentLine[],
  metadata: Readonly<Record<string, string>>,
): Mention[] {
  const found: Mention[] = []
  const add = (text: string, place: Evidence['place']): void => {
    const name = isAgencyName(text) ? cleanName(text) : null
    if (name !== null) found.push({ name, evidence: { from: 'metadata', text: squash(text), place } })
  }
  for (const [key, text] of Object.entries(metadata)) if (SOURCE_META.test(key)) add(text, {})
  for (const line of lines.slice(0, 80))
    for (const match of line.text.matchAll(SOURCE_LINE)) add(match[1] ?? '', line.place)
  return found
}
