import { describe, expect, test } from 'vitest'
import type { Agency } from '@/register/agency'
import { lineagesOf } from '@/register/lineage'
import { proposeAgency } from '@/register/propose'
import { NO_REGIONS } from '@/register/regions'
import { chosenAgencies } from '@/ui/filters/agencyParams'
import { seriesNames } from '@/ui/filters/seriesNames'
import { i18n } from '@/ui/i18n'
import { yearBeforeOf } from '@/ui/report/yearBefore'
import type { ReportRow } from '@/store/rows'

const made = (id: string, more: Partial<Agency> = {}): Agency & { reports: number } => ({
  ...proposeAgency(id, NO_REGIONS),
  id,
  edited: [],
  reports: 1,
  ...more,
})
const agencies = [
  made('数据局', { system: 'services' }),
  made('大数据局', { to: 2023, successor: '数据局', system: 'industry' }),
  made('财政局', { formerIds: ['财政局二'] }),
]
const lineages = lineagesOf(agencies)
const byId = new Map(agencies.map((agency) => [agency.id, agency]))
const NOTHING = { regions: [], kinds: [], levels: [], systems: [], agencies: [] } as const
const t = i18n.global.t as Parameters<typeof seriesNames>[3]

describe('an agency and those whose duties it took over', () => {
  test('are chosen together, by the name of any and by what the last one is', () => {
    const chosen = (values: object) => [...chosenAgencies({ ...NOTHING, ...values }, agencies, byId, lineages)]
    expect(chosen({ agencies: ['数据局'] })).toEqual(['数据局', '大数据局'])
    expect(chosen({ agencies: ['大数据局'] })).toEqual(['数据局', '大数据局'])
    expect(chosen({ systems: ['services'] })).toEqual(['数据局', '大数据局'])
    expect(chosen({ systems: ['industry'] })).toEqual([])
  })

  test('are named together, each series once, and so is an entry by the id that it had', () => {
    const names = seriesNames(agencies, lineages.all, 'zh', t)
    expect(names.wordsOf(['数据局', '大数据局', '财政局二'])).toEqual(['数据局（含前身大数据局）', '财政局'])
    expect([names.placeOf('数据局'), names.placeOf('大数据局'), names.placeOf('财政局')]).toEqual([
      '含前身大数据局',
      '数列归数据局',
      '',
    ])
  })
})

describe('the year before of several bodies that became one', () => {
  const FIELD = 'requests.received.total'
  const row = (value: number | null, more: Partial<ReportRow> = {}): ReportRow =>
    ({
      year: 2021,
      forms: { requests: '2021' },
      cells: { [FIELD]: { value, state: value === null ? 'blank' : 'printed', raw: '', place: {} } },
      corrected: {},
      forced: {},
      inError: [],
      ...more,
    }) as unknown as ReportRow

  test('is the sum of all, with corrections, and nothing where one is blank', () => {
    expect(yearBeforeOf([])).toBeNull()
    expect(yearBeforeOf([row(5), row(7)])?.valueOf(FIELD)).toBe(12)
    expect(yearBeforeOf([row(5), row(7, { corrected: { [FIELD]: 8 } })])?.valueOf(FIELD)).toBe(13)
    expect(yearBeforeOf([row(5), row(null)])?.valueOf(FIELD)).toBeNull()
    expect(yearBeforeOf([row(5)])?.valueOf('requests.received.natural')).toBeUndefined()
    expect(yearBeforeOf([row(5), row(1, { forms: {} })])?.hasRequests).toBe(false)
  })
})
