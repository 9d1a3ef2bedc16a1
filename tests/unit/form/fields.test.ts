import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { FIELDS, fieldOf, fieldsOf, isFieldId } from '@/form/fields'
import { FORM_VERSIONS, TABLE_IDS, versionOfYear } from '@/form/version'

/** The facts of the form as 国办公开办函〔2019〕60号 and 〔2021〕30号 have them, one cell a line. */
const [HEAD = '', ...LINES] = readFileSync(new URL('fields.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
const UNITS = { count: 'count', signedCount: 'signed count', money: '10k CNY' } as const

describe('the fields of the form', () => {
  it('are the 226 of the facts, in their order, with era, unit, row, column and both labels', () => {
    expect(HEAD).toBe('id\ttable\tera\tunit\trow\tcolumn\tlabel_zh\tlabel_en')
    const stated = FIELDS.map(({ id, table, era, unit, row, column, label }) =>
      [id, table, era, UNITS[unit], row, column, label.zh, label.en].join('\t'),
    )
    expect(stated).toEqual(LINES)
    expect(stated).toHaveLength(226)
  })

  it('count 10 and 22, 175 and 161, 15 and 15 by table and version', () => {
    const counts = TABLE_IDS.map((table) => FORM_VERSIONS.map((version) => fieldsOf(table, version).length))
    expect(counts).toEqual([
      [22, 10],
      [161, 175],
      [15, 15],
    ])
  })

  it('are known by id, and nothing else is', () => {
    for (const { id } of FIELDS) expect([isFieldId(id), fieldOf(id).id]).toEqual([true, id])
    for (const id of ['', 'requests', 'requests.received', '__proto__', 'constructor'])
      expect(isFieldId(id)).toBe(false)
  })
})

describe('the version of a year', () => {
  it('is none before 2019, the 2019 form for 2019 and 2020, the present one since', () => {
    expect([2018, 2019, 2020, 2021, 2030].map(versionOfYear)).toEqual([null, '2019', '2019', '2021', '2021'])
  })
})
