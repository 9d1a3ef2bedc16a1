import type { Label } from '../form/version'
import type { SystemId } from './agency'

/** A system (系统) that agencies at every level share, with the words of a name that tell it. */
export interface System extends Label {
  readonly id: SystemId
  readonly pattern: RegExp
}

const system = (id: SystemId, zh: string, en: string, pattern: RegExp): System => ({ id, zh, en, pattern })

/** Each with the words that tell it; where a name has several, the first word in the name decides (科学技术和经济信息化局 is science). */
export const SYSTEMS: readonly System[] = [
  system(
    'office',
    '政府办公室',
    'Government offices',
    /政府办|国务院办公厅|政务公开|党政办|政府研究室|政府.{0,2}研究室|政府督查/u,
  ),
  system('reform', '发展改革', 'Development and reform', /发展和?改革|发展与改革|发改|物价|经济发展|经发/u),
  system('education', '教育', 'Education', /教育|教体|学校|大学|学院|中学|小学|幼儿园/u),
  system('science', '科技', 'Science and technology', /科学技术|科技|科信|科工|科经/u),
  system('industry', '工业和信息化', 'Industry and IT', /工业和信息|经济和信息|经济信息|经信|工信|通信管理|无线电/u),
  system('ethnic', '民族宗教', 'Ethnic and religious affairs', /民族|宗教|民宗/u),
  system(
    'police',
    '公安',
    'Public security',
    /(?:铁路|森林|水上|交通)?公安|派出所|交警|交通警察|警察|国家安全|出入境|海警/u,
  ),
  system('civil', '民政', 'Civil affairs', /民政/u),
  system('justice', '司法', 'Justice', /司法|监狱|戒毒|法院|检察院/u),
  system('finance', '财政', 'Finance', /财政|国库|财税/u),
  system('labour', '人力资源社会保障', 'Human resources and social security', /人力资源|社会保障|社会保险|人社|就业/u),
  system('resources', '自然资源', 'Natural resources', /自然资源|国土|规划|不动产|海洋/u),
  system('environment', '生态环境', 'Environment', /生态环境|环境保护|环保/u),
  system(
    'housing',
    '住房城乡建设',
    'Housing and construction',
    /住房|住建|城乡建设|城市建设|城市更新|房产|房屋|房管|建设局/u,
  ),
  system('urban', '城市管理', 'Urban management', /城市管理|城管|综合执法|行政执法|市容|环卫/u),
  system('transport', '交通运输', 'Transport', /交通|公路|铁路|港口|港航|民航|民用航空|运输|地铁|轨道|公交|公共汽车/u),
  system('water', '水利', 'Water', /水利|水务|河湖|水文|供水|排水|自来水/u),
  system('agriculture', '农业农村', 'Agriculture', /农业|农村|农牧|农机|农垦|畜牧|渔业|乡村振兴|扶贫/u),
  system('forestry', '林业园林', 'Forestry and parks', /林业|林草|林场|国有林|园林|绿化|自然保护/u),
  system('commerce', '商务', 'Commerce', /商务|商业|招商|投资促进|口岸|自由贸易/u),
  system(
    'culture',
    '文化旅游体育',
    'Culture, tourism and sport',
    /文化|文旅|文体|旅游|体育|广播|广电|文物|新闻出版|图书馆|博物馆/u,
  ),
  system('health', '卫生健康', 'Health', /卫生|健康|卫健|疾病预防|疾控|医院|中医|血站|计划生育|计生|老龄/u),
  system('medicalInsurance', '医疗保障', 'Medical insurance', /医疗保障|医保/u),
  system('veterans', '退役军人', 'Veterans', /退役军人/u),
  system('emergency', '应急管理', 'Emergency management', /应急|安全生产|安监|消防|地震|矿山安全|煤矿安全|防汛/u),
  system('audit', '审计', 'Audit', /审计/u),
  system('market', '市场监管', 'Market regulation', /市场监督|市场监管|市监|工商|质量技术|质监|药品|食药/u),
  system('stateAssets', '国有资产', 'State assets', /国有资产|国资|国有/u),
  system('statistics', '统计', 'Statistics', /统计|调查队/u),
  system(
    'financialServices',
    '金融',
    'Financial services',
    /金融|(?:农业|工商|建设|交通|邮政储蓄|农村商业|商业|中国|人民)?银行|银保监|银监|保险|证监|证券|外汇/u,
  ),
  system('petitions', '信访', 'Petitions', /信访/u),
  system(
    'services',
    '政务服务和数据',
    'Government services and data',
    /行政审批|审批服务|政务服务|便民服务|数据|大数据|公共资源交易|营商环境|智慧城市/u,
  ),
  system(
    'foreign',
    '外事侨台',
    'Foreign, overseas Chinese and Taiwan affairs',
    /外事|侨务|侨办|台湾|港澳|台港澳|台办/u,
  ),
  system('organs', '机关事务', 'Government logistics', /机关事务|机关后勤|机关服务|驻.{1,6}办事处/u),
  system('civilDefence', '国防动员', 'Civil defence', /人民防空|人防|民防|国防动员/u),
  system('archives', '档案史志', 'Archives and local records', /档案|地方志|史志|党史/u),
  system('grain', '粮食物资', 'Grain and reserves', /粮食|粮储|物资储备/u),
  system('energy', '能源', 'Energy', /能源|电力|供电|电网|煤炭|燃气|热力|供热/u),
  system('property', '知识产权', 'Intellectual property', /知识产权/u),
  system('tax', '税务', 'Tax', /税务|国税|地税/u),
  system('customs', '海关', 'Customs', /海关|边防检查|边检|检验检疫/u),
  system('weather', '气象', 'Meteorology', /气象/u),
  system('post', '邮政', 'Post', /邮政/u),
  system('maritime', '海事', 'Maritime safety', /海事|航道|救助打捞/u),
  system('tobacco', '烟草', 'Tobacco', /烟草/u),
  system(
    'party',
    '党群',
    'Party and mass organisations',
    /^委(?!员会)|[省市县区州旗]委(?!员会)|组织部|宣传部|统战|社会工作部|纪委|监察委|政法委|编制|机构编制|工会|妇女|妇联|共青团|团委|残疾人|残联|红十字|工商联|工商业联合会|科协|科学技术协会|文学艺术界联合会|文联/u,
  ),
  system('cooperatives', '供销', 'Supply cooperatives', /供销/u),
]

/** Schools and hospitals are told by their ending, whatever they teach or treat: 农业大学, 体育学校, 交通医院. */
const ENDINGS: readonly (readonly [RegExp, SystemId])[] = [
  [/(?:学校|大学|学院|中学|小学|高中|幼儿园)$/u, 'education'],
  [/(?:医院|卫生院|保健院)$/u, 'health'],
]

/** The system that a name tells, or null: of several the one whose word comes first, of two at one place the longer word. */
export function systemOf(name: string): SystemId | null {
  const ending = ENDINGS.find(([pattern]) => pattern.test(name))
  if (ending) return ending[1]
  // 人民政府 would read as 民政.
  const words = name.replace(/人民政府/gu, '政府')
  let best: { id: SystemId; at: number; length: number } | undefined
  for (const { id, pattern } of SYSTEMS) {
    const found = pattern.exec(words)
    if (!found) continue
    const { index: at, 0: word } = found
    if (!best || at < best.at || (at === best.at && word.length > best.length)) best = { id, at, length: word.length }
  }
  return best?.id ?? null
}

const BY_ID: ReadonlyMap<SystemId, System> = new Map(SYSTEMS.map((entry) => [entry.id, entry]))

/** Chinese and English name of a system; undefined for an id from outside that is none. */
export function systemLabel(id: SystemId): Label | undefined {
  return BY_ID.get(id)
}
