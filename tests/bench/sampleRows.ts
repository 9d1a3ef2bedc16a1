import type { CubeReport } from '@/cube/input'
import type { FieldId } from '@/form/fields'
import { proposeAgency } from '@/register/propose'
import { NO_REGIONS } from '@/register/regions'
import type { Agency } from '@/register/agency'
import type { CellState } from '@/report/report'
import { random } from '@/sample/random'
import type { Random } from '@/sample/random'
import { sampleReports } from '@/sample/sampleReports'

const YEARS = [2019, 2020, 2021, 2022, 2023, 2024]

export interface SampleRow {
  readonly agency: Agency
  readonly filed: CubeReport
}

/** Reports of fictional agencies as they lie in the store, one in ten of them with cells that are blank, unread, repaired, corrected or disputed. */
export function* sampleRows(count: number): Generator<SampleRow> {
  const stream = random('bench')
  const dirt = stream.fork('dirt')
  let agency = null as Agency | null
  let made = 0
  for (const sample of sampleReports(Math.ceil(count / YEARS.length), YEARS, stream)) {
    if (made++ === count) return
    if (agency?.name !== sample.agency) {
      agency = { ...proposeAgency(sample.agency, NO_REGIONS), region: sample.region, id: sample.agency, edited: [] }
    }
    const fields = Object.keys(sample.values) as FieldId[]
    const cells: Partial<Record<FieldId, { value: number | null; state: CellState }>> = {}
    for (const field of fields) {
      const value = sample.values[field] ?? null
      cells[field] = { value, state: value === null ? 'blank' : 'printed' }
    }
    const corrected: Partial<Record<FieldId, number>> = {}
    const inError: FieldId[] = []
    if (dirt.chance(0.1)) soil(fields, cells, corrected, inError, dirt)
    const filed: CubeReport = {
      agency: agency.id,
      year: sample.year,
      imported: '2025-02-01T00:00:00.000Z',
      published: sample.published,
      forms: sample.forms,
      cells,
      forced: {},
      corrected,
      inError,
      counts: { errors: inError.length },
    }
    yield { agency, filed }
  }
}

function soil(
  fields: readonly FieldId[],
  cells: Partial<Record<FieldId, { value: number | null; state: CellState }>>,
  corrected: Partial<Record<FieldId, number>>,
  inError: FieldId[],
  dirt: Random,
): void {
  for (let times = dirt.int(1, 12); times > 0; times--) {
    const field = dirt.pick(fields)
    const state = dirt.pick(['blank', 'unread', 'repaired', 'inferred'] as const)
    const value = state === 'blank' || state === 'unread' ? null : (cells[field]?.value ?? 0)
    cells[field] = { value, state }
    if (dirt.chance(0.2)) corrected[dirt.pick(fields)] = dirt.int(0, 9)
    if (dirt.chance(0.2)) inError.push(dirt.pick(fields))
  }
}
