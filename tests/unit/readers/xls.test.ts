import { describe, expect, it } from 'vitest'
import { blankCell, font, format, numberCell, record, stringCell, style, xls } from './biff'
import { brief, grids, open, outcomes, read } from './packages'

const LABEL = { text: '甲' }
const DATE = 'yyyy\\-mm\\-dd'
/** Styles of cells begin behind fifteen others and the default one. */
const STYLES = Array.from({ length: 16 }, () => style(0))

describe('a workbook of Excel 97', () => {
  it('that is encrypted says so', () => {
    const password = record(0x002f, [0, 0, 0x12, 0x34, 0x56, 0x78])
    const bytes = xls({ globals: [password], strings: [LABEL], cells: [stringCell(0, 0, 0), numberCell(0, 1, 7)] })
    expect(outcomes(open(bytes))).toEqual({ a: 'encrypted document-password' })
    expect(brief(read(xls({ strings: [LABEL], cells: [stringCell(0, 0, 0), numberCell(0, 1, 7)] })).blocks)).toEqual([
      [['甲', '7']],
    ])
  })

  it('counts days from 1900, or from 1904 where it says so', () => {
    const dated = (mode: readonly number[][]): unknown => {
      const globals = [...mode, format(164, DATE), style(0), style(164)]
      return brief(
        read(xls({ globals, strings: [LABEL], cells: [stringCell(0, 0, 0), numberCell(0, 1, 45_312, 1)] })).blocks,
      )
    }
    expect(dated([])).toEqual([[['甲', '2024-01-21']]])
    expect(dated([record(0x0022, [1, 0])])).toEqual([[['甲', '2028-01-22']]])
  })

  it('keeps the raised mark of a footnote apart from the figure before it', () => {
    // Fonts are numbered without a fifth: the fifth of the file is number 5.
    const globals = [...Array.from({ length: 4 }, () => font(false)), font(true)]
    const strings = [
      LABEL,
      { text: '121', runs: [[2, 5]] as const },
      {
        text: '注1：3件',
        runs: [
          [1, 5],
          [2, 0],
        ] as const,
      },
      { text: '12①' },
    ]
    const cells = [0, 1, 2, 3].map((string) => stringCell(0, string, string))
    expect(brief(read(xls({ globals, strings, cells })).blocks)).toEqual([[['甲', '12¹', '注¹：3件', '12①']]])
  })

  it('leaves out what is struck out, by the font of its cell or of a run, and says so', () => {
    const globals = [font(false), font(false, true), style(0), style(0, false, 1)]
    const strings = [
      LABEL,
      { text: '629', runs: [[2, 1]] as const },
      {
        text: '629',
        runs: [
          [0, 1],
          [1, 0],
        ] as const,
      },
      { text: '629', runs: [[2, 0]] as const },
    ]
    const cells = [
      stringCell(0, 0, 0),
      stringCell(0, 1, 1),
      stringCell(0, 2, 2),
      stringCell(0, 3, 3, 1),
      numberCell(0, 4, 17, 1),
      numberCell(0, 5, 17),
    ]
    const document = read(xls({ globals, strings, cells }))
    expect(brief(document.blocks)).toEqual([[['甲', '62', '29', '9', '', '17']]])
    expect(document.notes.map(({ code, place, params }) => [code, place.column, params['text']])).toEqual([
      ['struck-out', 2, '9'],
      ['struck-out', 3, '6'],
      ['struck-out', 4, '62'],
      ['struck-out', 5, '17'],
    ])
  })

  it('tells of zeros that its window does not show, which it says behind them', () => {
    const cells = [stringCell(0, 0, 0), numberCell(0, 1, 0, 16), numberCell(0, 2, 3, 16)]
    const globals = [...STYLES, style(1)]
    const notes = (bits: number): string[] => {
      const window = record(0x023e, [bits, 0x06, ...Array<number>(16).fill(0)])
      return read(xls({ globals, strings: [LABEL], cells: [...cells, window] })).notes.map(({ code }) => code)
    }
    expect(notes(0xb6)).toEqual([])
    expect(notes(0xa6)).toEqual(['zero-by-format'])
  })

  const lengths = (styled: readonly number[], ...rows: readonly (readonly (number | '')[])[]): number[] => {
    const cells = rows.flatMap((row, at) => [
      stringCell(at, 0, 0, 16),
      ...row.map((value, column) =>
        value === '' ? blankCell(at, column + 1, 16) : numberCell(at, column + 1, value, 16),
      ),
    ])
    const [grid] = grids(read(xls({ globals: [...STYLES, styled], strings: [LABEL], cells })))
    return grid?.rows.map((row) => row.length) ?? []
  }

  it('has an empty cell where none was written in a table of filled cells alone, and lacks one where its lines end', () => {
    expect(lengths(style(1), [1, 2], [3], [4, 5])).toEqual([3, 3, 3])
    expect(lengths(style(1, true), [1, 2], [3], [4, 5])).toEqual([3, 2, 3])
    expect(lengths(style(1, true), [1, 2], [3, ''], [4, 5])).toEqual([3, 3, 3])
  })

  it('lacks a cell where a row has figures and few have no sum at its end', () => {
    const sums = [
      [1, 2, 0, 3],
      [4, 0, 0, 4],
      [0, 0, 5, 5],
    ]
    const zeros = [
      [0, 0, 0, 0],
      [0, 0, 0],
    ]
    expect(lengths(style(1), ...sums, [6, 0, 6], ...zeros)).toEqual([5, 5, 5, 4, 5, 5])
    expect(lengths(style(1), ...sums, [6, 0, 6], [0, 7, 7])).toEqual([5, 5, 5, 5, 5])
    const moreZeros = [zeros[0] ?? [], zeros[0] ?? [], ...zeros]
    expect(lengths(style(1), ...sums, ...moreZeros)).toEqual([5, 5, 5, 5, 5, 5, 4])
  })
})
