import { fieldOf } from '@/form/fields'
import type { FieldId } from '@/form/fields'
import type { Draft, DraftRow } from '@/sample/draft'
import { mapCells, mapTables } from '@/sample/draft'
import type { Random } from '@/sample/random'
import { demand, fieldsOfReport } from '@/sample/soiled'
import type { Soiled } from '@/sample/soiled'

/** Changes what a document says, in a way that is known: the truth changes with it, and a reader owes what is said or nothing with an issue. */
export type SaidMutation = (soiled: Soiled, random: Random) => Soiled

const isCount = (field: FieldId): boolean => fieldOf(field).unit === 'count'
const allUnsure = (soiled: Soiled): Soiled => demand(soiled, 'unsure', fieldsOfReport(soiled.report))

function withValues(soiled: Soiled, values: ReadonlyMap<FieldId, number | null>): Soiled {
  const draft = mapCells(soiled.draft, (cell) =>
    cell.field !== undefined && values.has(cell.field) ? { ...cell, text: String(values.get(cell.field) ?? '') } : cell,
  )
  return {
    ...soiled,
    draft,
    report: { ...soiled.report, values: { ...soiled.report.values, ...Object.fromEntries(values) } },
  }
}

function countFields(soiled: Soiled): FieldId[] {
  return fieldsOfReport(soiled.report).filter(
    (field) => isCount(field) && (soiled.report.values[field] ?? null) !== null,
  )
}

/** Rows of figures of one table, by index. */
function figureRows(rows: readonly DraftRow[]): number[] {
  return rows.flatMap((row, at) => (row.some((cell) => cell.field !== undefined) ? [at] : []))
}

function onOneTable(soiled: Soiled, random: Random, change: (rows: readonly DraftRow[]) => readonly DraftRow[]): Draft {
  const tables = soiled.draft.blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []))
  if (tables.length === 0) return soiled.draft
  const chosen = random.pick(tables)
  return mapTables(soiled.draft, (table) => (table.table === chosen ? { ...table, rows: change(table.rows) } : table))
}

/** Whether a row stands for itself: nothing spans into it or out of it. */
const isPlain = (row: DraftRow): boolean => row.every((cell) => cell.rowspan === 1) && row[0]?.kind === 'label'

export const SAID_MUTATIONS: Readonly<Record<string, SaidMutation>> = {
  'figures changed': (soiled, random) => {
    const fields = countFields(soiled)
    if (fields.length === 0) return soiled
    const values = new Map<FieldId, number | null>()
    for (let left = random.int(1, 8); left > 0; left -= 1)
      values.set(random.pick(fields), random.pick([0, 1, random.int(0, 99), random.int(0, 99_999)]))
    return withValues(soiled, values)
  },
  'figures swapped': (soiled, random) => {
    const fields = countFields(soiled)
    if (fields.length === 0) return soiled
    const [one, other] = [random.pick(fields), random.pick(fields)]
    const { values } = soiled.report
    return withValues(
      soiled,
      new Map([
        [one, values[other] ?? null],
        [other, values[one] ?? null],
      ]),
    )
  },
  'figures blank': (soiled, random) => {
    const values = new Map<FieldId, number | null>()
    for (const field of countFields(soiled)) if (random.chance(0.05)) values.set(field, null)
    return withValues(soiled, values)
  },
  'rows exchanged': (soiled, random) => ({
    ...allUnsure(soiled),
    draft: onOneTable(soiled, random, (rows) => {
      const plain = figureRows(rows).filter((at) => isPlain(rows[at] ?? []))
      if (plain.length < 2) return rows
      const [one, other] = [random.pick(plain), random.pick(plain)]
      const moved = [...rows]
      const [first, second] = [rows[one], rows[other]]
      if (first && second) {
        moved[one] = second
        moved[other] = first
      }
      return moved
    }),
  }),
  'row printed twice': (soiled, random) => ({
    ...allUnsure(soiled),
    draft: onOneTable(soiled, random, (rows) => {
      const plain = figureRows(rows).filter((at) => isPlain(rows[at] ?? []))
      const at = plain.length === 0 ? null : random.pick(plain)
      const row = at === null ? undefined : rows[at]
      return at === null || !row ? rows : [...rows.slice(0, at), row, ...rows.slice(at)]
    }),
  }),
  'tables printed twice': (soiled) => ({
    ...allUnsure(soiled),
    draft: mapTables(soiled.draft, (table) => [table, table]),
  }),
  'tables in another order': (soiled, random) => {
    const tables = soiled.draft.blocks.filter((block) => block.kind === 'table')
    const from = random.int(0, tables.length)
    const moved = [...tables.slice(from), ...tables.slice(0, from)]
    let at = 0
    return {
      ...allUnsure(soiled),
      draft: {
        ...soiled.draft,
        blocks: soiled.draft.blocks.map((block) => (block.kind === 'table' ? (moved[at++] ?? block) : block)),
      },
    }
  },
  'heads exchanged with their columns': (soiled, random) => {
    const columns = ['natural', 'business', 'research', 'nonprofit', 'legal', 'other', 'total']
    const [one, other] = [random.pick(columns.slice(1, 5)), random.pick(columns.slice(1, 5))]
    const heads: Readonly<Record<string, string>> = {
      business: '商业企业',
      research: '科研机构',
      nonprofit: '社会公益组织',
      legal: '法律服务机构',
    }
    const exchange = (row: DraftRow): DraftRow => {
      const place = (name: string): number =>
        row.findIndex((cell) => (cell.kind === 'head' ? cell.text === heads[name] : cell.field?.endsWith(`.${name}`)))
      const [left, right] = [place(one), place(other)]
      const [first, second] = [row[left], row[right]]
      if (!first || !second || left === right) return row
      return row.map((cell, at) => (at === left ? second : at === right ? first : cell))
    }
    return {
      ...allUnsure(soiled),
      draft: mapTables(soiled.draft, (table) =>
        table.table === 'requests' ? { ...table, rows: table.rows.map(exchange) } : table,
      ),
    }
  },
}
