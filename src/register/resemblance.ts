import type { ReadName } from './readName'
import { liesIn } from './regions'
import { isShortFor } from './shortNames'

/**
 * Whether two different names may stand for one body, so that a person is asked: no word of their regions and levels differs, and what they do is said
 * shorter, in another order, with another joining word or ending, or with one other character.
 */
export function resembles(one: ReadName, other: ReadName): boolean {
  if (one.place !== '' && other.place !== '' && one.place !== other.place) return false
  if (answersElsewhere(one, other) || liesElsewhere(one, other) || !levelsAgree(one, other) || !levelsAgree(other, one))
    return false
  if (one.rest === '' || other.rest === '') {
    const said = one.rest + other.rest
    return one.place !== '' && (said === '管委会' ? isZone(one) || isZone(other) : /^(?:政府|)$/u.test(said))
  }
  if (one.rest === other.rest) return true
  if (GOVERNMENT.test(one.rest) || GOVERNMENT.test(other.rest)) return false
  return isShortFor(one.rest, other.rest) || isShortFor(other.rest, one.rest) || sameWords(one.rest, other.rest)
}

const GOVERNMENT = /^政府$/u
const isZone = ({ parts: { units } }: ReadName): boolean => units[units.length - 1]?.level === 'zone'

/** Two names with different cities, or different provinces, around one district name, or of regions that the table tells apart. */
export function liesElsewhere(one: ReadName, other: ReadName): boolean {
  const { code } = one
  const { code: otherCode } = other
  if (code !== undefined && otherCode !== undefined && !liesIn(code, otherCode) && !liesIn(otherCode, code)) return true
  return one.parts.units.some(({ level, name }) =>
    other.parts.units.some((unit) => unit.level === level && unit.name !== name),
  )
}

/** Bodies of two ministries in one place: 国家能源局湖北监管局, 财政部湖北监管局. */
export function answersElsewhere(
  { parts: { ministry: one } }: ReadName,
  { parts: { ministry: other } }: ReadName,
): boolean {
  return one !== '' && other !== '' && one !== other
}

/** Whether the level that one name says (市财政局) can be that of the region that the other has. A county-level city says 市 too. */
function levelsAgree({ parts: { levelWord } }: ReadName, { parts: other }: ReadName): boolean {
  const region = other.units[other.units.length - 1]
  if (levelWord === null) return true
  if (!region) return other.levelWord === null || other.levelWord === levelWord
  if (levelWord === 'city') return region.name.endsWith('市') || region.level === 'city'
  return levelWord === (region.level === 'zone' ? 'county' : region.level)
}

const ENDING = /(?:委员会|办公室|[局委办厅部处])$/u
/** An office stands beside what it is the office of, and an institution beside the bureau over it. */
const BESIDE = /(?:政府|委员会|[委局部会])办公室?$|(?:中心|公司|医院|学校|[站所馆队院社])$/u

/** Names of one length or nearly so, said with the same words. */
function sameWords(one: string, other: string): boolean {
  const [plain, otherPlain] = [plainWords(one), plainWords(other)]
  if (plain === otherPlain) return true
  const [stem, otherStem] = [plain.replace(ENDING, ''), otherPlain.replace(ENDING, '')]
  if (stem.length < 2 || otherStem.length < 2 || BESIDE.test(one) !== BESIDE.test(other)) return false
  if (stem === otherStem) return true
  if (stem.length >= 4 && inOrder(stem) === inOrder(otherStem)) return true
  return Math.min(plain.length, otherPlain.length) >= 5 && oneSlip(plain, otherPlain)
}

/** Without the words that join others. */
const plainWords = (rest: string): string => rest.replace(/[和与及暨]/gu, '')
const inOrder = (text: string): string => Array.from(text).sort().join('')

/** Characters that tell one body of a series from the next: 第一中学 is not 第二中学, 城东街道 not 城西街道. */
const TELLING = /[一二三四五六七八九十百零〇\d甲乙丙丁a-z东西南北中上下前后左右内外大小新老省市县区乡镇村州盟旗]/iu

/** Whether one character is another, is lacking or is too many; a telling one never is a slip. */
function oneSlip(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (long.length - short.length > 1) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at += 1
  if (TELLING.test(long[at] ?? '') || (short.length === long.length && TELLING.test(short[at] ?? ''))) return false
  return short.slice(short.length === long.length ? at + 1 : at) === long.slice(at + 1)
}
