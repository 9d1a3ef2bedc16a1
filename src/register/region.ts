import { normaliseName } from './names'
import { liesIn, presentOf } from './regions'
import type { Region, Regions } from './regions'

/** A region that a name mentions; a zone (开发区, 实验区) is none of the administrative division, but stands where one would. */
export interface Unit {
  /** As the name writes it. */
  readonly written: string
  /** In full where the table knows which one it is, else as written. */
  readonly name: string
  readonly level: 'province' | 'city' | 'county' | 'zone'
  /** The regions of the table that it may be: one where it is told, several where they share the name, none where the table lacks it. */
  readonly regions: readonly Region[]
}

/** A name taken apart: the regions that it begins with, from the widest down, and what is left. */
export interface NameParts {
  readonly units: readonly Unit[]
  /** What follows the regions: `财政局`, `人民政府`, `` for a bare region. */
  readonly rest: string
  /** The level that a name says without naming the region: `市财政局`, `区委办公室`. */
  readonly levelWord: 'province' | 'city' | 'county' | null
  /** The ministry whose name stood before the region, `''` without one. */
  readonly ministry: string
}

/** Bodies under a ministry, and of the party, carry its name before their region: 国家税务总局黄石市税务局. */
const MINISTRY_PREFIX =
  /^(?:中华人民共和国|国家税务总局|国家统计局|国家金融监督管理总局|国家外汇管理局|国家矿山安全监察局|国家邮政局|国家能源局|国家粮食和物资储备局|中国人民银行|中国气象局|中国银行保险监督管理委员会|中国银保监会|中国证券监督管理委员会|中国证监会|中国民用航空局?|海关总署|民航(?=.{2,6}局$)|共青团|中国共产主义青年团|财政部|审计署|生态环境部|自然资源部|水利部|交通运输部|商务部|农业农村部|应急管理部|国家电网|国网|中国共产党|中共)驻?(?=.)/u

const ZONE =
  /(?:开发区|高新区|经开区|实验区|示范区|试验区|先行区|先导区|合作区|度假区|风景区|名胜区|保税区|管理区|集聚区|旅游区|功能区|(?:工业|产业|科技|创意|化工|软件|物流)园区|新区)$/u

const HAN = '[^省市县区旗盟局厅委\\s\\p{P}]'
/** How regions end that the table lacks. */
const PROVINCE = new RegExp(`^(?:新疆生产建设兵团|${HAN}{2,4}省)`, 'u')
const PREFECTURE = new RegExp(`^(?:${HAN}{2,12}自治州|${HAN}{2,4}盟|${HAN}{1,8}市(?!区))`, 'u')
const COUNTY = new RegExp(`^(?:${HAN}{1,16}[县区]|${HAN}{2,12}旗|${HAN}{1,8}市)(?!街道|办事处)`, 'u')
/** A division (师) of 新疆生产建设兵团 and its city are one body, of a prefecture's level. */
const DIVISION_CITIES: Readonly<Record<string, string>> = {
  一: '阿拉尔市',
  二: '铁门关市',
  三: '图木舒克市',
  四: '可克达拉市',
  五: '双河市',
  六: '五家渠市',
  七: '胡杨河市',
  八: '石河子市',
  九: '白杨市',
  十: '北屯市',
  十三: '新星市',
  十四: '昆玉市',
}
const DIVISION = new RegExp(
  `^(?:兵团)?第([一二三四五六七八九十]{1,3})师(?:${Object.values(DIVISION_CITIES).join('|')})?`,
  'u',
)
/** Words that look like a region and are not: 城市管理局, 社区, 住房和城市建设局. */
const NO_REGION =
  /^(?:.*(?:公司|集团|学院|大学|医院).*|.{0,2}城市|社区|小区|地区|辖区|景区|园区|库区|片区|.*地区|.*和城市|.*直属.*|.*[农林渔牧]场管理区)$/u
const LEVEL_WORD = /^(?:(省)|(市(?!场|容|民|镇|政(?!府|协|务|法)))|(州)|([区县旗](?!域|划|际)))(?=.)(?![中南北]区)/u

/** A zone without a name of its own: 黄石市经济技术开发区 has that of its city. */
const NAMELESS_ZONE =
  /^(?:经济|技术|高新|高|产业|工业|开发|综合|保税|实验|示范|试验|合作|旅游|度假|风景|名胜|管理|园|新)+区$/u

/** District names that say nothing without their city: 东区, 城区. */
const PLAIN_DISTRICT = /^[东西南北中城郊矿]区$/u
/** What shows, from a region's last character on, that it is none: 城区街道办事处, 东方市场监督管理局, 武汉市民中心. */
const NO_REGION_HERE = /^.(?:街道|办事处)|^市(?:场|容|民(?![政族宗防营航兵盟建进革]))|^区[域划际]/u

/** Takes a name apart into its regions and the rest. */
export function nameParts(name: string, regions: Regions): NameParts {
  const whole = normaliseName(name)
  let rest = whole.replace(MINISTRY_PREFIX, '')
  const ministry = whole.slice(0, whole.length - rest.length)
  const units: Unit[] = []
  for (let unit = firstUnit(rest, units, regions); unit; unit = firstUnit(rest, units, regions)) {
    units.push(unit)
    rest = rest.slice(unit.written.length)
  }
  const word = units.length > 0 ? null : LEVEL_WORD.exec(rest)
  if (!word) return { units, rest, levelWord: null, ministry }
  const levelWord = word[1] ? 'province' : word[4] ? 'county' : 'city'
  return { units, rest: rest.slice(1), levelWord, ministry }
}

function firstUnit(text: string, before: readonly Unit[], regions: Regions): Unit | undefined {
  const outer = before[before.length - 1]
  const [division, number = ''] = DIVISION.exec(text) ?? []
  if (division !== undefined && (!outer || outer.level === 'province')) {
    const city = DIVISION_CITIES[number] ?? ''
    return { written: division, name: `第${number}师${city}`, level: 'city', regions: regions.named(city) }
  }
  return inTable(text, outer, regions) ?? stemInTable(text, outer, regions) ?? byEnding(text, outer)
}

/** The longest name of the table that the text begins with, in the region around it. */
function inTable(text: string, outer: Unit | undefined, regions: Regions): Unit | undefined {
  for (let length = Math.min(regions.longest, text.length); length >= 2; length--) {
    const written = text.slice(0, length)
    const found = presentOf(regions.named(written).filter((region) => mayLieIn(region, outer)))
    const [first] = found
    if (!first || NO_REGION_HERE.test(text.slice(length - 1))) continue
    const told = outer !== undefined || !PLAIN_DISTRICT.test(written)
    return unitOf(written, first.level, told ? found : [])
  }
  return undefined
}

function mayLieIn(region: Region, outer: Unit | undefined): boolean {
  if (!outer) return true
  return outer.regions.some(
    ({ code, level }) =>
      (code !== region.code && liesIn(region.code, code)) ||
      (WITHIN_BY_RULE[code]?.includes(region.code) ?? false) ||
      // 满洲里市扎赉诺尔区: a district of the prefecture under a city of its own rank.
      (level === 'county' && region.level === 'county' && region.name.endsWith('区') && isBeside(code, region.code)),
  )
}

/** 伊犁哈萨克自治州 has two prefectures under it, whose codes lie outside its own. */
const WITHIN_BY_RULE: Readonly<Record<string, readonly string[]>> = { '654000': ['654200', '654300'] }

const isBeside = (one: string, other: string): boolean => one !== other && one.slice(0, 4) === other.slice(0, 4)

/** A province or city without its last word before a region in it: 湖北黄石市, 南京鼓楼区. */
function stemInTable(text: string, outer: Unit | undefined, regions: Regions): Unit | undefined {
  if (outer) return undefined
  for (let length = Math.min(4, text.length - 2); length >= 2; length--) {
    const written = text.slice(0, length)
    const found = regions.stemmed(written).filter(({ level }) => level !== 'county')
    const [first] = found
    if (!first) continue
    const unit = unitOf(written, first.level, found)
    if (inTable(text.slice(length), unit, regions)) return unit
  }
  return undefined
}

const unitOf = (written: string, level: Unit['level'], regions: readonly Region[]): Unit => ({
  written,
  name: (regions.length === 1 ? regions[0]?.name : undefined) ?? written,
  level,
  regions,
})

const isRegion = (name: string, text: string): boolean =>
  !NO_REGION.test(name) && !NO_REGION_HERE.test(text.slice(name.length - 1))

/** A region that the table lacks, or a zone, by how it ends. */
function byEnding(text: string, outer: Unit | undefined): Unit | undefined {
  const level = outer?.level
  if (level === undefined) {
    const province = PROVINCE.exec(text)?.[0]
    if (province !== undefined) return unitOf(province, 'province', [])
  }
  if (level === undefined || level === 'province') {
    const prefecture = PREFECTURE.exec(text)?.[0]
    if (prefecture !== undefined && isRegion(prefecture, text)) return unitOf(prefecture, 'city', [])
  }
  if (level === 'zone') return undefined
  const county = COUNTY.exec(text)?.[0]
  if (county === undefined || !isRegion(county, text)) return undefined
  const zone = ZONE.test(county)
  if (level === 'county' && !zone) return undefined
  return unitOf(county, zone ? 'zone' : 'county', [])
}

/**
 * The region that an agency belongs to, by its name taken apart: the innermost one that it begins with (西塞山区, 平潭综合实验区, 黄石市), so that a name with
 * and one without its city fall together; a district name that several cities have, and a zone without a name of its own, keep their city. `''` where the name says none.
 */
export function regionName({ units }: Pick<NameParts, 'units'>, regions: Regions): string {
  const inner = units[units.length - 1]
  if (!inner) return ''
  const around = units.slice(0, -1)
  if (NAMELESS_ZONE.test(inner.name)) return regionName({ units: around }, regions) + inner.name
  const shared = presentOf(regions.named(inner.name)).length > 1 || PLAIN_DISTRICT.test(inner.name)
  return shared ? `${around[around.length - 1]?.name ?? ''}${inner.name}` : inner.name
}

/** The region of the table that a name tells, `null` where it tells none or more than one. A zone is none. */
export function regionTold({ units }: NameParts): Region | null {
  const inner = units[units.length - 1]
  return inner?.regions.length === 1 ? (inner.regions[0] ?? null) : null
}

/** The region that a zone or a vertical body is named after: 黄石 of 黄石经济技术开发区, 黄石海关. */
export function seatOf({ units, rest }: NameParts, regions: Regions): Region | null {
  const inner = units[units.length - 1]
  if (inner && inner.level !== 'zone') return null
  const outer = units[units.length - 2]
  if (outer) return outer.regions.length === 1 ? (outer.regions[0] ?? null) : null
  const text = inner?.written ?? rest
  for (let length = Math.min(6, text.length - 1); length >= 2; length--) {
    const [seat, ...others] = regions.stemmed(text.slice(0, length))
    if (seat) return others.length === 0 ? seat : null
  }
  return null
}
