import type { NameParts, Unit } from './region'
import { liesIn } from './regions'
import type { Region, Regions } from './regions'

/** Where a body sits that a bureau or an enterprise sends out: 黄石市生态环境局大冶市分局, 黄石市公安局西塞山分局. */
const SENT = /^.{2,16}?(?:局|公司|委员会)(?:驻)?(.{2,9}?)(?:分局|支局|监管局|管理局|供电公司|分公司|支公司)$/u
const BRANCH = /(?:分局|支局|大队)$/u
/** The smallest bodies, one to a town: 派出所, 司法所, 财政所. */
const STATION =
  /(?:派出所|司法所|财政所|监管所|管理所|税务所|国土所|土地所|工商所|交警中队|中队|工作站|卫生院|中心小学|敬老院)$/u

interface Branch {
  readonly level: 'city' | 'county' | 'township'
  /** The region that it serves, where the name says one of the table. */
  readonly region: Region | null
}

/** What a name says of a body that a bureau sends out (派出机构); `null` where it is none. */
export function branchOf({ units, rest }: NameParts, regions: Regions): Branch | null {
  if (STATION.test(rest)) return { level: 'township', region: null }
  const outer = units[units.length - 1]
  const place = SENT.exec(rest)?.[1]
  const region = place === undefined || !outer ? null : placeIn(place, outer, regions)
  if (region) return { level: region.level === 'city' ? 'city' : 'county', region }
  return BRANCH.test(rest) && outer?.level === 'city' ? { level: 'county', region: null } : null
}

function placeIn(place: string, outer: Unit, regions: Regions): Region | null {
  const named = [place, `${place}区`, `${place}市`, `${place}县`].flatMap((name) => regions.named(name))
  const inside = named.filter(({ code }) =>
    outer.regions.some((around) => code !== around.code && liesIn(code, around.code)),
  )
  return inside.length === 1 ? (inside[0] ?? null) : null
}
