import { loadRegions } from '@/register/loadRegions'

/** Offices that every government has, merged and renamed ones among them. */
const OFFICES =
  '人民政府 人民政府办公室 发展和改革局 教育局 科学技术局 经济和信息化局 民族宗教事务局 公安局 民政局 司法局 财政局 人力资源和社会保障局 自然资源和规划局 住房和城乡建设局 ' +
  '城市管理执法局 交通运输局 水利局 农业农村局 商务局 文化和旅游局 卫生健康局 退役军人事务局 应急管理局 审计局 市场监督管理局 统计局 医疗保障局 信访局 行政审批局 数据局 ' +
  '政务服务和大数据管理局 林业局 体育局 机关事务服务中心 招商服务中心 供销合作社联合社 残疾人联合会 总工会 档案馆 疾病预防控制中心 人民医院 中医医院 第一中学 第二中学 ' +
  '自来水公司 供电公司 公共资源交易中心 住房公积金中心 城东街道办事处 城西街道办事处 城关镇人民政府 三里镇人民政府 五里镇人民政府 经济开发区管理委员会 融媒体中心 气象局 ' +
  '烟草专卖局 消防救援大队 国防动员办公室 地方志编纂委员会办公室'

/** Places: ordinary ones, ones whose name others share, ones of every form. */
const PLACES =
  '420200 420203 420281 420205 310115 110105 220104 320106 350102 410204 422800 422801 653100 150724 429004 370802 511102 140502 441900 120116 430781 350405 520500'

/** A list of real agencies as a province's office might keep it: each name in full, with its city where the district's name is shared. */
export async function manyNames(): Promise<string[]> {
  const regions = await loadRegions()
  const places = PLACES.split(' ').map((code) => {
    const [outer] = regions.around(code)
    const name = regions.byCode(code)?.name ?? ''
    return code.endsWith('00') || !outer || outer.level !== 'city' ? name : `${outer.name}${name}`
  })
  places[4] = '上海市浦东新区'
  places[5] = '北京市朝阳区'
  places[19] = '天津市滨海新区'
  const local = places.flatMap((place) => OFFICES.split(' ').map((office) => `${place}${office}`))
  const vertical = places.flatMap((place) => [`国家税务总局${place}税务局`, `中国人民银行${place}分行`])
  return [...new Set([...local, ...vertical])]
}
