import fc from 'fast-check'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { csvText } from '@/exports/csv'
import { datasetJson } from '@/exports/datasetJson'
import { datasetXlsx } from '@/exports/datasetXlsx'
import { neutralText, plainText } from '@/exports/neutral'
import { readRegisterFile, REGISTER_FILE_FAULTS, registerCsv, registerXlsx } from '@/exports/registerFile'
import { decodeText } from '@/readers/encoding'
import type { Agency } from '@/register/agency'
import { agencyId } from '@/register/names'
import { proposeAgency } from '@/register/propose'
import { NO_REGIONS } from '@/register/regions'
import { planRegister as planTable } from '@/register/table/plan'
import { exampleReports, OPTIONS } from './exampleReports'

const planRegister = (
  sheet: readonly (readonly string[])[],
  agencies: readonly Agency[],
  language: 'zh' | 'en' = 'zh',
) => planTable(sheet, agencies, { regions: NO_REGIONS, language })
const created = '2026-01-31T00:00:00.000Z'
const decode = (bytes: Uint8Array): string => decodeText(bytes).text
const read = (bytes: Uint8Array) => readRegisterFile(bytes, decode)
const made = (name: string, more: Partial<Agency> = {}): Agency => ({
  ...proposeAgency(name, NO_REGIONS),
  id: agencyId(name),
  edited: [],
  ...more,
})
const city = made('临澜市人民政府')
const register: readonly Agency[] = [
  city,
  made('临澜市财政局', {
    aliases: ['=cmd|calc', '市财政'],
    formerNames: [{ name: '临澜市财税局', until: 2004 }],
    regionCode: '429999',
    parent: city.id,
    from: 2019,
    to: 2030,
  }),
  made('+86"临澜",\n甲', { region: '-1' }),
]

async function rowsOf(bytes: Uint8Array): Promise<string[][]> {
  const result = await read(bytes)
  if (!result.ok) throw new Error(result.error)
  return result.value
}

describe('the register within a data set', () => {
  const whole: readonly Agency[] = [
    ...register,
    made('临澜市大数据局', {
      formerNames: [{ name: '临澜市信息中心' }, { name: '临澜市信息局', until: 2018 }],
      regionCode: '429999',
      to: 2023,
      successor: agencyId('临澜市数据局'),
    }),
    made('临澜市数据局', { system: null, level: 'city', scope: 'summed' }),
  ]
  const bare = (agencies: readonly Agency[]) => agencies.map(({ edited: _, ...agency }) => agency)

  it('comes back from xlsx and JSON with every field, beside sheets that name agencies too', async () => {
    const options = { ...OPTIONS, example: true, agencies: whole }
    let json = ''
    for await (const piece of datasetJson(exampleReports(), options)) json += piece
    for (const bytes of [await datasetXlsx(exampleReports(), options), new TextEncoder().encode(json)]) {
      const { added, refused, ignored } = planRegister(await rowsOf(bytes), [])
      expect([refused, ignored]).toEqual([[], []])
      expect(bare(added.map(({ agency }) => agency))).toEqual(bare(whole))
      expect(planRegister(await rowsOf(bytes), whole).unchanged).toHaveLength(whole.length)
    }
  })

  it('names the row of JSON that is no agency, and a JSON without agencies', async () => {
    const json = new TextEncoder().encode(JSON.stringify({ agencies: [{ name: '甲局' }, 5, { id: 'x' }] }))
    const { added, refused } = planRegister(await rowsOf(json), [])
    expect(added.map(({ agency }) => agency.name)).toEqual(['甲局'])
    expect(refused.map(({ row, code }) => [row, code])).toEqual([[4, 'no-name']])
    expect(await read(new TextEncoder().encode('{"reports":[]}'))).toEqual({ ok: false, error: 'not-a-table' })
  })

  it('tells by their ids agencies of one name that others name', async () => {
    const twins = [made('分局', { id: 'one' }), made('分局', { id: 'two' }), made('队', { id: 'id', parent: 'two' })]
    const json = new TextEncoder().encode(JSON.stringify({ agencies: twins }))
    expect(planRegister(await rowsOf(json), twins).unchanged).toEqual(['one', 'two', 'id'])
  })
})

describe('a register written to a file', () => {
  it('is read back from xlsx without a change, in both languages', async () => {
    for (const language of ['zh', 'en'] as const) {
      const plan = planRegister(await rowsOf(await registerXlsx(register, { language, created })), register, language)
      expect([plan.refused, plan.changed, plan.added, plan.ignored]).toEqual([[], [], [], []])
      expect(plan.unchanged).toEqual(register.map(({ id }) => id))
    }
  })

  it('is read back from CSV without a change, in UTF-8', async () => {
    const bytes = new TextEncoder().encode(registerCsv(register, 'zh'))
    const plan = planRegister(await rowsOf(bytes), register)
    expect([plan.refused, plan.changed, plan.added, plan.ignored]).toEqual([[], [], [], []])
  })

  it('holds no formula, and gives the text back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from("'=+-@＝\t 甲a")) }), (text) => {
        if (!text.startsWith("'")) expect(plainText(neutralText(text))).toBe(text)
        expect(neutralText(plainText(neutralText(text)))).toBe(neutralText(text))
      }),
    )
  })
})

describe('a table that somebody made', () => {
  it('is read from CSV in GB18030, from tabs, and from a workbook whose first sheet is another', async () => {
    const gbk = Uint8Array.from([
      0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xcc, 0xf5, 0xcf, 0xdf, 0x0a, 0xbc, 0xd7, 0xcf, 0xd8, 0x2c, 0x0a,
    ])
    expect((await rowsOf(gbk)).slice(0, 2)).toEqual([
      ['名称', '条线'],
      ['甲县', ''],
    ])
    expect((await rowsOf(new TextEncoder().encode('全称\t条线\n甲县\t财政')))[1]).toEqual(['甲县', '财政'])
    const book = await writeXlsx({
      sheets: [
        { name: '封面', rows: [['通讯录']] },
        { name: '表', rows: [[null], ['名称', '起始年', '区划代码'], ['甲县财政局', 2019, 420_200]] },
      ],
    })
    expect(planRegister(await rowsOf(book), []).added[0]).toMatchObject({
      row: 3,
      agency: { name: '甲县财政局', from: 2019, regionCode: '420200' },
    })
  })

  it('that is none is refused with a reason', async () => {
    const word = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0])
    const cut = (await registerXlsx(register, { language: 'zh', created })).subarray(0, 800)
    for (const bytes of [word, cut]) expect(await read(bytes)).toEqual({ ok: false, error: 'not-a-table' })
    expect(await read(new Uint8Array(21 * 1024 * 1024))).toEqual({ ok: false, error: 'too-large' })
    const long = new TextEncoder().encode(csvText(Array.from({ length: 50_001 }, () => ['甲'])))
    expect(await read(long)).toEqual({ ok: false, error: 'too-large' })
    expect(Object.values(REGISTER_FILE_FAULTS).every(({ zh, en }) => zh !== '' && en !== '')).toBe(true)
  })
})
