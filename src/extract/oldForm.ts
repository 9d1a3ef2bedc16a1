import { FIRST_YEAR_OF_FORM, OLD_FORM_YEARS } from '../form/version'
import type { Evidence } from '../report/report'
import type { DocumentLine } from './documentLines'
import { cleanName, isAgencyName } from './identity/agencyName'
import type { FoundTitle } from './identity/findTitle'
import { announced } from './identity/mentions'
import type { YearReading } from './identity/year'
import { yearsIn } from './identity/years'
import { squash } from './normalise'

/** The name of the statistics table that reports of 2014–2018 carried, and the head over its lines. */
const TABLE_NAMES = [/(?:政府)?信息公开(?:工作)?(?:基本)?情况统计(?:年)?报?表/u, /统计指标/u]
/** Lines of it that no later form has. */
const TABLE_LINES = [
  /主动公开(?:政府)?信息数/u,
  /收到(?:信息公开)?申请数/u,
  /申请(?:办结|答复)数/u,
  /通过不同渠道和方式公开/u,
  /回应(?:公众关注热点|解读)/u,
  /举报投诉数量/u,
  /维持具体行政行为数/u,
  /依申请公开(?:信息)?(?:收取|收费)|机构建设和保障经费/u,
]
const LONGEST_NAME_LINE = 60
/** Lines below the table's name that may say its year and who fills it in. */
const NEAR_NAME = 8
const FILLED_BY =
  /(?:填报|填表|报送|编制)(?:单位|机关|部门)(?:名称)?(?:\((?:盖章|公章|签章)\))?[:：]([^:：]{2,40}?)(?:\((?:盖章|公章|签章)\)|填报日期|填表日期|单位[:：]|$)/u

/** A document of before 2019: its year and whose it is, as far as the old form itself tells. */
export interface OldForm {
  readonly year: number | null
  readonly yearEvidence?: Evidence
  /** Named by the old table; `null` where only the usual places may tell. */
  readonly agency: string | null
  readonly agencyEvidence?: Evidence
}

interface Found {
  readonly title: FoundTitle | null
  readonly year: YearReading
  /** Whether the document has any of the present tables. */
  readonly hasTables: boolean
}

/**
 * Whether a document is of before 2019, when other tables (政府信息公开情况统计表, 2014–2018) or none were in use. One that says it is of 2019 or later
 * is not, whatever it quotes; nor is one with the present tables, unless it is dated before them and carries the old table.
 */
export function oldFormOf(lines: readonly DocumentLine[], { title, year, hasTables }: Found): OldForm | null {
  const isTable = carriesOldTable(lines)
  const named = isTable ? tableName(lines) : NOT_NAMED
  const said = saidYear(title, year, isTable)
  const before = said !== null && said < FIRST_YEAR_OF_FORM
  if (said !== null && !before) return null
  if (hasTables) return before && isTable ? { ...named, ...dated(said, year) } : null
  if (isTable) return said === null ? named : { ...named, ...dated(said, year) }
  return before && (title !== null || announced(lines) !== null) ? { agency: null, ...dated(said, year) } : null
}

/** Whether a document carries the statistics table: its name or head, and a line of it. */
function carriesOldTable(lines: readonly DocumentLine[]): boolean {
  const text = lines.map((line) => squash(line.text)).join('\n')
  const names = TABLE_NAMES.filter((words) => words.test(text)).length
  return names > 0 && names + TABLE_LINES.filter((words) => words.test(text)).length >= 2
}

/** The report's year where the document says it; beside the old table the file's name and a word in the prose count for less than its own head. */
function saidYear(
  title: FoundTitle | null,
  { year, evidence, inDocument }: YearReading,
  isTable: boolean,
): number | null {
  if (year === null) return null
  if (inDocument && (title !== null || !isTable || evidence?.from !== 'body')) return year
  return !inDocument && title !== null && year < FIRST_YEAR_OF_FORM ? year : null
}

const dated = (year: number, { evidence }: YearReading): Pick<OldForm, 'year' | 'yearEvidence'> => ({
  year: year < OLD_FORM_YEARS.first ? null : year,
  ...(evidence ? { yearEvidence: evidence } : {}),
})

const NOT_NAMED: OldForm = { year: null, agency: null }

/** What the old table's own name, and the lines below it, say: `某局2016年度政府信息公开情况统计表`, `（2016年度）`, `填报单位：某局`. */
function tableName(lines: readonly DocumentLine[]): OldForm {
  const [name] = TABLE_NAMES
  const at = lines.findIndex(({ text }) => text.length <= LONGEST_NAME_LINE && name?.test(squash(text)) === true)
  if (at < 0) return NOT_NAMED
  let found = NOT_NAMED
  for (const [index, line] of lines.slice(at, at + NEAR_NAME).entries()) {
    const text = squash(line.text)
    const evidence: Evidence = { from: index === 0 ? 'title' : 'firstLines', text, place: line.place }
    const [written] = yearsIn(text)
    const year = written && (index === 0 || written.to - written.from >= text.length - 4) ? written.year : null
    if (found.year === null && year !== null && year >= OLD_FORM_YEARS.first && year < FIRST_YEAR_OF_FORM)
      found = { ...found, year, yearEvidence: evidence }
    const before = index === 0 ? text.slice(0, text.search(name ?? /$/u)) : ''
    const words = index === 0 ? before.replace(/[([〔]?20\d\d年度?[)\]〕]?/gu, '') : (FILLED_BY.exec(text)?.[1] ?? '')
    if (found.agency === null && isAgencyName(words))
      found = { ...found, agency: cleanName(words), agencyEvidence: evidence }
  }
  return found
}
