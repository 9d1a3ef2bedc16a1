import { describe, expect, it } from 'vitest'
import type { Agency } from '@/register/agency'
import { agencyId } from '@/register/names'
import { proposeAgency } from '@/register/propose'
import { NO_REGIONS } from '@/register/regions'
import { COLUMN_IDS, COLUMN_LABELS, registerRows } from '@/register/table/columns'
import type { ColumnId } from '@/register/table/columns'
import { applyPlan, planRegister as planTable } from '@/register/table/plan'
import type { RegisterPlan } from '@/register/table/plan'
import { problemPlace, problemText, PROBLEMS } from '@/register/table/problems'

const made = (name: string, more: Partial<Agency> = {}): Agency => ({
  ...proposeAgency(name, NO_REGIONS),
  id: agencyId(name),
  edited: [],
  ...more,
})
const planRegister = (
  sheet: readonly (readonly string[])[],
  agencies: readonly Agency[],
  language: 'zh' | 'en' = 'zh',
) => planTable(sheet, agencies, { regions: NO_REGIONS, language })
const city = made('临澜市人民政府')
const data = made('临澜市数据局', { parent: city.id })
const register: readonly Agency[] = [
  city,
  made('临澜市财政局', {
    aliases: ['市财政', '临澜财政'],
    formerNames: [{ name: '临澜市财税局', until: 2004 }, { name: '临澜市财政处' }],
    regionCode: '429999',
    parent: city.id,
    from: 2019,
  }),
  made('临澜市大数据管理局', { parent: city.id, from: 2019, to: 2023, successor: data.id }),
  data,
]
const [, finance, bigData] = register

/** The register's own table with cells changed: row by full name, column by id. */
function edited(changes: Readonly<Record<string, Partial<Record<ColumnId, string>>>>): string[][] {
  return registerRows(register).map((row, at) => {
    const name = at === 0 ? '' : (row[0] ?? '')
    return row.map((cell, column) => changes[name]?.[COLUMN_IDS[column] ?? 'id'] ?? cell)
  })
}
const rowOf = (cells: Partial<Record<ColumnId, string>>): string[] => COLUMN_IDS.map((id) => cells[id] ?? '')
const refusals = (plan: RegisterPlan): unknown[] => plan.refused.map(({ row, column, code }) => [row, column, code])

describe('the table of the register', () => {
  it('is read back unchanged, in both languages', () => {
    for (const language of ['zh', 'en'] as const) {
      const plan = planRegister(registerRows(register, language), register, language)
      expect(plan).toEqual({
        added: [],
        changed: [],
        unchanged: register.map(({ id }) => id),
        refused: [],
        absent: [],
        ignored: [],
      })
    }
    expect(planRegister(registerRows(register, 'en'), register).changed).toEqual([])
  })

  it('makes the register anew where there is none', () => {
    const { added, refused } = planRegister(registerRows(register), [])
    expect(refused).toEqual([])
    expect(added.map(({ agency: { edited: _, ...agency } }) => agency)).toEqual(
      register.map(({ edited: _, ...agency }) => agency),
    )
  })

  it('prints names with their last year, parents and successors by name', () => {
    const cells = registerRows(register)[2] ?? []
    expect(Object.fromEntries(COLUMN_IDS.map((id, at) => [id, cells[at]]))).toEqual({
      name: '临澜市财政局',
      aliases: '市财政、临澜财政',
      formerNames: '临澜市财税局〔2004〕、临澜市财政处',
      kind: '部门',
      level: '市级',
      regionCode: '429999',
      region: '临澜市',
      system: '财政',
      parent: '临澜市人民政府',
      scope: '本机关',
      from: '2019',
      to: '',
      successor: '',
      id: finance?.id,
    })
    expect(registerRows(register)[3]?.[COLUMN_IDS.indexOf('successor')]).toBe('临澜市数据局')
  })
})

describe('a plan', () => {
  it('tells each change field by field and marks the fields as the person’s', () => {
    const plan = planRegister(
      edited({
        临澜市财政局: { name: '临澜市财政和国资局', system: '国有资产', to: '2030', from: '', aliases: '' },
        临澜市大数据管理局: { formerNames: '临澜市信息中心（2015年）', successor: '' },
      }),
      register,
    )
    expect(plan.refused).toEqual([])
    expect(plan.changed.map(({ row, fields }) => [row, fields])).toEqual([
      [
        3,
        [
          { field: 'name', before: '临澜市财政局', after: '临澜市财政和国资局' },
          { field: 'aliases', before: '市财政、临澜财政', after: '临澜市财政局' },
          { field: 'system', before: '财政', after: '国有资产' },
          { field: 'from', before: '2019', after: '' },
          { field: 'to', before: '', after: '2030' },
        ],
      ],
      [
        4,
        [
          { field: 'formerNames', before: '', after: '临澜市信息中心〔2015〕' },
          { field: 'successor', before: '临澜市数据局', after: '' },
        ],
      ],
    ])
    expect(new Set(plan.changed[0]?.after.edited)).toEqual(new Set(['name', 'aliases', 'system', 'from', 'to']))
    expect(plan.changed[1]?.after).not.toHaveProperty('successor')
    expect(plan.unchanged).toEqual([city.id, data.id])
  })

  it('adds new agencies, proposes what their row leaves empty, and leaves alone what the table lacks', () => {
    const rows = [
      ['单位名称', '条线', '备注'],
      ['临澜市 审计局', '', '新'],
      ['', '', ''],
      ['临澜市发展和改革局', 'Statistics', ''],
    ]
    const plan = planRegister(rows, register)
    expect(plan.ignored).toEqual(['备注'])
    expect(
      plan.added.map(({ row, agency }) => [row, agency.name, agency.system, agency.parent, agency.edited]),
    ).toEqual([
      [2, '临澜市 审计局', 'audit', city.id, []],
      [4, '临澜市发展和改革局', 'statistics', city.id, ['system']],
    ])
    expect(plan.absent).toEqual(register.map(({ id }) => id))
  })

  it('finds a row by its id, else by its name in any writing; a column that is not there changes nothing', () => {
    const plan = planRegister(
      [
        ['全称', '起始年'],
        ['临澜市　财政局', '2020'],
        ['临澜市政府', ''],
      ],
      register,
    )
    expect(plan.changed.map(({ before, fields }) => [before.id, fields.map(({ field }) => field)])).toEqual([
      [finance?.id, ['name', 'from']],
      [city.id, ['name']],
    ])
    expect(plan.changed[0]?.after.aliases).toEqual(finance?.aliases)
  })

  it('two agencies may change their names with each other', () => {
    const plan = planRegister(
      edited({ 临澜市财政局: { name: '临澜市数据局' }, 临澜市数据局: { name: '临澜市财政局' } }),
      register,
    )
    expect(plan.refused).toEqual([])
    expect(plan.changed.map(({ after }) => after.name)).toEqual(['临澜市数据局', '临澜市财政局'])
  })

  it('refuses bad rows, each with its place and reason, and keeps the others', () => {
    const head = registerRows([])[0] ?? []
    const plan = planRegister(
      [
        head,
        rowOf({ kind: '部门' }),
        rowOf({
          name: '甲县财政局',
          kind: '局',
          level: '乡',
          system: '钱',
          scope: '全部',
          regionCode: '4299',
          from: '二〇',
        }),
        rowOf({ name: '乙县财政局', from: '2022', to: '2019' }),
        rowOf({ name: '丙县财政局', parent: '没有的政府' }),
        rowOf({ name: '丁县财政局', parent: '丁县财政局' }),
        rowOf({ name: '戊县财政局', parent: '丙县财政局' }),
        rowOf({ name: '己县水利局', successor: '庚县水利局' }),
        rowOf({ name: '庚县水利局', successor: '己县水利局' }),
        rowOf({ name: '辛县财政局' }),
        rowOf({ name: '辛县 财政局' }),
        rowOf({ name: '市财政' }),
        rowOf({ id: finance?.id ?? '', name: '临澜市数据局' }),
        rowOf({ name: '长'.repeat(101) }),
        rowOf({ name: '壬县财政局', formerNames: '壬县财税局〔去年〕' }),
      ],
      register,
    )
    expect(refusals(plan)).toEqual([
      [2, 'name', 'no-name'],
      [3, 'kind', 'not-allowed'],
      [3, 'level', 'not-allowed'],
      [3, 'regionCode', 'not-a-code'],
      [3, 'system', 'not-allowed'],
      [3, 'scope', 'not-allowed'],
      [3, 'from', 'not-a-year'],
      [4, 'to', 'years-reversed'],
      [5, 'parent', 'unknown-agency'],
      [6, 'parent', 'itself'],
      [7, 'parent', 'unknown-agency'],
      [8, 'successor', 'circle'],
      [9, 'successor', 'circle'],
      [11, 'name', 'twice'],
      [12, 'name', 'name-is-other'],
      [13, 'name', 'name-taken'],
      [14, 'name', 'too-long'],
      [15, 'formerNames', 'not-a-year'],
    ])
    expect(plan.added.map(({ agency }) => agency.name)).toEqual(['辛县财政局'])
    for (const problem of plan.refused)
      for (const language of ['zh', 'en'] as const) {
        expect(problemText(problem, language)).not.toMatch(/[{}]|undefined/u)
        expect(problemPlace(problem, language)).toContain(String(problem.row))
      }
  })

  it('refuses a table without a head', () => {
    const plan = planRegister([['临澜市财政局'], ['临澜市审计局']], register)
    expect(refusals(plan)).toEqual([[1, null, 'no-head']])
    expect(plan.absent).toHaveLength(register.length)
    expect(planRegister([], register).refused).toHaveLength(1)
  })
})

describe('applying a plan', () => {
  const plan = planRegister(
    [...edited({ 临澜市财政局: { system: '国有资产' } }), rowOf({ name: '临澜市审计局' })],
    register,
  )

  it('writes what was added and changed, and nothing else', () => {
    const { write, stale } = applyPlan(plan, register)
    expect(stale).toEqual([])
    expect(write.map(({ name, system }) => [name, system])).toEqual([
      ['临澜市审计局', 'audit'],
      ['临澜市财政局', 'stateAssets'],
    ])
  })

  it('leaves what was changed, removed or added since the plan was made', () => {
    const meanwhile = [
      ...register.map((agency) => (agency === finance ? { ...agency, to: 2024 } : agency)),
      made('临澜市审计局'),
    ]
    expect(applyPlan(plan, meanwhile)).toEqual({ write: [], stale: [agencyId('临澜市审计局'), finance?.id] })
    expect(
      applyPlan(
        plan,
        register.filter((agency) => agency !== finance && agency !== bigData),
      ).stale,
    ).toEqual([finance?.id])
  })
})

describe('the words of the table', () => {
  it('are there in both languages', () => {
    for (const { zh, en } of [...Object.values(PROBLEMS), ...Object.values(COLUMN_LABELS)]) {
      expect(zh).toMatch(/\p{Script=Han}/u)
      expect(en).not.toMatch(/\p{Script=Han}/u)
    }
  })
})
