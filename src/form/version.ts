/** The two layouts in force: 国办公开办函〔2019〕60号 (report years 2019–2020) and 国办公开办函〔2021〕30号 (from 2021). */
export const FORM_VERSIONS = ['2019', '2021'] as const
export type FormVersion = (typeof FORM_VERSIONS)[number]

/** Sections 二, 三 and 四 of the report carry one table each. */
export const TABLE_IDS = ['proactive', 'requests', 'disputes'] as const
export type TableId = (typeof TABLE_IDS)[number]

/** First report year of the present form, and of the statutory form at all. */
export const FIRST_YEAR_OF_2021_FORM = 2021
export const FIRST_YEAR_OF_FORM = 2019

/** Report years of documents on other forms, or none: 《政府信息公开条例》 came into force in 2008. */
export const OLD_FORM_YEARS = { first: 2008, last: FIRST_YEAR_OF_FORM - 1 } as const

/** The form version that a report of `year` should be on. Years before 2019 have no version. */
export function versionOfYear(year: number): FormVersion | null {
  if (year < FIRST_YEAR_OF_FORM) return null
  return year < FIRST_YEAR_OF_2021_FORM ? '2019' : '2021'
}

export interface Label {
  readonly zh: string
  readonly en: string
}

export const TABLE_LABELS: Readonly<Record<TableId, Label>> = {
  proactive: { zh: '表二 主动公开', en: 'Table 2 Proactive disclosure' },
  requests: { zh: '表三 申请办理', en: 'Table 3 Requests' },
  disputes: { zh: '表四 复议诉讼', en: 'Table 4 Review and litigation' },
}
