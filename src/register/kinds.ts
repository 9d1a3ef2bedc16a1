import type { AgencyKind } from './agency'
import type { NameParts } from './region'

/** 镇人民政府, 乡, 街道办事处, 苏木, 兵团 regiments, and farms that stand among them. */
const TOWNSHIP =
  /(?:[镇乡](?:人民政府|政府)?|苏木(?:人民政府|政府)?|^[^省市县区旗]{2,4}街|街道(?:办事处|办|管理委员会|管委会)?|办事处|第?[一二三四五六七八九十〇○\d]+团(?:场)?|团场|(?:农场|林场|渔场|牧场|茶场|盐场|种畜场|原种场|良种场|经营所)(?:管理委员会|管委会|管理区|办事处)?)$/u

/** A government's office in another city, a commissioner's office, and offices of a bureau: none is a subdistrict. */
const OFFICE_ELSEWHERE = /驻.*办事处$|特派员?办事处$|[局会厅院]办事处$/u

/** Bodies that answer to a ministry, not to the government of the place. */
const VERTICAL =
  /税务|海关|气象局|邮政管理局|烟草专卖局|烟草局|调查(?:总)?队|海事局|海事处|银保监|银监|监管(?:分|支)局$|监管局$|监管办公室$|监管组$|证监局|外汇管理|人民银行|(?:中心|营业)管理部$|消防救援|边防检查|边检|国家安全局|通信管理局|铁路监督管理|铁路公安|矿山安全监察|煤矿安全监察|能源监管|(?:民航|民用航空).*(?:管理局|监管局)|航道局$|航务管理局$|督察局$|特派员?办事处$|流域.*(?:管理局|监督管理局)$|(?:长江|黄河|淮河|海河|珠江|松辽|太湖).{0,4}(?:水利委员会|流域管理局|航务管理局)|储备局.{2,4}局$/u

const NOT_VERTICAL =
  /市场.{0,4}监管局$|金融(?:工作)?.{0,2}监管局$|国有资产.*监管局$|药品.*监管局$|综合.*监管局$|数据.*监管局$|安全生产.*监管局$|局.{2,8}局$/u

/** Enterprises, schools, hospitals and bodies that the law or the 条例 (§55) brings under disclosure. */
const AUTHORISED =
  /(?:公司|集团|医院|卫生院|保健院|学校|大学|学院|中学|小学|高中|幼儿园|图书馆|博物馆|文化馆|档案馆|美术馆|体育馆|中心|血站|联合会|红十字会|供销合作社|供销社|供销合作总社|妇联|总工会|残联|文联|侨联|科协|社科联|工商联|贸促会|团委|青年团.*委员会|协会|学会|研究院|研究所|科学院|报社|电视台|广播电视台|融媒体中心|自来水厂|水厂|电厂|殡仪馆|公园|动物园|(?:燃气|热力|供水|供电|供热)(?:局|站)?)$/u

/** Administrative work under the name of a centre. */
const ADMINISTRATIVE_CENTRE = /(?:机关事务|政务服务|行政审批|招商|投资促进|大数据|史志|信访).{0,8}中心$/u

/** A commercial bank's branch is an enterprise; one of 中国人民银行 a vertical body. */
const BANK = /银行.*(?:分行|支行|行)$/u

const GOVERNMENT = /^(?:人民政府|政府|行政公署|行署)$/u
/** Of a region that the table lacks, after one that it knows. */
const OTHER_GOVERNMENT = /^.{2,12}[市县区州旗盟](?:人民政府|行政公署)$/u
const LEAGUE = /^(?:共青团|中国共产主义青年团)$/u
const COMMITTEE = /^(?:开发建设)?(?:管理委员会|管委会)$|^(?:执行委员会|管理局)$|^党工委/u
const ZONE_ALONE =
  /(?:开发区|高新区|经开区|园区|工业园|产业园|科技园|软件园|物流园|创业园|试验区|实验区|示范区|度假区|保税区|自贸区|风景区|名胜区|保护区|商务区|集聚区|合作区|功能区|垦区|新城|新区)(?:管理委员会|管委会|管理局|管理处)?$/u
/** What a bureau of a government looks after, where it is called 管理委员会: 住房和城乡建设管理委员会, 城市管理委员会. */
const BUREAU_COMMITTEE =
  /(?:监督|城市|建设|交通|水务|国有资产|公积金|绿化|市容|口岸|应急|社会保障基金|公共资源.*|医药卫生.*|文物|人才|数据|营商环境)管理委员会$|监管委$/u

/** What sort of body a name stands for. A bare region (洪泽区) is its government, a bare zone the zone. */
export function kindOf(name: string, { units, rest, ministry }: NameParts): AgencyKind {
  const inner = units[units.length - 1]
  if (inner && (rest === '' || GOVERNMENT.test(rest))) return inner.level === 'zone' ? 'zone' : 'government'
  if (inner?.level === 'zone' && COMMITTEE.test(rest)) return 'zone'
  if (GOVERNMENT.test(rest) || OTHER_GOVERNMENT.test(rest)) return 'government'
  if (LEAGUE.test(ministry)) return 'authorised'
  if (TOWNSHIP.test(rest) && !OFFICE_ELSEWHERE.test(rest)) return 'township'
  if (ZONE_ALONE.test(rest) || /(?:管理委员会|管委会)$/u.test(rest))
    return BUREAU_COMMITTEE.test(rest) ? 'department' : 'zone'
  if (BANK.test(rest) && !name.includes('人民银行')) return 'authorised'
  if (isVertical(name, rest, ministry !== '' && !/^(?:中国共产党|中共|中华人民共和国)$/u.test(ministry)))
    return 'vertical'
  return AUTHORISED.test(rest) && !ADMINISTRATIVE_CENTRE.test(rest) ? 'authorised' : 'department'
}

/** A local body of a ministry; the ministry itself is a department, its enterprise an enterprise. */
function isVertical(name: string, rest: string, ofMinistry: boolean): boolean {
  if (/(?:公司|集团|学院|大学|学校|协会|学会|医院|研究所)$/u.test(rest)) return false
  if (OF_MINISTRY.test(name)) return false
  if (ofMinistry && /(?:[局队行组部署]|委员会|办事处|办公室)$/u.test(rest)) return true
  if (/^(?:国家.*总局|.*总署|中国人民银行|中国气象局|国家.{2,8}局)$/u.test(name)) return false
  return VERTICAL.test(rest) && !NOT_VERTICAL.test(rest)
}

const MINISTRIES =
  '外交|国防|教育|科学技术|工业和信息化|公安|国家安全|民政|司法|财政|人力资源和?社会保障|自然资源|生态环境|住房和?城乡建设|交通运输|水利|农业农村|商务|文化和旅游|退役军人事务|应急管理'
const NATIONAL = new RegExp(
  `^(?:国家|国务院|全国|中国|中央|海关总署|审计署|最高人民)|总署$|总局$|^(?:${MINISTRIES})部$`,
  'u',
)
/** A bureau within a ministry (应急管理部消防救援局); not one that it has in a place or along a river. */
const OF_MINISTRY = new RegExp(`^(?:${MINISTRIES})部(?!.*(?:督察局|监管局|流域|监督管理局))[^驻]{2,8}局$`, 'u')
const BRANCH = /分公司$|分行$|支行$|支公司$|分局$|供电公司$/u

/** Whether a name without a region is that of an organ of the central government. */
export function isNational(rest: string): boolean {
  return (NATIONAL.test(rest) && !BRANCH.test(rest)) || OF_MINISTRY.test(rest)
}
