import type { CubeReport } from '@/cube/input'
import { fieldsOf } from '@/form/fields'
import type { FieldId } from '@/form/fields'
import { TABLE_IDS, versionOfYear } from '@/form/version'
import type { FormVersion, TableId } from '@/form/version'
import type { Agency } from '@/register/agency'
import type { CellState } from '@/report/report'

type Value = number | null | readonly [value: number | null, state: CellState]

/** A report on its year's form: the cells given, `null` as blank, all else printed zeros. */
export function filed(
  agency: string,
  year: number,
  values: Readonly<Partial<Record<FieldId, Value>>> = {},
  more: Partial<CubeReport> = {},
): CubeReport {
  const version = versionOfYear(year) ?? '2019'
  const forms: Partial<Record<TableId, FormVersion>> =
    more.forms ?? Object.fromEntries(TABLE_IDS.map((table) => [table, version]))
  const cells: Partial<Record<FieldId, { value: number | null; state: CellState }>> = {}
  for (const table of TABLE_IDS) {
    const on = forms[table]
    if (on) for (const { id } of fieldsOf(table, on)) cells[id] = cell(values[id] === undefined ? 0 : values[id])
  }
  return {
    agency,
    year,
    imported: '2025-02-01T08:00:00.000Z',
    forced: {},
    corrected: {},
    inError: [],
    counts: { errors: 0 },
    ...more,
    forms,
    cells,
  }
}

function cell(value: Value): { value: number | null; state: CellState } {
  if (value === null) return { value, state: 'blank' }
  return typeof value === 'number' ? { value, state: 'printed' } : { value: value[0], state: value[1] }
}

export function agency(id: string, more: Partial<Agency> = {}): Agency {
  return {
    id,
    name: id,
    aliases: [],
    kind: 'department',
    level: 'county',
    region: '东区',
    system: null,
    parent: null,
    scope: 'own',
    edited: [],
    ...more,
  }
}
