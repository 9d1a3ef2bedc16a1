import type { Label } from '../form/version'
import type { Agency } from './agency'
import { liesIn } from './regions'

/** Classes of agencies that deadlines and thresholds are set for. */
export const AGENCY_CLASSES = ['departments', 'townships', 'governments'] as const
export type AgencyClass = (typeof AGENCY_CLASSES)[number]

export const CLASS_LABELS: Readonly<Record<AgencyClass, Label>> = {
  departments: { zh: '部门和其他机关', en: 'Departments and other bodies' },
  townships: { zh: '乡镇和街道', en: 'Townships and subdistricts' },
  governments: { zh: '县级以上人民政府', en: 'Governments of counties and above' },
}

/** The last day on which a report is in time. */
export interface Deadline {
  /** `MM-DD` of the year after. */
  readonly day: string
  /** The document that sets it. */
  readonly source: string
}

/** A day earlier than the statutory one, set by a place for its own. */
export interface LocalDeadline extends Deadline {
  /** Code of the region (GB/T 2260): it holds for everything in it. The narrowest region counts. */
  readonly region: string
  readonly of: AgencyClass
}

/** The days by which reports are due, as a person can change them. Plain data. */
export interface Deadlines {
  readonly deadlines: Readonly<Record<AgencyClass, Deadline>>
  readonly localDeadlines: readonly LocalDeadline[]
}

const DEPARTMENTS: Deadline = { day: '01-31', source: '《中华人民共和国政府信息公开条例》第四十九条第一款' }

/** 《中华人民共和国政府信息公开条例》（国务院令第711号）第四十九条: departments publish by 31 January, governments of counties and above by 31 March. */
export const STATUTORY: Deadlines = {
  deadlines: {
    departments: DEPARTMENTS,
    townships: DEPARTMENTS,
    governments: { day: '03-31', source: '《中华人民共和国政府信息公开条例》第四十九条第二款' },
  },
  localDeadlines: [],
}

type Classed = Pick<Agency, 'kind' | 'scope'>
/** What of an agency its deadline depends on. */
export type Due = Classed & Pick<Agency, 'regionCode'>

/** The class of an agency. A zone whose report stands for all its bodies is held to a government's day. */
export function classOf({ kind, scope }: Classed): AgencyClass {
  if (kind === 'government' || (kind === 'zone' && scope === 'summed')) return 'governments'
  return kind === 'township' ? 'townships' : 'departments'
}

/** The day by which an agency reports, and what sets it: the narrowest place's own, else that of its class. */
export function deadlineFor(agency: Due, { deadlines, localDeadlines }: Deadlines): Deadline {
  const of = classOf(agency)
  const code = agency.regionCode
  const local = localDeadlines.filter((one) => one.of === of && code !== undefined && liesIn(code, one.region))
  const breadth = ({ region }: LocalDeadline): number => /0*$/u.exec(region)?.[0].length ?? 0
  const [narrowest] = local.sort((one, other) => breadth(one) - breadth(other))
  return narrowest ?? deadlines[of]
}

/** The last day, `YYYY-MM-DD`, on which the report of `year` is in time. */
export function deadlineOf(agency: Due, year: number, deadlines: Deadlines): string {
  return `${String(year + 1)}-${deadlineFor(agency, deadlines).day}`
}

/** Whether a report published on `published` (`YYYY-MM-DD`) is late; a date that is not known is not late. */
export function isLate(agency: Due, year: number, published: string | undefined, deadlines: Deadlines): boolean {
  return published !== undefined && published > deadlineOf(agency, year, deadlines)
}

/** Whether the agency owes a report of `year`: it existed then, as far as the register says. */
export function owes(agency: Pick<Agency, 'from' | 'to'>, year: number): boolean {
  return (agency.from ?? year) <= year && year <= (agency.to ?? year)
}
