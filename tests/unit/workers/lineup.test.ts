import { describe, expect, it } from 'vitest'
import { Lineup } from '@/workers/lineup'
import type { LinedUp, Task } from '@/workers/lineup'
import type { ParsedDocument } from '@/workers/parseApi'

const file = (path: string, size = 1000): LinedUp => ({ path, size })
const document = (path: string): ParsedDocument => ({
  path,
  hash: path,
  size: 1,
  bytes: null,
  outcome: { kind: 'reports', reports: [] },
})

/** A lineup over a clock that only the test moves. */
function lineup(parsers = 2) {
  const clock = { now: 0 }
  return { line: new Lineup<LinedUp>(parsers, () => clock.now), clock }
}

function begin(line: Lineup<LinedUp>): Task<LinedUp> {
  const task = line.peek()
  if (!task) throw new Error('nothing to begin')
  line.begun(task)
  return task
}

/** A parser that is done with a task whose file has one document. */
function read(line: Lineup<LinedUp>, task: Task<LinedUp>): void {
  line.heard(task, { kind: 'document', index: 0, document: document(task.file.path) })
  line.ended(task, { count: 1, slow: false })
}

/** Everything that can be taken now, in short. */
function taken(line: Lineup<LinedUp>): string[] {
  const all: string[] = []
  for (let next = line.take(); next; next = line.take())
    all.push(next.kind === 'document' ? next.document.path : `${next.file.path} done`)
  return all
}

describe('the order of an import', () => {
  it('is that of the files, whichever is read first; slow formats come last', () => {
    const { line } = lineup()
    for (const path of ['a.pdf', 'b.docx', 'c.docx']) line.add(file(path))
    const tasks = [begin(line), begin(line), begin(line)]
    expect(tasks.map(({ file: { path }, job }) => [path, job.slow])).toEqual([
      ['b.docx', false],
      ['c.docx', false],
      ['a.pdf', true],
    ])
    for (const task of [...tasks].reverse()) read(line, task)
    expect(taken(line)).toEqual(['b.docx', 'b.docx done', 'c.docx', 'c.docx done', 'a.pdf', 'a.pdf done'])
    expect(line.isEmpty).toBe(true)
  })

  it('puts off an archive from its first slow document, and what was disguised as quick', () => {
    const { line } = lineup(1)
    line.add(file('z.zip'))
    line.add(file('c.docx'))
    const [archive, other] = [begin(line), begin(line)]
    line.heard(archive, { kind: 'document', index: 0, document: document('z.zip!/a.docx') })
    line.ended(archive, { count: 1, slow: true })
    read(line, other)
    expect(taken(line)).toEqual(['z.zip!/a.docx', 'c.docx', 'c.docx done'])
    expect(line.isEmpty).toBe(false)
    const rest = begin(line)
    expect(rest.job).toMatchObject({ path: 'z.zip', from: 1, slow: true })
    line.heard(rest, { kind: 'document', index: 1, document: document('z.zip!/b.pdf') })
    line.ended(rest, { count: 2, slow: false })
    expect(taken(line)).toEqual(['z.zip!/b.pdf', 'z.zip done'])
  })

  it('shares a large archive among the parsers and puts their documents in order again', () => {
    const { line } = lineup(2)
    line.add(file('z.zip', 1_000_000))
    const [even, odd] = [begin(line), begin(line)]
    expect([even, odd].map(({ job: { stripe, stripes } }) => [stripe, stripes])).toEqual([
      [0, 2],
      [1, 2],
    ])
    line.heard(odd, { kind: 'document', index: 1, document: document('1') })
    line.heard(odd, { kind: 'document', index: 3, document: document('3') })
    line.ended(odd, { count: 4, slow: false })
    expect(taken(line)).toEqual([])
    line.heard(even, { kind: 'document', index: 0, document: document('0') })
    expect(taken(line)).toEqual(['0', '1'])
    line.heard(even, { kind: 'document', index: 2, document: document('2') })
    line.ended(even, { count: 4, slow: false })
    expect(taken(line)).toEqual(['2', '3', 'z.zip done'])
  })

  it('passes over a file that keeps others waiting for long, and takes it when it is read', () => {
    const { line, clock } = lineup()
    for (const path of ['a.docx', 'b.docx']) line.add(file(path))
    const [stuck, quick] = [begin(line), begin(line)]
    read(line, quick)
    clock.now = 4999
    expect(taken(line)).toEqual([])
    clock.now = 5000
    expect(line.take()).toMatchObject({ kind: 'document', document: { path: 'b.docx' } })
    clock.now = 10_000
    expect(taken(line)).toEqual(['b.docx done'])
    read(line, stuck)
    expect(taken(line)).toEqual(['a.docx', 'a.docx done'])
  })

  it('reads ahead only so much, but always what is due', () => {
    const { line } = lineup()
    for (const path of ['a.docx', 'b.docx', 'c.docx']) line.add(file(path, 90 * 1024 * 1024))
    const first = begin(line)
    expect(line.peek()).toBeNull()
    read(line, first)
    taken(line)
    expect(line.peek()?.file.path).toBe('b.docx')
    const many = lineup()
    for (let at = 0; at < 100; at++) many.line.add(file(`${String(at)}.txt`))
    let begun = 0
    for (; many.line.peek(); begun++) begin(many.line)
    expect(begun).toBe(64)
  })
})

describe('a lost parser', () => {
  const lost = (path: string): ParsedDocument => ({
    ...document(path),
    outcome: { kind: 'refused', error: { file: path, code: 'unreadable', reason: 'no-answer', params: {} } },
  })

  it('costs the document it was at: the rest of the archive goes on behind it', () => {
    const { line } = lineup(1)
    line.add(file('z.zip'))
    const task = begin(line)
    line.heard(task, { kind: 'document', index: 0, document: document('z.zip!/0') })
    line.lost(task, 1, lost('z.zip!/1'))
    const rest = begin(line)
    expect(rest.job).toMatchObject({ from: 2, path: 'z.zip' })
    expect(rest.job.id).not.toBe(task.job.id)
    line.heard(rest, { kind: 'document', index: 2, document: document('z.zip!/2') })
    line.ended(rest, { count: 3, slow: false })
    expect(taken(line)).toEqual(['z.zip!/0', 'z.zip!/1', 'z.zip!/2', 'z.zip done'])
  })

  it('costs a file that is no archive whole, and gives back what it had not begun', () => {
    const { line } = lineup()
    for (const path of ['a.docx', 'b.docx']) line.add(file(path))
    const [first, second] = [begin(line), begin(line)]
    line.lost(first, 0, lost('a.docx'))
    line.bounced(second)
    expect(taken(line)).toEqual(['a.docx', 'a.docx done'])
    const again = begin(line)
    expect(again.file.path).toBe('b.docx')
    read(line, again)
    expect(taken(line)).toEqual(['b.docx', 'b.docx done'])
    expect(line.isEmpty).toBe(true)
  })
})
