import { describe, expect, it } from 'vitest'
import { deadlineFor, deadlineOf, isLate, owes, STATUTORY } from '@/register/deadlines'
import { AGENCY_KINDS, LEVELS, SCOPES } from '@/register/agency'
import { KIND_LABELS, LEVEL_LABELS, SCOPE_LABELS } from '@/register/labels'
import { proposeAgency } from '@/register/propose'
import { NO_REGIONS } from '@/register/regions'
import { SYSTEMS, systemLabel } from '@/register/systems'

describe('deadlines', () => {
  it('are 31 January for departments, townships and offices, 31 March for governments of counties and above', () => {
    for (const name of ['临澜市财政局', '灵乡镇人民政府', '临澜市人民政府办公室', '临澜经济开发区管理委员会'])
      expect(deadlineOf(proposeAgency(name, NO_REGIONS), 2024, STATUTORY)).toBe('2025-01-31')
    for (const name of ['洪泽区', '临澜市人民政府', '平潭综合实验区'])
      expect(deadlineOf(proposeAgency(name, NO_REGIONS), 2024, STATUTORY)).toBe('2025-03-31')
  })

  it('are missed the day after; an unknown date is not late', () => {
    const agency = proposeAgency('临澜市财政局', NO_REGIONS)
    expect(isLate(agency, 2024, '2025-01-31', STATUTORY)).toBe(false)
    expect(isLate(agency, 2024, '2025-02-01', STATUTORY)).toBe(true)
    expect(isLate(agency, 2024, undefined, STATUTORY)).toBe(false)
  })

  it('are those of the settings: of the class, and of the narrowest place that sets one for it', () => {
    const settings = {
      deadlines: { ...STATUTORY.deadlines, townships: { day: '01-25', source: '某办通知' } },
      localDeadlines: [
        { region: '320000', of: 'departments', day: '01-20', source: '省' },
        { region: '320800', of: 'departments', day: '01-10', source: '市' },
      ],
    } as const
    const office = { kind: 'department', scope: 'own', regionCode: '320813' } as const
    expect(deadlineFor(office, settings)).toMatchObject({ day: '01-10', source: '市' })
    expect(deadlineOf({ ...office, regionCode: '320100' }, 2024, settings)).toBe('2025-01-20')
    expect(deadlineOf({ kind: 'department', scope: 'own' }, 2024, settings)).toBe('2025-01-31')
    expect(deadlineOf({ ...office, kind: 'township' }, 2024, settings)).toBe('2025-01-25')
    expect(isLate(office, 2024, '2025-01-11', settings)).toBe(true)
  })

  it('a report is owed between the first and the last year, both included', () => {
    expect([2018, 2019, 2021, 2022].map((year) => owes({ from: 2019, to: 2021 }, year))).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect(owes({}, 2019)).toBe(true)
  })
})

describe('labels', () => {
  it('every kind, level, scope and system has a Chinese and an English name', () => {
    const labels = [
      ...AGENCY_KINDS.map((kind) => KIND_LABELS[kind]),
      ...LEVELS.map((level) => LEVEL_LABELS[level]),
      ...SCOPES.map((scope) => SCOPE_LABELS[scope]),
      ...SYSTEMS.map(({ id }) => systemLabel(id)),
    ]
    for (const label of labels) {
      expect(label?.zh).toMatch(/\p{Script=Han}/u)
      expect(label?.en).toMatch(/^[A-Z][^\p{Script=Han}]+$/u)
    }
    expect(new Set(SYSTEMS.map(({ id }) => id)).size).toBe(SYSTEMS.length)
    expect(systemLabel('nothing')).toBeUndefined()
  })
})
