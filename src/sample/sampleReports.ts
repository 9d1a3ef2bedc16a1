import { versionOfYear } from '../form/version'
import { sampleAgencies } from './agencyNames'
import type { SampleAgency } from './agencyNames'
import { PROFILES } from './profile'
import type { Random } from './random'
import type { SampleReport } from './sampleReport'
import { onForms, yearlyNumbers } from './yearlyNumbers'
import type { Forms, YearValues } from './yearlyNumbers'

/** The reports of fictional agencies: agency by agency, each with its years in order. `years` is ascending without a gap, from 2019. */
export function* sampleReports(
  agencies: number,
  years: readonly number[],
  random: Random,
): Generator<SampleReport, void, undefined> {
  for (const agency of sampleAgencies(agencies, random.fork('agencies'))) {
    const own = random.fork(agency.name)
    const numbers = yearlyNumbers(PROFILES[agency.profile], { years, regulations: makesRegulations(agency) }, own)
    for (const [year, values] of numbers) yield reportOf(agency, year, values, own)
  }
}

/** 规章 are made by governments of 设区的市 and above; their offices report them. */
function makesRegulations({ profile, region }: SampleAgency): boolean {
  return profile === 'office' && region.endsWith('市')
}

function reportOf(agency: SampleAgency, year: number, values: YearValues, random: Random): SampleReport {
  const forms = formsOfYear(year)
  return {
    agency: agency.name,
    region: agency.region,
    year,
    published: publicationDate(year, random),
    forms,
    values: onForms(values, forms),
  }
}

/** The form version of each table as the year asks. */
export function formsOfYear(year: number): Forms {
  const version = versionOfYear(year) ?? '2019'
  return { proactive: version, requests: version, disputes: version }
}

/** A day in January of the next year, before the 31st. */
export function publicationDate(year: number, random: Random): string {
  return `${year + 1}-01-${String(random.int(6, 30)).padStart(2, '0')}`
}
