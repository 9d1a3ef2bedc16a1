import type { Agency } from './agency'

/** Prefectures without districts that have what 设区的市 have: 嘉峪关, 儋州, 东莞, 中山 by GB/T 2260. */
const CITIES_WITHOUT_DISTRICTS: ReadonlySet<string> = new Set(['620200', '460400', '441900', '442000'])

/** Prefectures that are a province's branch, not a people's government of their own: 大兴安岭地区, 锡林郭勒盟. */
const BRANCH_OF_PROVINCE = /(?:地区|盟)$/u

/** A government's own office: its report counts what the government itself issues. */
const OWN_OFFICE = /(?:政府办公[厅室]|府办(?:公[厅室])?)(?:\(.*\)|（.*）)?$/u

/** The corps has a province's rank and no clause of its own; what it may issue is not for a table to say. */
const CORPS = /生产建设兵团/u

/**
 * Whether an agency's report can count 规章 of its own: State Council departments, governments of provinces, 设区的市, 自治州 and of 东莞, 中山, 嘉峪关, 儋州,
 * and those governments' own offices (《中华人民共和国立法法》 第九十一条、第九十三条, numbered as of 2023). Where the register leaves the rank open, yes.
 */
export function canMakeRegulations({ kind, level, name, region, regionCode }: Agency): boolean {
  if (level === 'national' || CORPS.test(name)) return true
  if (kind !== 'government' && !OWN_OFFICE.test(name)) return false
  if (level === 'province') return true
  if (regionCode !== undefined && CITIES_WITHOUT_DISTRICTS.has(regionCode)) return true
  return level === 'city' && !BRANCH_OF_PROVINCE.test(region)
}
