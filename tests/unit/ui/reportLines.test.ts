import { describe, expect, test } from 'vitest'
import type { Agency } from '@/register/agency'
import { lineagesOf } from '@/register/lineage'
import type { ReportLine } from '@/state/reports'
import type { ReportHead } from '@/store/rows'
import { agenciesOf, chosenAgencies } from '@/ui/filters/agencyParams'
import { formsWord, listReports } from '@/ui/reports/reportLines'

function line(name: string, year: number, more: Partial<Agency> = {}, forms: ReportHead['forms'] = {}): ReportLine {
  const agency: Agency = {
    id: name,
    name,
    aliases: [],
    kind: 'department',
    level: 'county',
    region: '临澜市',
    system: null,
    parent: null,
    scope: 'own',
    edited: [],
    ...more,
  }
  const head: ReportHead = {
    id: `${name} ${String(year)}`,
    agency: name,
    year,
    version: 1,
    current: 1,
    source: { file: `${name}.docx`, format: 'docx' },
    hash: '',
    imported: '2025-01-20T00:00:00Z',
    readAgency: name,
    readYear: year,
    forms,
    counts: { values: 200, issues: 0, findings: 0, errors: 0, corrected: 0 },
  }
  return { head, agency }
}

const lines = [
  line('临澜市住房和城乡建设局', 2023, { system: 'housing' }),
  line('临澜市住房和城乡建设局', 2024, { system: 'housing' }),
  line('临澜市财政局', 2024, { system: 'finance' }),
  line('石门镇人民政府', 2024, { kind: 'township', level: 'township', region: '石门镇' }),
]
const NOTHING = { regions: [], kinds: [], levels: [], systems: [], agencies: [] } as const

function listed(values: Partial<Parameters<typeof chosenAgencies>[0]>, q = ''): string[] {
  const agencies = chosenAgencies({ ...NOTHING, ...values }, agenciesOf(lines), new Map(), lineagesOf([]))
  const wanted = { q, years: [], agencies, onlyErrors: false, sort: 'agency', descending: false } as const
  return listReports(lines, wanted).map(({ head }) => head.id)
}

describe('the table of reports', () => {
  test('is filtered by every field of the agency, together', () => {
    expect(listed({})).toHaveLength(4)
    expect(listed({ regions: ['石门镇'] })).toEqual(['石门镇人民政府 2024'])
    expect(listed({ kinds: ['department'], systems: ['finance', 'housing'] })).toHaveLength(3)
    expect(listed({ levels: ['township'], systems: ['housing'] })).toEqual([])
    expect(listed({ agencies: ['临澜市财政局'] })).toEqual(['临澜市财政局 2024'])
  })

  test('finds by short initials within what the filters leave', () => {
    expect(listed({}, 'zjj')).toEqual(['临澜市住房和城乡建设局 2024', '临澜市住房和城乡建设局 2023'])
    expect(listed({ systems: ['finance'] }, 'zjj')).toEqual([])
  })

  test('counts the reports of each agency once', () => {
    expect(agenciesOf(lines).map(({ name, reports }) => [name, reports])).toContainEqual(['临澜市住房和城乡建设局', 2])
  })

  test('says one form version where the tables agree and each once where they do not', () => {
    expect(formsWord(line('甲', 2021, {}, { proactive: '2021', requests: '2021', disputes: '2021' }))).toBe('2021')
    expect(formsWord(line('甲', 2021, {}, { proactive: '2021', requests: '2019', disputes: '2021' }))).toBe('2019+2021')
    expect(formsWord(line('甲', 2021))).toBe('')
  })
})
