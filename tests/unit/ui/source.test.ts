import { describe, expect, test } from 'vitest'
import type { FieldId } from '@/form/fields'
import type { Block, Grid, GridCell } from '@/readers/document'
import type { Cell } from '@/report/report'
import { drawnRows } from '@/ui/source/drawnRows'
import { openedBy, segments } from '@/ui/source/folding'
import { blockOf, blocksBySpot, fieldsBySpot, lineMarks, linePieces, spotOf } from '@/ui/source/spots'

const cell = (row: number, column: number, text = '', colspan = 1, rowspan = 1): GridCell => ({
  text,
  colspan,
  rowspan,
  place: { table: 2, row, column },
})
const grid = (...rows: GridCell[][]): Grid => ({ kind: 'table', table: 2, rows })
const shape = (rows: ReturnType<typeof drawnRows>): string[] =>
  rows.map(({ cells }) =>
    cells.map(({ text, colspan, rowspan }) => `${text}:${String(colspan)}x${String(rowspan)}`).join(' '),
  )
const line = (number: number, text = `line ${String(number)}`): Block => ({
  kind: 'paragraph',
  text,
  place: { line: number },
})
const read = (raw: string, place: Cell['place']): Cell => ({
  value: raw.length > 3 ? 1 : Number(raw),
  state: 'printed',
  raw,
  place,
})

describe('spots of a source document', () => {
  test('are named by what a place says, the table before the line', () => {
    expect(spotOf({ table: 2, row: 5, column: 3, line: 40 })).toBe('t.2.5.3')
    expect(spotOf({ table: 2, row: 5 })).toBe('t.2.5')
    expect(spotOf({ line: 12 })).toBe('l.12')
    expect(spotOf({ page: 3 })).toBeNull()
  })

  test('lead to their blocks, the lines of a text view’s table too', () => {
    const table = grid([{ ...cell(1, 1), place: { table: 2, row: 1, column: 1, line: 9 } }])
    const blocks = blocksBySpot([line(1), table, line(20)])
    expect(blockOf('t.2.1.1', blocks)).toBe(1)
    expect(blockOf('l.9', blocks)).toBe(1)
    expect(blockOf('l.20', blocks)).toBe(2)
    expect(blockOf('t.7.1', blocks)).toBeUndefined()
  })

  test('gather the fields read from one place', () => {
    const fields = fieldsBySpot({
      'requests.received.natural': read('12', { line: 3 }),
      'requests.received.total': read('12', { line: 3 }),
    })
    expect(fields.get('l.3')).toEqual(['requests.received.natural', 'requests.received.total'])
  })

  test('are in the order in which the form prints them, whatever order they were read in', () => {
    const fields = fieldsBySpot({
      'proactive.licences.decisions': read('396', { line: 3 }),
      'proactive.regulations.made': read('007', { line: 3 }),
    })
    expect(fields.get('l.3')).toEqual(['proactive.regulations.made', 'proactive.licences.decisions'])
  })
})

describe('figures in a line', () => {
  const fields: FieldId[] = ['requests.received.natural', 'requests.received.business', 'requests.received.total']
  const cells = (...raws: string[]): Partial<Record<FieldId, Cell>> =>
    Object.fromEntries(fields.map((field, index) => [field, read(raws[index] ?? '', { line: 1 })]))

  test('stand where each is, in order, though equal ones repeat', () => {
    const marks = lineMarks('新收 1 1 12', fields, cells('1', '1', '12'))
    expect(marks.map(({ from, to }) => [from, to])).toEqual([
      [3, 4],
      [5, 6],
      [7, 9],
    ])
  })

  test('share one mark where their cells ran together, though the same digits follow; what the line lacks has none', () => {
    const marks = lineMarks('新收 1013 办结 1013', fields, cells('1013', '1013', '99'))
    expect(marks).toEqual([{ from: 3, to: 7, fields: fields.slice(0, 2) }])
  })

  test('are cut out of a line of any length, which is shown around the one looked at', () => {
    const text = `${'字'.repeat(50_000)}77${'尾'.repeat(50_000)}`
    const pieces = linePieces(text, lineMarks(text, fields, cells('77')), 'requests.received.natural')
    expect(pieces.filter((piece) => piece.fields.length > 0).map((piece) => piece.text)).toEqual(['77'])
    expect(pieces.reduce((sum, piece) => sum + piece.text.length, 0)).toBeLessThan(7000)
    expect(linePieces('新收 7 件', [{ from: 3, to: 4, fields }], null).map((piece) => piece.text)).toEqual([
      '新收 ',
      '7',
      ' 件',
    ])
  })
})

describe('a table as it is drawn', () => {
  test('keeps merged cells, and leaves a place for what the source leaves out', () => {
    const drawn = drawnRows(grid([cell(1, 1, 'a', 1, 2), cell(1, 2, 'b', 2)], [cell(2, 3, 'c')], [cell(3, 2, 'd')]))
    expect(shape(drawn)).toEqual(['a:1x2 b:2x1', ':1x1 c:1x1', ':1x1 d:1x1'])
  })

  test('of a long one, some rows: what reaches into them from above stands in the first', () => {
    const drawn = drawnRows(
      grid([cell(1, 1, 'side', 1, 4), cell(1, 2, 'a')], [cell(2, 2, 'b')], [cell(3, 2, 'c')], [cell(4, 2, 'd')]),
      1,
      3,
    )
    expect(shape(drawn)).toEqual(['side:1x2 b:1x1', 'c:1x1'])
  })

  test('survives spans that lie', () => {
    expect(shape(drawnRows(grid([cell(1, 1, 'a', 9999, 9999), cell(1, 2, 'b')])))).toEqual(['a:200x1 b:1x1'])
  })
})

describe('a long document', () => {
  const long = [
    ...Array.from({ length: 400 }, (_, index) => line(index + 1)),
    grid([cell(1, 1)]),
    ...Array.from({ length: 400 }, (_, index) => line(index + 500)),
  ]

  test('shows its beginning and what lies around a figure, and says how much it leaves out', () => {
    const parts = segments(long, [400])
    expect(parts.map(({ kind }) => kind)).toEqual(['text', 'fold', 'text', 'table', 'text', 'fold'])
    expect(parts[1]).toMatchObject({ from: 6, to: 396, lines: 390, tables: 0 })
    expect(parts[3]).toMatchObject({ kind: 'table', from: 400 })
  })

  test('opens piece by piece, and a short one is whole', () => {
    const [, fold] = segments(long, [400])
    if (fold?.kind !== 'fold') throw new Error('no fold')
    const opened = openedBy(long, fold)
    expect(opened).toHaveLength(80)
    const parts = segments(long, [400], new Set(opened))
    expect(parts[1]).toMatchObject({ kind: 'fold', from: 86 })
    expect(segments(long.slice(0, 20), []).map(({ kind }) => kind)).toEqual(['text'])
  })
})
