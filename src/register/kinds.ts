import type { AgencyKind } from './agency'
import type { NameParts } from './region'

/** 镇人民政府, 乡, 街道办事处, 苏木, and farms that stand among them. */
const TOWNSHIP =
  /(?:[镇乡](?:人民政府|政府)?|苏木(?:人民政府|政府)?|街道(?:办事处|办)?|办事处|(?:农场|林场|渔场|牧场|茶场|原种场)(?:管理委员会|管委会|管理区)?)$/u

/** A government's office in another city: 驻北京办事处. */
const LIAISON = /^(?:人民政府|政府)?驻.*办事处$/u

/** Bodies that answer to a ministry, not to the government of the place. */
const VERTICAL =
  /税务|海关|气象局|邮政管理局|烟草专卖局|调查队|海事局|海事处|银保监|监管分局|监管局$|证监局|外汇管理|人民银行|(?:分|支)行$|消防救援|边防检查|国家安全局|通信管理局|铁路监督管理|矿山安全监察|煤矿安全监察|能源监管|(?:民航|民用航空).*管理局|长江.*局$/u

const NOT_VERTICAL = /市场监管局$|金融.{0,4}监管局$|国有资产.*监管局$/u

/** Enterprises, schools, hospitals and bodies that the law or the 条例 (§55) brings under disclosure. */
const AUTHORISED =
  /(?:公司|集团|医院|卫生院|学校|大学|学院|中学|小学|幼儿园|图书馆|博物馆|档案馆|中心|联合会|红十字会|供销合作社|供销社|妇联|总工会|残联|工商联|协会|研究院|研究所|研究室|报社|电视台|自来水厂|水厂)$/u

const GOVERNMENT = /^(?:人民政府|政府|行政公署|行署)$/u
const COMMITTEE = /^(?:管理委员会|管委会|党工委.*)$/u
const ZONE_ALONE =
  /(?:开发区|高新区|园区|试验区|实验区|示范区|度假区|保税区|风景区|名胜区|新城|新区)(?:管理委员会|管委会|管理局)?$/u

/** What sort of body a name stands for. A bare region (洪泽区) is its government, a bare zone the zone. */
export function kindOf(name: string, { units, rest }: NameParts): AgencyKind {
  const inner = units[units.length - 1]
  if (inner?.level === 'zone' && (rest === '' || COMMITTEE.test(rest) || GOVERNMENT.test(rest))) return 'zone'
  if (inner && inner.level !== 'zone' && (rest === '' || GOVERNMENT.test(rest))) return 'government'
  if (GOVERNMENT.test(rest)) return 'government'
  if (TOWNSHIP.test(rest) && !LIAISON.test(rest)) return 'township'
  if (ZONE_ALONE.test(rest) || /(?:管理委员会|管委会)$/u.test(rest))
    return isBureauCommittee(rest) ? 'department' : 'zone'
  if (isVertical(name, rest)) return 'vertical'
  return AUTHORISED.test(rest) ? 'authorised' : 'department'
}

/** 国有资产监督管理委员会 and the like are departments; 开发区管理委员会 is a zone. */
function isBureauCommittee(rest: string): boolean {
  return rest.endsWith('监督管理委员会')
}

/** A local body of a ministry; the ministry itself is a department. */
function isVertical(name: string, rest: string): boolean {
  return VERTICAL.test(rest) && !NOT_VERTICAL.test(rest) && !/(?:总局|总署|^中国人民银行|^中国气象局)$/u.test(name)
}

const NATIONAL =
  /^(?:国家|国务院|全国|中国|中央|海关总署|审计署|最高人民)|总署$|总局$|^(?:外交|国防|教育|科学技术|工业和信息化|公安|国家安全|民政|司法|财政|人力资源和?社会保障|自然资源|生态环境|住房和?城乡建设|交通运输|水利|农业农村|商务|文化和旅游|退役军人事务|应急管理)部$/u

/** Whether a name without a region is that of an organ of the central government. */
export function isNational(rest: string): boolean {
  return NATIONAL.test(rest)
}
