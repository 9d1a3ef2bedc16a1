import { AsyncDuckDB, ConsoleLogger, LogLevel } from '@duckdb/duckdb-wasm'
import wasm from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url'
import worker from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url'
import { figureOf } from '@/form/indicators'
import type { NamedQuery } from '../overviewQueries'
import type { Peer, PeerAnswer, PeerFigure } from './peer'
import { COLUMNS, statementsOf } from './sql'

type Row = Readonly<Record<string, string | number | null>>

/** DuckDB-WASM at its best: typed columns, names as enums, prepared statements. */
export async function duckdbPeer(csv: readonly Uint8Array[]): Promise<Peer> {
  const db = new AsyncDuckDB(new ConsoleLogger(LogLevel.WARNING), new Worker(worker))
  await db.instantiate(wasm)
  const connection = await db.connect()
  const names = csv.map((_, at) => `reports${at}.csv`)
  for (const [at, bytes] of csv.entries()) await db.registerFileBuffer(names[at] ?? '', bytes)
  const types = COLUMNS.map(([name, type]) => `'${name}': '${type}'`).join(', ')
  const files = names.map((name) => `'${name}'`).join(', ')
  await connection.query(
    `CREATE TABLE given AS SELECT * FROM read_csv([${files}], columns = {${types}}, header = false, auto_detect = false, delim = ',', nullstr = '')`,
  )
  for (const name of ['agency', 'region', 'scope'])
    await connection.query(`CREATE TYPE ${name}_name AS ENUM (SELECT DISTINCT ${name} FROM given)`)
  const columns = COLUMNS.map(([name, type]) => (type === 'VARCHAR' ? `${name}::${name}_name AS ${name}` : name))
  await connection.query(`CREATE TABLE reports AS SELECT ${columns.join(', ')} FROM given ORDER BY year, agency`)
  await connection.query('DROP TABLE given')
  await db.dropFiles()

  return {
    name: 'duckdb-wasm',
    prepare: async ({ query }) => {
      const statements = await Promise.all(statementsOf(query).map((sql) => connection.prepare(sql)))
      return async () => {
        const answers: Row[][] = []
        for (const statement of statements) {
          const table = await statement.query()
          const rows = table.toArray() as readonly { toJSON(): Row }[]
          answers.push(rows.map((row) => row.toJSON()))
        }
        return answers
      }
    },
    read: (query, given) => readAnswer(query, given as Row[][]),
  }
}

function readAnswer({ query }: NamedQuery, [main = [], change = []]: readonly Row[][]): PeerAnswer {
  return new Map(
    main.map((row) => {
      const key = query.groupBy.map((dimension) => String(row[dimension])).join(' ')
      const compared = query.change ? (change.find((other) => other['year'] === row['year']) ?? {}) : undefined
      return [key, Object.fromEntries(query.figures.map((id, at) => [id, figure(id, at, row, compared)]))]
    }),
  )
}

function figure(id: string, at: number, row: Row, compared: Row | undefined): PeerFigure {
  const isRatio = figureOf(id)?.kind === 'indicator'
  const number = (from: Row, name: string): number | null => (from[name] ?? null) as number | null
  const value = (from: Row, top: string, bottom: string): number | null => {
    const over = number(from, `${top}${at}`)
    if (!isRatio) return over
    const under = number(from, `${bottom}${at}`)
    return over === null || under === null || under === 0 ? null : over / under
  }
  const known = { value: value(row, 'top', 'bottom'), reports: Number(row[`n${at}`]) }
  if (!compared) return known
  return {
    ...known,
    from: value(compared, 'ptop', 'pbottom'),
    to: value(compared, 'ntop', 'nbottom'),
    agencies: Number(compared[`both${at}`] ?? 0),
  }
}
