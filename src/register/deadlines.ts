import type { Label } from '../form/version'
import type { Agency } from './agency'

/** A class of agencies and the day by which its report of a year is due in the year after. */
interface Deadline {
  readonly id: 'agencies' | 'governments'
  readonly label: Label
  /** `MM-DD` of the following year. */
  readonly day: string
  readonly source: string
}

/** 《中华人民共和国政府信息公开条例》（国务院令第711号）第四十九条: departments publish by 31 January, governments of counties and above by 31 March. */
export const DEADLINES: Readonly<Record<Deadline['id'], Deadline>> = {
  agencies: {
    id: 'agencies',
    label: { zh: '部门和乡镇街道', en: 'Departments, townships and subdistricts' },
    day: '01-31',
    source: '《中华人民共和国政府信息公开条例》第四十九条第一款',
  },
  governments: {
    id: 'governments',
    label: { zh: '县级以上人民政府', en: 'Governments of counties and above' },
    day: '03-31',
    source: '《中华人民共和国政府信息公开条例》第四十九条第二款',
  },
}

type Class = Pick<Agency, 'kind' | 'scope'>

/** The class that an agency's deadline belongs to. A zone whose report stands for all its bodies is held to a government's day. */
export function deadlineClassOf({ kind, scope }: Class): Deadline {
  const government = kind === 'government' || (kind === 'zone' && scope === 'summed')
  return government ? DEADLINES.governments : DEADLINES.agencies
}

/** The last day, `YYYY-MM-DD`, on which the report of `year` is in time. */
export function deadlineOf(agency: Class, year: number): string {
  return `${String(year + 1)}-${deadlineClassOf(agency).day}`
}

/** Whether a report published on `published` (`YYYY-MM-DD`) is late; a date that is not known is not late. */
export function isLate(agency: Class, year: number, published: string | undefined): boolean {
  return published !== undefined && published > deadlineOf(agency, year)
}

/** Whether the agency owes a report of `year`: it existed then, as far as the register says. */
export function owes(agency: Pick<Agency, 'from' | 'to'>, year: number): boolean {
  return (agency.from ?? year) <= year && year <= (agency.to ?? year)
}
