import { EXAMPLE_MARK, valueOf } from './dataset'
import type { DatasetOptions, DatasetReport, DatasetReports } from './dataset'
import { definitions } from './datasetDefinitions'
import { formsJson, valuesJson } from './reportJson'

/**
 * The whole data set as a JSON file, in pieces: definitions, the agencies with every field of the register, and one report a line: agency, year, forms, values, and beside them the states that are not
 * `printed`, values before correction, values that the sums force, cells that do not foot, issues and findings.
 */
export async function* datasetJson(
  reports: DatasetReports,
  options: DatasetOptions,
): AsyncGenerator<string, void, undefined> {
  const { language, created, example, agencies } = options
  const head = {
    format: 'gouji-dataset',
    version: 1,
    created,
    ...(example ? { example: EXAMPLE_MARK[language] } : {}),
    definitions: definitions(language),
    ...(agencies && { agencies }),
  }
  yield `${JSON.stringify(head).slice(0, -1)},"reports":[`
  let separator = '\n'
  for await (const report of reports) {
    yield separator + JSON.stringify(reportEntry(report))
    separator = ',\n'
  }
  yield '\n]}\n'
}

function reportEntry(report: DatasetReport): unknown {
  const {
    source,
    agency,
    year,
    published,
    hash,
    readAgency,
    readYear,
    issues,
    findings,
    inError,
    vouched = [],
  } = report
  const all = valuesJson(report.forms, (field) => valueOf(report, field))
  const pick = <T>(take: (value: NonNullable<ReturnType<typeof valueOf>>) => T | null): Record<string, T> => {
    const entries: [string, T][] = []
    for (const [field, value] of Object.entries(all)) {
      const taken = value ? take(value) : null
      if (taken !== null) entries.push([field, taken])
    }
    return Object.fromEntries(entries)
  }
  return {
    file: source.file,
    part: source.part,
    hash,
    agency,
    year,
    published,
    readAgency,
    readYear,
    forms: formsJson(report.forms),
    values: valuesJson(report.forms, (field) => valueOf(report, field)?.value ?? null),
    states: pick(({ state }) => (state === 'printed' ? null : state)),
    original: pick(({ original }) => original),
    forced: pick(({ forced }) => forced),
    inError,
    vouched,
    issues,
    findings,
  }
}
