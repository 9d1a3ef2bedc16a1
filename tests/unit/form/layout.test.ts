import { describe, expect, it } from 'vitest'
import { fieldsOf } from '@/form/fields'
import { statutoryLayout } from '@/form/layout'
import { FORM_VERSIONS, TABLE_IDS } from '@/form/version'

const TABLES = TABLE_IDS.flatMap((table) => FORM_VERSIONS.map((version) => ({ table, version })))
const WIDTHS = { proactive: 12, requests: 10, disputes: 15 } as const
const HEIGHTS = {
  proactive: { '2019': 18, '2021': 14 },
  requests: { '2019': 26, '2021': 28 },
  disputes: { '2019': 4, '2021': 4 },
}

describe('the printed layout', () => {
  it.each(TABLES)('of $table $version covers its grid exactly, no cell over another', ({ table, version }) => {
    const layout = statutoryLayout(table, version)
    const width = WIDTHS[table]
    const taken = layout.map(() => Array.from({ length: width }, () => 0))
    for (const [row, cells] of layout.entries()) {
      let column = 0
      for (const { colspan, rowspan } of cells) {
        while (taken[row]?.[column]) column += 1
        expect(column + colspan).toBeLessThanOrEqual(width)
        for (let down = 0; down < rowspan; down += 1)
          for (let along = 0; along < colspan; along += 1) {
            const line = taken[row + down]
            if (!line) throw new Error(`a cell of row ${String(row)} reaches below the table`)
            line[column + along] = (line[column + along] ?? 0) + 1
          }
        column += colspan
      }
    }
    expect(taken.flat().every((count) => count === 1)).toBe(true)
    expect(layout).toHaveLength(HEIGHTS[table][version])
  })

  it.each(TABLES)('of $table $version has each field of the version once, in order', ({ table, version }) => {
    const fields = statutoryLayout(table, version)
      .flat()
      .flatMap((cell) => (cell.kind === 'value' ? [cell.field] : []))
    const expected = fieldsOf(table, version).map(({ id }) => id)
    expect([...fields].sort()).toEqual([...expected].sort())
    if (table !== 'proactive') expect(fields).toEqual(expected)
  })

  it('prints words in every cell that is not a value', () => {
    for (const { table, version } of TABLES)
      for (const cell of statutoryLayout(table, version).flat())
        expect(cell.kind === 'value' ? cell.text : cell.text.length > 0).toBe(cell.kind === 'value' ? '' : true)
  })

  it('says the same words in English, with the numbers of the form', () => {
    const english = TABLES.flatMap(({ table, version }) => statutoryLayout(table, version).flat()).filter(
      ({ kind }) => kind !== 'value',
    )
    expect(english.filter(({ en }) => en === '' || /[\u4e00-\u9fff（）]/u.test(en))).toEqual([])
    const of = (text: string): string | undefined => english.find((cell) => cell.text === text)?.en
    expect(of('一、本年新收政府信息公开申请数量')).toBe('1. Received this year')
    expect(of('（三）不予公开')).toBe('(3) Refused')
    expect(of('1.属于国家秘密')).toBe('1. State secret')
    expect(of('本年收费金额（单位：万元）')).toBe('Collected (10,000 yuan)')
  })
})
