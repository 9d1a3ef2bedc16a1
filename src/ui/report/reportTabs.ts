import { TABLE_IDS } from '@/form/version'

/** What one report shows: its tables, its prose, its versions. */
export const REPORT_TABS = [...TABLE_IDS, 'texts', 'versions'] as const
export type ReportTab = (typeof REPORT_TABS)[number]
