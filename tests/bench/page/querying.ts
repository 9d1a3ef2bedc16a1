import type { QueryResult } from '@/cube/query'
import { connect } from '@/workers/rpc'
import { median, rounded } from '../line'
import type { BenchLine } from '../line'
import { overviewQueries } from '../overviewQueries'
import type { NamedQuery } from '../overviewQueries'
import type { BenchApi } from './benchApi'
import { dexiePeer } from './dexieRows'
import { duckdbPeer } from './duckdb'
import type { Peer, PeerAnswer } from './peer'

export interface QueryBenchOptions {
  readonly reports: number
  readonly rounds: number
  /** Dexie rows are slow: they run beside the others in the first rounds only. */
  readonly dexieRounds: number
}

/** The overview's queries over sample reports: the cube in its worker, DuckDB in its own, and rows of IndexedDB, in turns; every answer compared. */
export async function benchQueries({ reports, rounds, dexieRounds }: QueryBenchOptions): Promise<BenchLine[]> {
  const worker = new Worker(new URL('./cubeBench.worker.ts', import.meta.url), { type: 'module' })
  const cube = connect<BenchApi>(worker)
  const filled = await cube.call('fill', { reports })
  const dexie = await dexiePeer(filled.csv)
  const duckdb = await duckdbPeer(filled.csv)
  const ours: Peer = {
    name: 'cube',
    prepare: ({ query }) => Promise.resolve(() => cube.call('query', query)),
    read: (query, given) => readResult(query, given as QueryResult),
  }
  const lines: BenchLine[] = [line(reports, 'reports into the cube', reports / (filled.filling / 1000), 'reports/s')]
  let cells = 0
  for (const query of overviewQueries(filled.region)) {
    const runs = await runsOf(query, [ours, duckdb, dexie])
    const first = await timed(runs[0])
    cells += await compare(query, runs)
    for (let round = 0; round < rounds; round++)
      for (const run of turned(runs, round)) if (run.peer !== dexie || round < dexieRounds) await timed(run)
    const value = median(runs[0].times)
    lines.push(line(reports, `${query.name}: first time`, first, 'ms'))
    for (const { peer, times } of runs.slice(1))
      lines.push({ ...line(reports, query.name, value, 'ms'), vs: peer.name, ratio: rounded(median(times) / value) })
  }
  lines.push(line(reports, 'cells found equal', cells, 'cells'))
  await dexie.close()
  worker.terminate()
  return lines
}

interface Run {
  readonly peer: Peer
  readonly answer: () => Promise<unknown>
  readonly times: number[]
}

async function runsOf(query: NamedQuery, peers: readonly [Peer, ...Peer[]]): Promise<[Run, ...Run[]]> {
  const run = async (peer: Peer): Promise<Run> => ({ peer, answer: await peer.prepare(query), times: [] })
  const [first, ...others] = peers
  return [await run(first), ...(await Promise.all(others.map(run)))]
}

async function timed({ answer, times }: Run): Promise<number> {
  const start = performance.now()
  await answer()
  const spent = performance.now() - start
  times.push(spent)
  return spent
}

/** Another one begins in every round. */
function turned(runs: readonly Run[], round: number): readonly Run[] {
  const start = round % runs.length
  return [...runs.slice(start), ...runs.slice(0, start)]
}

/** Compares all answers cell by cell, and forgets the times so far; throws where two differ. */
async function compare(query: NamedQuery, runs: readonly [Run, ...Run[]]): Promise<number> {
  const answers: PeerAnswer[] = []
  for (const { peer, answer } of runs) answers.push(peer.read(query, await answer()))
  const [ours, ...others] = answers
  let cells = 0
  others.forEach((theirs, at) => {
    const name = runs[at + 1]?.peer.name ?? ''
    if (theirs.size !== ours?.size)
      throw new Error(`${query.name}: ${ours?.size ?? 0} groups, ${name} has ${theirs.size}`)
    for (const [key, figures] of ours)
      for (const [id, figure] of Object.entries(figures))
        for (const part of ['value', 'reports', 'from', 'to', 'agencies'] as const) {
          const one = figure[part] ?? null
          const other = theirs.get(key)?.[id]?.[part] ?? null
          if (!equal(one, other))
            throw new Error(`${query.name}, ${key}, ${id}, ${part}: ${one}, ${name} says ${other}`)
          cells++
        }
  })
  for (const run of runs) run.times.length = 0
  return cells
}

function equal(one: number | null, other: number | null): boolean {
  if (one === null || other === null) return one === other
  return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one))
}

function readResult({ query }: NamedQuery, result: QueryResult): PeerAnswer {
  return new Map(
    result.groups
      .filter(({ reports }) => reports > 0)
      .map(({ key, figures }) => [
        query.groupBy.map((dimension) => String(key[dimension])).join(' '),
        Object.fromEntries(
          Object.entries(figures).map(([id, { value, reports, change }]) => [
            id,
            change
              ? { value, reports, from: change.from, to: change.to, agencies: change.agencies }
              : { value, reports },
          ]),
        ),
      ]),
  )
}

function line(n: number, metric: string, value: number, unit: string): BenchLine {
  return { bench: 'queries', n, metric, value: rounded(value), unit, vs: null, ratio: null }
}
