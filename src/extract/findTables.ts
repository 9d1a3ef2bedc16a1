import type { Block, Grid } from '../readers/document'
import { REQUEST_COLUMNS } from '../form/requests'
import type { TableId } from '../form/version'
import { yearsIn } from './identity/years'
import { squash } from './normalise'
import { isBlankMark } from './numbers'
import { isPageNumber } from './pageNumber'
import { gridRows, isLabel, partRow } from './sourceRow'
import type { SourceRow } from './sourceRow'
import { voteOf } from './tableVote'
import type { Vote } from './tableVote'
import type { TextLine } from './textTokens'

/** One statutory table as the rows that make it up; page breaks may have spread it over several grids. */
export interface FoundTable {
  readonly table: TableId
  readonly rows: readonly SourceRow[]
  /** The line right above it, or the rows that its grid begins with. */
  readonly caption?: string
}

export interface FoundTables {
  readonly tables: readonly FoundTable[]
  /** Text outside grids, and grids whose cells hold whole tables as text. */
  readonly lines: readonly TextLine[]
  /** Further instances of tables that stand in the document more than once. */
  readonly repeats: readonly FoundTable[]
}

const WHOLE_TABLE = /本年新收政府信息公开|结转下年度继续办理|予以公开|信息内容|结果维持|行政规范性文件|尚未审结/gu
const LONG_CELL = 120
const LONGEST_CAPTION = 60
/** Filled cells of one row, far beyond the fifteen of table 四. */
const WIDEST_ROW = 60
/** Cells of one row, empty ones too, with which a table is damaged beyond reading. */
const MOST_CELLS = 1000
/** Letters of a head, and rows of heads that none of the form's words tell. */
const LONGEST_HEAD = 20
const MOST_HEADS = 2
const LEAST_REQUEST_ROWS = 3
const LEAST_PROACTIVE_ROWS = 2
/** Rows that a grid names again, more than a page break repeats. */
const LEAST_AGAIN = 2

interface Instance {
  readonly table: TableId
  readonly rows: SourceRow[]
  /** Distinct rows of the form that it names. */
  readonly named: Set<string>
  hasHead: boolean
  /** The line right above it, and what its grid says before it. */
  caption?: string
}

/** Finds the statutory tables among a document's grids by what they say, and gathers the text outside them. `year`: the report's, where it is known. */
export function findTables(blocks: readonly Block[], year: number | null): FoundTables {
  const instances: Instance[] = []
  const lines: TextLine[] = []
  let caption = ''
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      lines.push(block)
      if (squash(block.text) !== '') caption = block.text
    } else if (isList(block)) continue
    else if (holdsTablesAsText(block)) lines.push(...cellLines(block))
    else {
      const from = instances.length
      addGrid(
        instances,
        gridRows(block).filter((row) => !isPageBreak(row)),
      )
      for (const instance of instances.slice(from)) instance.caption = `${caption}${instance.caption ?? ''}`
      caption = ''
    }
  }
  const { kept, repeats } = choose(ofYear(joinContinued(instances), year))
  return { tables: kept, lines, repeats }
}

/** Whether a grid has more in a row than any table of the form: a data set, say one that was exported from here. */
function isList({ rows }: Grid): boolean {
  const isWide = (row: Grid['rows'][number]): boolean =>
    row.length > WIDEST_ROW && row.filter((cell) => cell.text !== '').length > WIDEST_ROW
  return rows.some((row) => row.length > MOST_CELLS || isWide(row))
}

/** A row that holds a page number and nothing else. */
function isPageBreak({ cells }: SourceRow): boolean {
  const filled = cells.filter((cell) => cell.text.trim() !== '')
  return filled.length === 1 && filled.every((cell) => isPageNumber(cell.text))
}

/** Gives a grid's rows to the tables they speak for; rows that say nothing go with the ones before them. */
function addGrid(instances: Instance[], rows: readonly SourceRow[]): void {
  const votes = rows.map(voteOf)
  const before = instances.at(-1)
  let own = before && votes.every((vote) => vote === null) && continues(before, rows) ? before : undefined
  const again = before?.table === 'proactive' && votes.filter((vote) => isNamed(before, vote)).length >= LEAST_AGAIN
  let above = ''
  for (const [index, row] of rows.entries()) {
    const vote = votes[index] ?? null
    // Rows named like the form's in a table before it (navigation has such) do not belong to a head that follows.
    const present = own ?? before
    const isLate = vote?.head === true && present?.hasHead === false && present.table === 'proactive'
    // A grid that names rows again is the table once more, or another one.
    const begins = isLate || (again && own === undefined)
    if (vote !== null && (present?.table !== vote.table || begins)) {
      const over = vote.table === 'proactive' ? [] : headsAbove(rows.slice(0, index), votes)
      own = { table: vote.table, rows: [...over], named: new Set(), hasHead: false }
      instances.push(own)
    } else if (vote !== null) own ??= before
    if (own === undefined) {
      above += row.cells.map((cell) => cell.text).join('')
      continue
    }
    if (vote !== null && own.rows.length === 0) {
      own.caption = above
      above = ''
    }
    own.rows.push(row)
    if (vote?.row !== undefined) own.named.add(vote.row)
    if (vote?.head === true) own.hasHead = true
  }
}

/** The rows right above a table's first that may be heads in words of their own. */
function headsAbove(above: readonly SourceRow[], votes: readonly (Vote | null)[]): readonly SourceRow[] {
  const isHead = (row: SourceRow | undefined, index: number): boolean => {
    const filled = (row?.cells ?? []).filter((cell) => !isBlankMark(cell.text))
    const isShort = filled.every((cell) => isLabel(cell) && squash(cell.text).length <= LONGEST_HEAD)
    return votes[index] === null && filled.length >= 2 && isShort
  }
  let start = above.length
  while (start > 0 && above.length - start < MOST_HEADS && isHead(above[start - 1], start - 1)) start -= 1
  return above.slice(start)
}

function isNamed(instance: Instance, vote: Vote | null): boolean {
  return vote?.table === instance.table && vote.row !== undefined && instance.named.has(vote.row)
}

/** Whether a grid without any word of the form goes on with the table before it: the figures alone, over a page break. */
function continues(before: Instance, rows: readonly SourceRow[]): boolean {
  const widths = rows.map((row) => partRow(row).values.filter((cell) => !isBlankMark(cell.text)).length)
  if (before.table === 'disputes') return !hasFigures(before) && widths.some((width) => width >= 5)
  return before.table === 'requests' && widths.some((width) => width >= 7)
}

function hasFigures({ rows }: Instance): boolean {
  return rows.some((row) => partRow(row).values.some((cell) => !isBlankMark(cell.text)))
}

/** A part of a table that lacks its beginning goes on with the part before it, whatever stood between. */
function joinContinued(instances: readonly Instance[]): Instance[] {
  const joined: Instance[] = []
  for (const instance of instances) {
    const before = joined.filter((one) => one.table === instance.table).at(-1)
    const isNew = [...instance.named].every((name) => before?.named.has(name) !== true)
    if (before && before.named.size > 0 && instance.named.size > 0 && isNew) {
      before.rows.push(...instance.rows)
      for (const name of instance.named) before.named.add(name)
    } else joined.push(instance)
  }
  return joined
}

/** Without instances that the line above calls another year's, where some table of the kind is left: last year's stand there to compare. */
function ofYear(instances: readonly Instance[], year: number | null): readonly Instance[] {
  if (year === null) return instances
  const isOthers = ({ caption }: Instance): boolean => {
    const named = yearOfCaption(caption ?? '', year)
    return named !== null && named !== year
  }
  return instances.filter(
    (instance) => !isOthers(instance) || !instances.some((other) => other.table === instance.table && !isOthers(other)),
  )
}

/** The one year that a caption names, in figures or as 上年; `null` where it names none or several. */
function yearOfCaption(caption: string, year: number): number | null {
  if (caption.length > LONGEST_CAPTION) return null
  const named = new Set(yearsIn(caption).map((found) => found.year))
  if (named.size === 0) return /上一?年|去年/u.test(squash(caption)) ? year - 1 : null
  const [only] = named
  return named.size === 1 && only !== undefined ? only : null
}

/** What whole rows count for beside rows that are named, and how many make a table. */
const WHOLE = 4
const MANY_ROWS = 5

/** Of each table the instance that names most of the form; passing mentions in other tables are none. */
function choose(instances: readonly Instance[]): { kept: Instance[]; repeats: Instance[] } {
  const real = instances.filter(isStatutory)
  const repeats: Instance[] = []
  const kept: Instance[] = []
  for (const table of ['proactive', 'requests', 'disputes'] as const) {
    const own = real.filter((instance) => instance.table === table)
    const best = own.reduce<Instance | null>((most, one) => (most && weight(most) >= weight(one) ? most : one), null)
    if (best) kept.push(best)
    // Rows named like the form's under other heads, say permits year by year, are another table.
    if (best) repeats.push(...own.filter((one) => one !== best && hasFigures(one) && one.hasHead === best.hasHead))
  }
  return { kept, repeats }
}

function weight(instance: Instance): number {
  return instance.named.size * 2 + (hasFigures(instance) ? 1 : 0) + (hasApplicants(instance) ? WHOLE : 0)
}

/** Whether table 三 has its columns of applicants: an overview with the totals alone may name as many of its rows. */
function hasApplicants({ table, rows }: Instance): boolean {
  return (
    table === 'requests' &&
    rows.filter((row) => partRow(row).values.length >= REQUEST_COLUMNS.length).length > MANY_ROWS
  )
}

function isStatutory({ table, named, hasHead }: Instance): boolean {
  if (table === 'requests') return named.size >= LEAST_REQUEST_ROWS
  if (table === 'proactive') return named.size >= LEAST_PROACTIVE_ROWS && (hasHead || named.size >= 4)
  return hasHead && named.has('results')
}

/** Whether a grid's cells hold whole tables as text, as pages that lost their markup do. */
function holdsTablesAsText(grid: Grid): boolean {
  return grid.rows.some((row) =>
    row.some((cell) => cell.text.length > LONG_CELL && (cell.text.match(WHOLE_TABLE)?.length ?? 0) >= 2),
  )
}

function cellLines(grid: Grid): TextLine[] {
  return grid.rows.flatMap((row) =>
    row.flatMap((cell) => cell.text.split('\n').map((text) => ({ text, place: cell.place }))),
  )
}
