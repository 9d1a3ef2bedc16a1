import { LINLAN } from '../../data/linlan'
import type { FieldId } from '../form/fields'
import type { Agency, Level } from '../register/agency'
import { proposeAgency } from '../register/propose'
import { NO_REGIONS } from '../register/regions'
import { dirtOf } from './dirt'
import type { Dirt, SampleFormat } from './dirtKind'
import { PROFILES } from './profile'
import type { ProfileId } from './profile'
import { random } from './random'
import type { SampleDocument } from './sampleDocument'
import { writeDocument } from './sampleDocument'
import type { SampleReport } from './sampleReport'
import { formsOfYear, publicationDate } from './sampleReports'
import { onForms, summedNumbers, yearlyNumbers } from './yearlyNumbers'
import type { YearValues } from './yearlyNumbers'

interface CityAgency {
  readonly id: string
  readonly name: string
  readonly level: Level
  readonly profile: ProfileId
  readonly format: SampleFormat
  /** The government that sums the others. */
  readonly sums?: boolean
  /** Not among those that the government sums. */
  readonly apart?: boolean
  /** First report year of a body founded later. */
  readonly from?: number
  /** Name before `renamedFrom`. */
  readonly formerly?: string
  readonly renamedFrom?: number
}

interface At {
  readonly agency: string
  readonly year: number
  /** Rules that find it. */
  readonly breaks: readonly string[]
}

/** Something that is wrong with a report of the city on purpose. */
export type CityDefect = At &
  (
    | { readonly kind: 'wrong'; readonly changes: readonly { readonly field: FieldId; readonly add: number }[] }
    | { readonly kind: 'dirt'; readonly dirt: string }
    | { readonly kind: 'leftOut'; readonly member: string }
    | { readonly kind: 'late'; readonly published: string }
    | { readonly kind: 'missing' }
  )

const AGENCIES: readonly CityAgency[] = LINLAN.agencies
const YEARS: readonly number[] = LINLAN.years

/** What is wrong in the city, and which rules find it. */
export const CITY_DEFECTS: readonly CityDefect[] = LINLAN.defects

/** A report of the city with the document that it comes in. */
export interface CityReport {
  /** Id of the agency. */
  readonly agency: string
  /** Path of the file, as if the agencies' files lay in a folder for each year. */
  readonly path: string
  readonly report: SampleReport
  readonly document: SampleDocument
}

/** The agencies of the fictional city 临澜市 as a register holds them; the government sums all but the vertical ones. */
export function cityAgencies(): Agency[] {
  const government = AGENCIES.find((agency) => agency.sums)?.id ?? null
  return AGENCIES.map(({ id, name, level, sums = false, apart = false, from, formerly }) => ({
    ...proposeAgency(name, NO_REGIONS),
    id,
    level,
    region: LINLAN.name,
    aliases: formerly === undefined ? [] : [formerly],
    parent: sums || apart ? null : government,
    scope: sums ? 'summed' : 'own',
    ...(from === undefined ? {} : { from }),
    edited: [],
  }))
}

/** Every report of the city, year by year, agency by agency, written out as a document; missing ones are left out. */
export function* cityReports(): Generator<CityReport, void, undefined> {
  const numbers = new Map(AGENCIES.map((agency) => [agency.id, numbersOf(agency)]))
  for (const year of YEARS)
    for (const agency of AGENCIES) {
      const defects = CITY_DEFECTS.filter((defect) => defect.agency === agency.id && defect.year === year)
      const values = agency.sums ? summed(numbers, year, defects) : numbers.get(agency.id)?.get(year)
      if (!values || defects.some(({ kind }) => kind === 'missing')) continue
      yield cityReport(agency, year, values, defects)
    }
}

function numbersOf(agency: CityAgency): Map<number, YearValues> {
  const years = YEARS.filter((year) => year >= (agency.from ?? 0))
  const stream = random(`${LINLAN.seed}/${agency.id}`)
  return yearlyNumbers(PROFILES[agency.profile], { years, founded: agency.from !== undefined }, stream)
}

function summed(
  numbers: ReadonlyMap<string, ReadonlyMap<number, YearValues>>,
  year: number,
  defects: readonly CityDefect[],
): YearValues {
  const leftOut = defects.flatMap((defect) => (defect.kind === 'leftOut' ? [defect.member] : []))
  const members = AGENCIES.filter(({ id, sums, apart }) => !sums && !apart && !leftOut.includes(id))
  return summedNumbers(members.flatMap(({ id }) => numbers.get(id)?.get(year) ?? []))
}

function cityReport(agency: CityAgency, year: number, values: YearValues, defects: readonly CityDefect[]): CityReport {
  const stream = random(`${LINLAN.seed}/${agency.id}/${year}`)
  const name = year < (agency.renamedFrom ?? 0) ? (agency.formerly ?? agency.name) : agency.name
  const forms = formsOfYear(year)
  const late = defects.find((defect) => defect.kind === 'late')
  const published = agency.sums ? `${year + 1}-03-${stream.int(12, 29)}` : publicationDate(year, stream)
  const report: SampleReport = {
    agency: name,
    region: LINLAN.name,
    year,
    published: late?.published ?? published,
    forms,
    values: onForms(withChanges(values, defects), forms),
    remark: `（示例数据：${LINLAN.name}为虚构的城市，本报告不是真实年报。）`,
  }
  const document = writeDocument(report, agency.format, defects.flatMap(dirtIn), stream)
  return { agency: agency.id, path: `${year}/${name}${year}年度报告.${agency.format}`, report, document }
}

function dirtIn(defect: CityDefect): Dirt[] {
  const dirt = defect.kind === 'dirt' ? dirtOf(defect.dirt) : undefined
  return dirt ? [dirt] : []
}

function withChanges(values: YearValues, defects: readonly CityDefect[]): YearValues {
  const changed = new Map(values)
  for (const defect of defects)
    if (defect.kind === 'wrong')
      for (const { field, add } of defect.changes) changed.set(field, (changed.get(field) ?? 0) + add)
  return changed
}
