import { describe, expect, it } from 'vitest'
import { TABLE_IDS } from '@/form/version'
import { tableRows } from '@/ui/report/tableRows'
import type { TableRow } from '@/ui/report/tableRows'
import { rowsWith } from '@/ui/revision/changedRows'
import { foldPieces, runsOf } from '@/ui/revision/textFolds'

/** How many grid columns each row of a table fills, spans from above counted. */
function widths(rows: readonly TableRow[]): number[] {
  const filled = rows.map(() => 0)
  for (const [index, { cells }] of rows.entries())
    for (const { colspan, rowspan } of cells)
      for (let at = index; at < index + rowspan; at += 1) filled[at] = (filled[at] ?? Number.NaN) + colspan
  return filled
}

describe('only the changed rows of a table, in Node', () => {
  it('are a whole table still, for any one row', () => {
    for (const table of TABLE_IDS)
      for (const version of ['2019', '2021'] as const) {
        const all = tableRows(table, version)
        const [whole = 0] = widths(all)
        for (const { fields } of all.filter(({ head }) => !head)) {
          const rows = rowsWith(all, new Set(fields.slice(0, 1)))
          expect(rows.flatMap((row) => row.fields)).toEqual(fields)
          expect(rows[0]?.head).toBe(true)
          expect(new Set(widths(rows))).toEqual(new Set([whole]))
        }
      }
  })

  it('keep the merged label of a group over rows that stay in it', () => {
    const rows = rowsWith(
      tableRows('requests', '2021'),
      new Set(['requests.refused.stateSecret.natural', 'requests.carriedOut.total'] as const),
    )
    const labels = rows.flatMap(({ cells }) => cells.filter(({ kind }) => kind === 'label').map(({ text }) => text))
    expect(labels[0]).toBe('三、本年度办理结果')
    expect(labels.at(-1)).toMatch(/^四、结转/u)
  })

  it('are none where nothing changed', () => {
    expect(rowsWith(tableRows('proactive', '2021'), new Set())).toEqual([])
  })
})

describe('what folds away, in Node', () => {
  const same = (text: string) => ({ kind: 'same' as const, text })
  it('is a run of unchanged paragraphs but those beside a change', () => {
    const runs = runsOf([same('1'), same('2'), same('3'), { kind: 'added', text: '4' }, same('5'), same('6')])
    expect(runs.map(({ folded, paragraphs }) => [folded, paragraphs.length])).toEqual([
      [true, 2],
      [false, 3],
      [true, 1],
    ])
  })

  it('is the middle of a long stretch within a paragraph, and no sign is lost', () => {
    const long = '公'.repeat(500)
    const pieces = foldPieces([same(long), { kind: 'added', text: '新' }, same(long)])
    expect(pieces.map(({ text, hidden }) => [text.length, hidden])).toEqual([
      [440, true],
      [60, false],
      [1, false],
      [60, false],
      [440, true],
    ])
    expect(pieces.map(({ text }) => text).join('')).toBe(`${long}新${long}`)
    expect(foldPieces([same('短'), { kind: 'removed', text: '旧' }]).some(({ hidden }) => hidden)).toBe(false)
  })
})
