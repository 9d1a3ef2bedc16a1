import { normaliseName } from './names'
import {
  COUNTY_CITIES,
  NAMES_WITH_UNIT_INSIDE,
  NEW_DISTRICTS,
  PREFECTURES,
  PROVINCES,
  SHARED_DISTRICTS,
} from './places'

/** A region that a name mentions; a zone (开发区, 实验区) is none of the administrative division, but stands where one would. */
export interface Unit {
  readonly name: string
  readonly level: 'province' | 'city' | 'county' | 'zone'
}

/** A name taken apart: the regions that it begins with, from the widest down, and what is left. */
export interface NameParts {
  readonly units: readonly Unit[]
  /** What follows the regions: `财政局`, `人民政府`, `` for a bare region. */
  readonly rest: string
  /** The level that a name says without naming the region: `市财政局`, `区委办公室`. */
  readonly levelWord: 'province' | 'city' | 'county' | null
}

/** Bodies under a ministry carry its name before their region: 国家税务总局黄石市税务局. */
const MINISTRY_PREFIX =
  /^(?:中华人民共和国|国家税务总局|国家统计局|国家金融监督管理总局|国家外汇管理局|国家矿山安全监察局|国家邮政局|国家能源局|国家粮食和物资储备局|中国人民银行|中国气象局|中国银行保险监督管理委员会|中国银保监会|中国证券监督管理委员会|中国证监会)(?=.)/u

const ZONE =
  /(?:开发区|高新区|经开区|实验区|示范区|试验区|先行区|先导区|合作区|度假区|风景区|名胜区|保税区|管理区|集聚区|旅游区|功能区|(?:工业|产业|科技|创意|化工)园区|新区)$/u

const alternatives = (names: readonly string[]): string => [...names].sort((a, b) => b.length - a.length).join('|')
const HAN = '[^省市县区旗盟\\s\\p{P}]'
const PROVINCE = new RegExp(`^(?:${alternatives(PROVINCES)}|${HAN}{2,4}省)`, 'u')
const PREFECTURE = new RegExp(
  `^(?:${alternatives(PREFECTURES)}|${HAN}{2,12}自治州|${HAN}{2,4}盟|${HAN}{1,8}市(?!区))`,
  'u',
)
const COUNTY = new RegExp(
  `^(?:${alternatives(NAMES_WITH_UNIT_INSIDE)}|${HAN}{1,16}[县区]|${HAN}{2,12}旗|${HAN}{1,8}市)(?!街道)`,
  'u',
)
/** Words that look like a region and are not: 城市管理局, 社区, 住房和城市建设局. */
const NO_REGION = /^(?:.{0,2}城市|社区|小区|地区|辖区|景区|园区|库区|片区|.*地区|.*和城市|.*直属.*)$/u
const LEVEL_WORD = /^(?:(省)|(市(?!场|容|民|镇|政(?!府|协|务|法)))|(州)|([区县旗](?!域|划|际)))(?=.)(?![中南北]区)/u

/** A zone without a name of its own: 黄石市经济技术开发区 has that of its city. */
const NAMELESS_ZONE =
  /^(?:经济|技术|高新|高|产业|工业|开发|综合|保税|实验|示范|试验|合作|旅游|度假|风景|名胜|管理|园|新)+区$/u

/** Takes a name apart into its regions and the rest. */
export function nameParts(name: string): NameParts {
  const whole = normaliseName(name)
  let rest = whole.replace(MINISTRY_PREFIX, '')
  const units: Unit[] = []
  for (let unit = firstUnit(rest, units); unit; unit = firstUnit(rest, units)) {
    units.push(unit)
    rest = rest.slice(unit.name.length)
  }
  if (units.length > 0) return { units, rest, levelWord: null }
  const word = LEVEL_WORD.exec(rest)
  if (!word) return { units, rest, levelWord: null }
  const levelWord = word[1] ? 'province' : word[4] ? 'county' : 'city'
  return { units, rest: rest.slice(1), levelWord }
}

function firstUnit(text: string, before: readonly Unit[]): Unit | undefined {
  const last = before[before.length - 1]?.level
  if (last === undefined) {
    const province = PROVINCE.exec(text)?.[0]
    if (province !== undefined) return { name: province, level: 'province' }
  }
  if (last === undefined || last === 'province') {
    const prefecture = PREFECTURE.exec(text)?.[0]
    const isCity = prefecture !== undefined && isRegion(prefecture) && !startsWithIrregular(text)
    if (isCity) return { name: prefecture, level: COUNTY_CITIES.has(prefecture) ? 'county' : 'city' }
  }
  if (last === 'zone') return undefined
  const county = COUNTY.exec(text)?.[0]
  if (county === undefined || !isRegion(county)) return undefined
  const zone = ZONE.test(county) && !NEW_DISTRICTS.has(county)
  if (last === 'county' && !zone) return undefined
  return { name: county, level: zone ? 'zone' : 'county' }
}

const isRegion = (name: string): boolean => !NO_REGION.test(name) || KNOWN.has(name) || COUNTY_CITIES.has(name)
/** Prefectures that look like a word that is no region. */
const KNOWN: ReadonlySet<string> = new Set([...PREFECTURES, '晋城市', '运城市', '白城市', '盐城市', '宣城市', '聊城市'])
const startsWithIrregular = (text: string): boolean => NAMES_WITH_UNIT_INSIDE.some((name) => text.startsWith(name))

/**
 * The region that an agency belongs to, by its name taken apart: the innermost one that it begins with (西塞山区, 平潭综合实验区, 黄石市), so that a name with
 * and one without its city fall together; a district name that several cities have, and a zone without a name of its own, keep their city. `''` where the name says none.
 */
export function regionOf({ units }: NameParts): string {
  const inner = units[units.length - 1]
  if (!inner) return ''
  const outer = units[units.length - 2]
  const shared = SHARED_DISTRICTS.has(inner.name) || NAMELESS_ZONE.test(inner.name)
  return shared && outer !== undefined ? `${outer.name}${inner.name}` : inner.name
}
