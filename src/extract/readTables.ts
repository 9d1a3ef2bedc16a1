import type { FieldId } from '../form/fields'
import { TABLE_IDS, versionOfYear } from '../form/version'
import type { FormVersion, TableId } from '../form/version'
import type { Block } from '../readers/document'
import { readDisputes } from './disputesTable'
import { findTables } from './findTables'
import type { FoundTable } from './findTables'
import type { TextLine } from './textTokens'
import { findTextTables } from './textTables'
import { readProactive } from './proactiveTable'
import type { TableReading } from './reading'
import { readRequests } from './requestsTable'
import { partRow } from './sourceRow'
import type { SourceRow } from './sourceRow'

/** The statutory tables of one report, as far as it has them, and the text outside grids. */
export interface TablesReading {
  readonly tables: readonly TableReading[]
  readonly lines: readonly TextLine[]
  /** Tables that stand more than once, each with the fields in which its instances differ. */
  readonly repeated: ReadonlyMap<TableId, readonly FieldId[]>
  /** What stands right above the tables that grids hold. */
  readonly captions: ReadonlyMap<TableId, string>
}

/** Reads all statutory tables: from grids, and those that no grid holds from running text. */
export function readTables(blocks: readonly Block[], year: number | null): TablesReading {
  const usual = (year === null ? null : versionOfYear(year)) ?? '2021'
  const found = findTables(blocks, year)
  const readings = new Map<TableId, TableReading>()
  for (const { table, rows, caption } of found.tables) {
    const reading = readTable(table, rows, usual, true, caption)
    if (reading) readings.set(table, reading)
  }
  const wanted = TABLE_IDS.filter((table) => !readings.has(table))
  const inText = wanted.length === 0 ? [] : findTextTables(found.lines, wanted)
  for (const { table, rows, lines, keepsRepeats } of inText) {
    const reading = readTable(table, rows, usual, keepsRepeats)
    if (reading) readings.set(table, { ...reading, lines })
  }
  const tables = TABLE_IDS.flatMap((table) => readings.get(table) ?? [])
  const repeated = new Map<TableId, readonly FieldId[]>()
  for (const { table, rows, caption } of found.repeats) {
    const [one, other] = [readings.get(table), readTable(table, rows, usual, true, caption)]
    if (one && other) repeated.set(table, [...(repeated.get(table) ?? []), ...differing(one, other)])
  }
  const captions = new Map(found.tables.map((one) => [one.table, besideFigures(one) ?? one.caption ?? '']))
  return { tables, lines: found.lines, repeated, captions }
}

/** The year that table 四 has beside its row of figures, which goes before what its caption says. */
function besideFigures({ table, rows }: FoundTable): string | undefined {
  if (table !== 'disputes') return undefined
  const labels = rows.flatMap((row) => (partRow(row).values.length > 0 ? partRow(row).labels : []))
  return labels.map(({ text }) => text).find((text) => /20\d\d年/u.test(text))
}

/** Fields that two instances of a table give different values for. */
function differing(one: TableReading, other: TableReading): FieldId[] {
  return [...one.cells].flatMap(([field, { value }]) => {
    const again = other.cells.get(field)?.value ?? null
    return value !== null && again !== null && value !== again ? [field] : []
  })
}

function readTable(
  table: TableId,
  rows: readonly SourceRow[],
  usual: FormVersion,
  keepsRepeats = true,
  caption = '',
): TableReading | null {
  if (table === 'proactive') return readProactive(rows, usual, keepsRepeats, caption)
  return table === 'requests' ? readRequests(rows, usual, keepsRepeats) : readDisputes(rows, usual)
}
