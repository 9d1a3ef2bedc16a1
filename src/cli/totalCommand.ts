import { extname } from 'node:path'
import { cellsInError, checkReport } from '../check/check'
import { sumFindings } from '../check/agencies/sumFindings'
import { checkInputOf } from '../check/input'
import { findingText } from '../check/rules/rules'
import { leftOutLines } from '../exports/total/coverageLines'
import { totalDocx } from '../exports/total/totalDocx'
import { totalJson } from '../exports/total/totalJson'
import { totalXlsx } from '../exports/total/totalXlsx'
import type { Agency } from '../register/agency'
import { fileErrorText } from '../report/errors'
import type { Report } from '../report/report'
import type { FiledReport } from '../totals/filed'
import { confirmationOf, nilIn } from '../totals/memberFacts'
import { MemberTree } from '../totals/memberTree'
import type { Membership } from '../totals/members'
import { totalOf } from '../totals/total'
import type { Total } from '../totals/total'
import { totalRefusalText } from '../totals/totalErrors'
import { FoundAgencies } from './foundAgencies'
import { neededOption, neededPaths, readOptions } from './options'
import { say } from './output'
import { Tally, readAll } from './reading'
import { Register } from './register'
import { readRegister } from './registerFile'
import { readSettings } from './settingsFile'
import { EXIT, UsageError } from './usage'
import { writePieces } from './writePieces'

type Format = (total: Total) => Promise<Uint8Array> | string

const FORMATS: Readonly<Record<string, Format>> = {
  '.docx': (total) => totalDocx(total, { example: false }),
  '.xlsx': (total) => totalXlsx(total, { language: 'zh', example: false, created: new Date().toISOString() }),
  '.json': totalJson,
}

/** `gouji total --of PARENT --year Y PATH… --out FILE`: the members' reports summed into their parent's, and its own published report, where it is among them, compared. */
export async function totalCommand(args: readonly string[]): Promise<number> {
  const options = readOptions(args, ['of', 'year', 'register', 'settings', 'nil', 'out'])
  const paths = neededPaths(options)
  const [of, out] = [neededOption(options, 'of'), neededOption(options, 'out')]
  const year = yearOf(neededOption(options, 'year'))
  const format = FORMATS[extname(out).toLowerCase()]
  if (!format)
    throw new UsageError('--out 的扩展名应为 .docx、.xlsx 或 .json', '--out must end in .docx, .xlsx or .json')
  const given = await readRegister(options.given['register'])

  const tally = new Tally()
  const reports: Report[] = []
  for await (const result of readAll(paths, tally)) {
    if (!result.ok) say(`${result.error.file}: ${fileErrorText(result.error, 'zh')}`)
    else if (result.value.year === year) reports.push(result.value)
  }
  say(tally.toString())

  const register = options.given['register'] === undefined ? proposed(given, of, reports) : given
  const parent = agencyOf(of, year, register)
  const tree = new MemberTree([...register.all()])
  const { members } = readSettings(options.given['settings'], register)
  const nil = new Set([
    ...nilIn(members, year, tree),
    ...namesIn(options.given['nil']).map((name) => agencyOf(name, year, register).id),
  ])
  const total = totalOf({ tree, parent, year, reports: filed(reports, register), nil })
  if (!total.ok) {
    say(`${totalRefusalText(total.error, 'zh')} / ${totalRefusalText(total.error, 'en')}`)
    return EXIT.found
  }
  sayMembers(total.value.membership)
  const confirmed = confirmationOf(members.confirmed, total.value.membership, tree) !== undefined
  for (const finding of sumFindings(total.value, { confirmed })) say(`${finding.rule} ${findingText(finding, 'zh')}`)
  const written = await writePieces(out, [await format(total.value)])
  return written && tally.errors === 0 ? EXIT.done : EXIT.found
}

function yearOf(text: string): number {
  if (!/^\d{4}$/u.test(text)) throw new UsageError('--year 应为四位年度', '--year must be a year of four digits')
  return Number(text)
}

const namesIn = (list: string | undefined): string[] => (list ?? '').split(/[,，、]/u).filter((name) => name !== '')

/** Without a register: the agencies of the reports as their names propose them, and who sums whom with them. */
function proposed(given: Register, of: string, reports: readonly Report[]): Register {
  const found = new FoundAgencies(given)
  found.addNamed(of)
  for (const report of reports) found.add(report)
  return new Register(found.withParents(), given.regions)
}

function agencyOf(name: string, year: number, register: Register): Agency {
  const agency = [...register.all()].find(({ id }) => id === name) ?? register.find(name, { year })
  if (!agency)
    throw new UsageError(
      `登记表里没有“${name}”，或不止一个机关可能是它`,
      `the register has no agency “${name}”, or more than one that it may be`,
    )
  return agency
}

/** Reports under their agencies, the one that counts of each agency first. */
function filed(reports: readonly Report[], register: Register): FiledReport[] {
  // The last read first: it counts where dates of publication do not tell.
  return [...reports]
    .reverse()
    .sort(byClaim)
    .map((report) => {
      const { agency, year, source } = report
      const body = agency === null ? undefined : register.find(agency, { year, path: source.file })
      const input = checkInputOf(report, { body: body ?? null })
      return { ...input, inError: new Set(cellsInError(checkReport(input))) }
    })
}

/** Figures that another year's report has beside its own give way; of the others the last published counts, as it does for the rules across reports. */
function byClaim(one: Report, other: Report): number {
  const beside = ({ source }: Report): number => Number(source.beside ?? false)
  const [published = '', later = ''] = [one.published, other.published]
  return beside(one) - beside(other) || (published < later ? 1 : published > later ? -1 : 0)
}

function sayMembers({ members, leftOut, published, overlapping }: Membership): void {
  const names = (status: string): string[] =>
    members.filter((member) => member.status === status).map(({ name }) => name)
  const [nil, missing] = [names('nil'), names('missing')]
  const list = (found: readonly string[]): string => (found.length === 0 ? '' : `（${found.join('、')}）`)
  say(
    `成员 ${members.length} 个：计入 ${names('present').length}，零申报 ${nil.length}${list(nil)}，没有年报 ${missing.length}${list(missing)}。 / Members: ${members.length}; counted: ${names('present').length}; nil by declaration: ${nil.length}; without a report: ${missing.length}.`,
  )
  if (published)
    say(
      `公布的汇总报告只作比较，不相加：${published.file} / The published report is compared, not added: ${published.file}`,
    )
  const inEnglish = leftOutLines(leftOut, 'en')
  for (const [at, line] of leftOutLines(leftOut, 'zh').entries()) say(`${line} / ${inEnglish[at] ?? ''}`)
  for (const [before, after] of overlapping)
    say(
      `${before.name}和接替它的${after.name}都计入，登记表没有接替的年份，可能重复 / Both are counted, and may overlap: the register does not say since when the one took over from the other`,
    )
}
