import { letters, squash } from '../normalise'
import { isSubsequence } from '../similarity'

const ORGAN =
  /(?:局|委员会|委|办公室|办公厅|办事处|办|厅|署|院|中心|政府|管委会|街道|镇|乡|苏木|公司|集团|医院|学校|大学|学院|中学|小学|幼儿园|支队|大队|总队|队|处|所|站|社|联合会|协会|会|馆|台|银行|支行|分行|部|园|场)(?:\([\p{Script=Han}、]{2,30}\))?$/u
const REGION = /(?:区|县|市|省|州|盟|旗|镇|乡|街道|苏木)$/u
const ORGAN_IN_NAME = /局|委|办|厅|署|院|中心|政府|公司|医院|学|队|处|所|站|社|会|馆|台|行/u
const NOBODY =
  /^(?:[本我该各全贵](?:行政)?(?:机关|单位|部门|局|委|办|厅|院|县|区|市|镇|乡|街道|省|州|所|站|公司|中心|校)(?:机关)?|政府|人民政府|部门|各部门|机关|单位|行政机关|公共企事业单位)$/u
const NO_NAME =
  /模板|格式|样表|空白|附件|目录|年度报告|年报|首页|网站|门户|栏目|编制(?!委)|信息公开|通知|条例|要求|领导小组|以下简称|我/u
/** Signs that stand for a name yet to be filled in. */
export const PLACEHOLDER = /[X×x＊*_□○]{2,}|某/u

/** What a form prints where the seal goes: （盖章）. */
const SEAL = /\((?:单位|机关|加)?(?:盖章|公章|签章|印章|章)\)/gu

/** Characters of a name with what surrounds it; longer ones are no names, and would be searched from each of their characters. */
const LONGEST = 400

/** A name without what surrounds it in titles and lines; `null` for 我局, placeholders and words that name nobody. */
export function cleanName(text: string): string | null {
  if (text.length > LONGEST) return null
  const name = squash(text)
    .replace(SEAL, '')
    .replace(/^(?:附件\d*[:.、]?|标题[:：]|[\d.、:：,，\-—_|·●◆■▪◇□★\s]+|关于(?:印发|发布|公布|报送)?|现将|公布)+/u, '')
    .replace(/^[《<"“'(]+(?=[^)]*$)/u, '')
    .replace(/(?:关于|的|开展|有关|编制|发布|公布|[:：,，、\-—_|》>"”'])+$/u, '')
  if (name.length < 2 || name.length > 50 || !/^[\p{Script=Han}()、·A-Za-z\d]+$/u.test(name)) return null
  if (!/\p{Script=Han}{2}/u.test(name) || NOBODY.test(name) || NO_NAME.test(name) || PLACEHOLDER.test(name)) return null
  return name
}

/** Whether a text is the name of an organ or region and nothing else. */
export function isAgencyName(text: string): boolean {
  const name = cleanName(text)
  return name !== null && name === squash(text).replace(SEAL, '') && (ORGAN.test(name) || REGION.test(name))
}

/** Whether a name is a region's alone: it stays as printed. */
function isBareRegion(name: string): boolean {
  return REGION.test(name) && !ORGAN_IN_NAME.test(name.slice(0, -1))
}

/** Whether a signature gives in full the town or street that a title names alone: 青河县柳林镇人民政府 for 柳林镇. */
export function isSignedInFull(region: string, signed: string): boolean {
  const at = /[^市](?:镇|乡|街道)$/u.test(region) ? signed.indexOf(region) : -1
  const before = signed.slice(0, Math.max(at, 0))
  return (
    at >= 0 &&
    (at === 0 || prefixIsRegion(before)) &&
    /^(?:人民政府|政府|办事处)$/u.test(signed.slice(at + region.length))
  )
}

/** Long forms of a name's last word: 委 is short for 委员会. */
const ENDINGS: readonly (readonly [string, RegExp])[] = [
  ['委', /委员会$/u],
  ['办', /办公室$|办事处$/u],
  ['局', /局$/u],
  ['厅', /厅$/u],
]

/** A fuller form of a name, and whether it had to be put together from two places. */
export interface FullerName {
  readonly name: string
  readonly joined: boolean
}

/**
 * The fuller form that `other` gives of `name`, or `null` where it gives none or is somebody else:
 * a longer prefix (县财政局, 沅陵县财政局), or the words that the short form abbreviates (科信局, 科学技术和经济信息化局).
 */
export function fullerName(name: string, other: string): FullerName | null {
  const short = letters(name)
  const long = letters(other)
  if (short === long || isBareRegion(name) || long.length > 40) return null
  const [own, others] = [withShortForms(short), withShortForms(long)]
  if (own === others) return long.length > short.length ? { name: other, joined: false } : null
  if (others.endsWith(own))
    return addsPlace(others.slice(0, others.length - own.length), own) ? { name: other, joined: false } : null
  for (const [place, rest] of cuts(short)) {
    for (const [otherPlace, words] of cuts(long)) {
      if (!abbreviates(rest, words)) continue
      if (otherPlace.endsWith(place) && otherPlace !== '') return { name: other, joined: false }
      if (place.endsWith(otherPlace))
        return place === otherPlace ? { name: other, joined: false } : { name: place + words, joined: true }
    }
  }
  return null
}

/** Development zones, governments and those who run them by their short names: 经开区管委会 for 经济技术开发区管理委员会. */
function withShortForms(name: string): string {
  return name
    .replace(/经济(?:技术)?开发区/u, '经开区')
    .replace(/高新技术(?:产业)?(?:开发)?区/u, '高新区')
    .replace(/管理委员会/u, '管委会')
    .replace(/人民政府/u, '政府')
}

const HAN_WORD = /\p{Script=Han}/u
const LEADS_IN = /[由在是对经据为与和向及年月日]/u
const LONGEST_FULL = 26

/**
 * The full words that a text has for an abbreviated name: 科学技术和经济信息化局 for 西塞山区科信局. They must stand alone,
 * or after the place or its last word, and not as the end of a longer name.
 */
export function fullWordsIn(name: string, text: string): string | null {
  if (isBareRegion(name)) return null
  for (const [place, short] of cuts(letters(name))) {
    const ending = ENDINGS.find(([word]) => short.endsWith(word))
    const first = short[0] ?? ''
    if (!ending || short.length < 2 || short.length > 8) continue
    for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
      const words = wordsTo(text, at, ending)
      if (words === null || !abbreviates(short, words)) continue
      const before = placeBefore(text, at, place)
      if (before !== null) return before + words
    }
  }
  return null
}

/** The Chinese words from a position to the next end of an organ's name; `null` where they are none or too many. */
function wordsTo(text: string, from: number, [last, full]: readonly [string, RegExp]): string | null {
  const own = /^\p{Script=Han}+/u.exec(text.slice(from, from + LONGEST_FULL))?.[0] ?? ''
  const at = own.indexOf(last, 1)
  if (at < 0) return null
  for (const length of [1, 2, 3]) {
    const words = own.slice(0, at + length)
    if (full.test(words)) return words
  }
  return null
}

/** The place that stands right before a name, as far as the title has it too; `''` where the name stands alone. */
function placeBefore(text: string, at: number, place: string): string | null {
  for (let start = 0; start < place.length; start += 1) {
    const part = place.slice(start)
    if (text.slice(0, at).endsWith(part)) return part
  }
  const before = text[at - 1]
  return before === undefined || !HAN_WORD.test(before) || LEADS_IN.test(before) ? '' : null
}

/** Ways to read a name as a place and what stands there; the place may be left out. */
function cuts(name: string): (readonly [string, string])[] {
  const found: (readonly [string, string])[] = [['', name]]
  for (let at = 1; at <= name.length - 2; at += 1)
    if (REGION.test(name.slice(0, at))) found.push([name.slice(0, at), name.slice(at)])
  return found.reverse()
}

const KIND_OF_REGION = /^(?:自治[区州县旗]|[区县州盟旗镇]|市(?![场政容民属直])|省(?![级属直])|乡(?!村))/u

/** Whether what stands before a name is a place, or makes one with the kind of region that the name begins with: 县财政局. */
function addsPlace(prefix: string, short: string): boolean {
  return prefixIsRegion(prefix) || (KIND_OF_REGION.test(short) && /^\p{Script=Han}{1,6}$/u.test(prefix))
}

function prefixIsRegion(prefix: string): boolean {
  return REGION.test(prefix) || /(?:自治区|开发区|新区|实验区|人民政府|政府|总局)$/u.test(prefix)
}

const NOT_IN_NAME = /网站|下设|门户|专栏|部门|系统|机关|单位|上级|下属|各级|相关|工作|以及|我|等/u

function abbreviates(short: string, long: string): boolean {
  if (short.length < 2 || long.length <= short.length || short[0] !== long[0] || long.endsWith(short)) return false
  const last = short.slice(-1)
  const ending = ENDINGS.find(([word]) => word === last)
  if (ending === undefined || !ending[1].test(long) || !isSubsequence(short, long)) return false
  // 财政局 is whole: 财政部门和审计局 and 财政金融局 do not spell it out; 政府办 and 政府办公室 are one.
  const stem = short.slice(0, -1)
  if (long.startsWith(stem)) return /^(?:办公室|办事处|委员会)$/u.test(long.slice(stem.length))
  return !NOT_IN_NAME.test(long)
}
