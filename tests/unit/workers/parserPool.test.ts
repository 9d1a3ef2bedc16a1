import { describe, expect, it } from 'vitest'
import type { ParseEnd, ParseEvent } from '@/workers/parseApi'
import { ParserPool } from '@/workers/parserPool'
import type { JobOutcome, Parser, PoolJob } from '@/workers/parserPool'

interface Call {
  readonly job: PoolJob
  readonly tell: (event: ParseEvent) => void
  readonly resolve: (end: ParseEnd) => void
  readonly reject: (reason: Error) => void
}

/** A parser that does what the test says. */
class Puppet implements Parser {
  started = true
  ended = false
  readonly calls: Call[] = []
  readonly proceeded: [number, number][] = []

  parse(job: PoolJob, _load: unknown, tell: (event: ParseEvent) => void): Promise<ParseEnd> {
    return new Promise((resolve, reject) => {
      this.calls.push({ job, tell, resolve, reject })
    })
  }

  proceed(id: number, upTo: number): void {
    this.proceeded.push([id, upTo])
  }

  end(): void {
    if (this.ended) return
    this.ended = true
    for (const { reject } of this.calls) reject(new Error('ended'))
  }
}

const END: ParseEnd = { count: 1, slow: false }
const at = (path: string): ParseEvent => ({ kind: 'at', index: 0, path, of: null })
let ids = 0
const job = (path: string): PoolJob => ({
  id: ++ids,
  path,
  from: 0,
  stripe: 0,
  stripes: 1,
  slow: false,
  upTo: 9,
})

function pool(size: number) {
  const clock = { now: 0 }
  const parsers: Puppet[] = []
  const own = new ParserPool(
    size,
    () => {
      const parser = new Puppet()
      parsers.push(parser)
      return parser
    },
    60_000,
    () => clock.now,
  )
  const heard: ParseEvent[] = []
  const run = (path: string, solitary = false): Promise<JobOutcome> =>
    own.run(
      job(path),
      () => null,
      solitary,
      (event) => heard.push(event),
      new AbortController().signal,
    )
  return { pool: own, parsers, clock, heard, run }
}

describe('parsers side by side', () => {
  it('take a job each before any takes a second, and none behind a long one', async () => {
    const { pool: own, parsers, run } = pool(2)
    void run('long.zip', true)
    void run('a')
    expect(parsers.map(({ calls }) => calls.length)).toEqual([1, 1])
    expect(own.hasRoom(true)).toBe(false)
    const third = run('b')
    expect(parsers.map(({ calls }) => calls.length)).toEqual([1, 2])
    expect(own.hasRoom(false)).toBe(false)
    parsers[1]?.calls[1]?.resolve(END)
    expect(await third).toEqual({ kind: 'ended', end: END })
    expect(own.hasRoom(false)).toBe(true)
  })

  it('lose the job they crash at and give back the next; another parser takes their place', async () => {
    const { pool: own, parsers, run, heard } = pool(1)
    const outcomes = Promise.all([run('a'), run('b')])
    parsers[0]?.calls[0]?.tell(at('a'))
    parsers[0]?.end()
    expect(await outcomes).toEqual([{ kind: 'lost', why: 'crashed', at: { index: 0, path: 'a' } }, { kind: 'bounced' }])
    expect(own.hasRoom(true)).toBe(true)
    const again = run('b')
    expect(parsers).toHaveLength(2)
    // What the dead still says is not heard.
    parsers[0]?.calls[1]?.tell(at('ghost'))
    parsers[1]?.calls[0]?.resolve(END)
    expect(await again).toEqual({ kind: 'ended', end: END })
    expect(heard).toEqual([at('a')])
  })

  it('blame no document where a parser never started', async () => {
    const { parsers, run } = pool(1)
    const outcome = run('a')
    const [parser] = parsers
    if (parser) parser.started = false
    parser?.end()
    expect(await outcome).toEqual({ kind: 'bounced' })
  })

  it('are ended after a silence, but not while they speak or wait for leave', async () => {
    const { pool: own, parsers, clock, run } = pool(1)
    const outcome = run('z.zip', true)
    const call = parsers[0]?.calls[0]
    clock.now = 59_999
    own.check()
    call?.tell({ kind: 'at', index: 7, path: 'z.zip!/g.docx', of: 9 })
    clock.now = 119_998
    own.check()
    expect(parsers[0]?.ended).toBe(false)
    call?.tell({ kind: 'waiting' })
    clock.now = 500_000
    own.check()
    expect(parsers[0]?.ended).toBe(false)
    own.proceed(ids, 48)
    expect(parsers[0]?.proceeded).toEqual([[ids, 48]])
    clock.now = 560_000
    own.check()
    expect(await outcome).toEqual({ kind: 'lost', why: 'silent', at: { index: 7, path: 'z.zip!/g.docx' } })
  })
})
