import { describe, expect, it } from 'vitest'
import { joinBeside } from '@/readers/pages/beside'
import { linesOf } from '@/readers/pages/lines'
import { layOut } from '@/readers/pages/layout'
import type { Glyph, PageContent, ReadPage } from '@/readers/pages/page'

const SIZE = 10
const ROW = 20
const TOP = 100

/** A page with tables of columns 60 points wide from `left` on, each with its rows; words are put into their cells. */
function page(left: number, ...tables: readonly (readonly (readonly string[])[])[]): ReadPage {
  const glyphs: Glyph[] = []
  const across: PageContent['across'][number][] = []
  const down: PageContent['down'][number][] = []
  let top = TOP
  for (const rows of tables) {
    const right = left + 60 * (rows[0]?.length ?? 0)
    const bottom = top + ROW * rows.length
    for (let y = top; y <= bottom; y += ROW) across.push({ at: y, from: left, to: right })
    for (let x = left; x <= right; x += 60) down.push({ at: x, from: top, to: bottom })
    for (const [row, cells] of rows.entries())
      for (const [column, text] of cells.entries())
        for (const [index, letter] of Array.from(text).entries()) {
          const [x, y] = [left + 60 * column + 3 + SIZE * index, top + ROW * row + 5]
          glyphs.push({ text: letter, box: [x, y, x + SIZE, y + SIZE], size: SIZE, turn: 0, isInvisible: false })
        }
    top = bottom + 3 * ROW
  }
  return { content: { width: 600, height: 800, glyphs, across, down, pictured: 0 }, back: (box) => box }
}

const tablesOf = (...pages: readonly ReadPage[]): string[][] =>
  layOut(joinBeside(pages).map(({ content }) => content)).flatMap((item) => {
    if (item.kind === 'paragraph') return []
    const rows = Array.from({ length: item.table.rowCount }, (): string[] => [])
    for (const { row, text } of item.table.cells) rows[row]?.push(text)
    return [rows.map((row) => row.join('|'))]
  })

const LEFT = [
  ['内容', '件数'],
  ['规章', '1'],
  ['规范', '2'],
]
const RIGHT = [
  ['废止', '有效'],
  ['3', '4'],
  ['5', '6'],
]

describe('a sheet that print cut into pages', () => {
  it('is whole again: the rest of its rows stands beside them, wherever the page with it comes', () => {
    const whole = ['内容|件数|废止|有效', '规章|1|3|4', '规范|2|5|6']
    expect(tablesOf(page(50, LEFT), page(50, RIGHT))).toEqual([whole])
    const other = LEFT.map(([label = '', figure = '']) => [`${label}表`, figure])
    expect(tablesOf(page(50, LEFT, LEFT), page(50, [...other, ['合计', '9']]), page(50, RIGHT, RIGHT))).toEqual([
      whole,
      whole,
      ['内容表|件数', '规章表|1', '规范表|2', '合计|9'],
    ])
  })

  it('is whole again without drawn lines, where lines of figures alone go on beside lines with labels', () => {
    const unlined = (one: ReadPage): ReadPage => ({ ...one, content: { ...one.content, across: [], down: [] } })
    const labels = [...LEFT, ['专项', '7'], ['其他', '8']]
    const figures = [...RIGHT, ['9', '10'], ['11', '12']]
    const text = (...pages: readonly ReadPage[]): string =>
      joinBeside(pages)
        .map(({ content }) => linesOf(content.glyphs).map((line) => line.text))
        .join(' / ')
    expect(text(unlined(page(50, labels)), unlined(page(50, figures)))).toBe(
      '内容 件数 废止 有效,规章 1 3 4,规范 2 5 6,专项 7 9 10,其他 8 11 12 / ',
    )
    // Fewer lines of figures might be anything; lines that stand beside none are not cut from there.
    const few = figures.slice(0, 3)
    expect(text(unlined(page(50, labels)), unlined(page(50, few)))).toContain(' / 废止 有效,3 4,5 6')
    expect(text(unlined(page(50, labels.slice(0, 4))), unlined(page(50, figures)))).toContain(' / 废止 有效,3 4')
  })

  it('leads back to the page and the place where each cell is', () => {
    const [sheet] = joinBeside([page(50, LEFT), page(80, RIGHT)])
    // The second page begins 30 points further in, and its first column where the first page ends.
    expect(sheet?.where([110, 120, 170, 140])).toEqual({ page: 1, box: [110, 120, 170, 140] })
    expect(sheet?.where([170, 120, 230, 140])).toEqual({ page: 2, box: [80, 120, 140, 140] })
  })

  it('is not made of tables that only look alike', () => {
    const stay = (...pages: readonly ReadPage[]): void => {
      expect(joinBeside(pages).map(({ content }) => content)).toEqual(pages.map(({ content }) => content))
    }
    // Each with labels of its own: the report of another agency.
    stay(page(50, LEFT), page(50, LEFT))
    // Rows elsewhere, fewer rows, or no figures.
    stay(page(50, LEFT), page(50, [['甲', '乙']], RIGHT))
    stay(page(50, LEFT), page(50, RIGHT.slice(0, 2)))
    stay(
      page(50, LEFT),
      page(
        50,
        RIGHT.map(() => ['甲', '乙']),
      ),
    )
    // Labels beside empty rows, and the same heads over figures without labels: tables of others.
    const empty = LEFT.map(([label = ''], row) => [label, row === 0 ? '件数' : ''])
    stay(page(50, empty), page(50, LEFT))
    const heads = ['维持', '纠正']
    stay(page(50, [heads, ['1', '2']]), page(50, [heads, ['3', '4']]))
    // Two that it may belong to.
    stay(page(50, LEFT), page(200, LEFT), page(50, RIGHT))
  })
})
