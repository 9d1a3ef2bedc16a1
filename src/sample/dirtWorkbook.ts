import { fieldOf } from '../form/fields'
import type { FieldId } from '../form/fields'
import type { Dirt } from './dirtKind'
import { mapCells, mapTables } from './draft'
import type { DraftCell } from './draft'
import { demand, fieldsOfReport } from './soiled'
import type { Demand, Soiled } from './soiled'

type Workbook = NonNullable<DraftCell['workbook']>
type Suits = (field: FieldId, value: number) => boolean

/** Fields with a number for which `suits` holds. */
function fieldsWith(soiled: Soiled, suits: Suits): FieldId[] {
  return fieldsOfReport(soiled.report).filter((field) => {
    const value = soiled.report.values[field] ?? null
    return value !== null && suits(field, value)
  })
}

function marked(soiled: Soiled, fields: readonly FieldId[], workbook: Workbook, wanted: Demand): Soiled {
  const draft = mapCells(soiled.draft, (cell) =>
    cell.field && fields.includes(cell.field) ? { ...cell, workbook } : cell,
  )
  return demand({ ...soiled, draft }, wanted, fields)
}

/** One cell of a kind is treated so, and gets a demand. */
const one =
  (wanted: Demand, suits: Suits, workbook: Workbook): NonNullable<Dirt['soil']> =>
  (soiled, random) => {
    const fields = fieldsWith(soiled, suits)
    return fields.length === 0 ? soiled : marked(soiled, [random.pick(fields)], workbook, wanted)
  }

/** All cells of a kind are treated so. */
const all =
  (wanted: Demand, suits: Suits, workbook: Workbook): NonNullable<Dirt['soil']> =>
  (soiled) =>
    marked(soiled, fieldsWith(soiled, suits), workbook, wanted)

const isCount: Suits = (field) => fieldOf(field).unit === 'count'
const isZero: Suits = (field, value) => isCount(field, value) && value === 0
const isWholeZero: Suits = (field, value) => fieldOf(field).unit !== 'money' && value === 0
const isLarge: Suits = (field, value) => isCount(field, value) && value > 9

/** What spreadsheets do to a report. */
export const WORKBOOK_DIRT: readonly Dirt[] = [
  {
    name: 'percent-format',
    label: { zh: '件数的格式是百分比', en: 'a count formatted as a percentage' },
    formats: ['xlsx'],
    touches: ['values'],
    soil: one('lost', isCount, { format: '0%' }),
  },
  {
    name: 'date-format',
    label: { zh: '件数的格式是日期', en: 'a count formatted as a date' },
    formats: ['xlsx'],
    touches: ['values'],
    soil: one('lost', isCount, { format: 'yyyy/m/d' }),
  },
  {
    name: 'date-in-words',
    label: { zh: '件数的格式是年月日', en: 'a count formatted as a Chinese date' },
    formats: ['xlsx'],
    touches: ['values'],
    soil: one('lost', isCount, { format: '[$-804]yyyy"年"m"月"d"日"' }),
  },
  {
    name: 'scientific-format',
    label: { zh: '件数的格式是科学记数', en: 'a count in scientific notation' },
    formats: ['xlsx'],
    touches: ['values'],
    soil: one('lost', isCount, { format: '0.00E+00' }),
  },
  {
    name: 'ten-thousands-format',
    label: { zh: '件数以万显示', en: 'a count shown in ten thousands' },
    formats: ['xlsx'],
    touches: ['values'],
    soil: one('lost', isLarge, { format: '0!.0,"万"' }),
  },
  {
    name: 'decimals-format',
    label: { zh: '整数显示为“12.00”', en: 'whole numbers shown as 12.00' },
    formats: ['xlsx'],
    touches: ['values'],
    soil: all('exact', isCount, { format: '0.00_ ' }),
  },
  {
    name: 'thousands-format',
    label: { zh: '千分位由格式加上', en: 'commas between thousands by format' },
    formats: ['xlsx'],
    touches: ['values'],
    soil: all('exact', isCount, { format: '#,##0;-#,##0' }),
  },
  {
    name: 'accounting-zeros',
    label: { zh: '会计格式，零显示为“-”', en: 'zeros shown as a dash by an accounting format' },
    formats: ['xlsx'],
    touches: ['values'],
    soil: all('exact', isZero, { format: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ' }),
  },
  {
    name: 'zeros-not-shown',
    label: { zh: '不显示零值', en: 'zeros not shown' },
    formats: ['xlsx'],
    touches: ['values'],
    soil: (soiled) => {
      const shown = { ...soiled, xlsx: { ...soiled.xlsx, zerosHidden: true, textFigures: false } }
      const told = demand(
        shown,
        'told',
        fieldsWith(soiled, (_, value) => value === 0),
      )
      return demand(told, 'repaired', fieldsWith(soiled, isWholeZero))
    },
  },
  {
    name: 'formula-uncomputed',
    label: { zh: '公式没有存结果', en: 'a formula without its result' },
    formats: ['xlsx'],
    touches: ['values'],
    soil: one('lost', isCount, { uncomputed: true }),
  },
  {
    name: 'hidden-row',
    label: { zh: '表中有隐藏的行', en: 'a hidden row in a table' },
    formats: ['xlsx'],
    touches: ['rows'],
    soil: hideRow,
  },
  {
    name: 'hidden-sheet',
    label: { zh: '隐藏的工作表里有另一份', en: 'another copy on a hidden sheet' },
    formats: ['xlsx'],
    touches: ['encoding'],
    soil: (soiled) => ({ ...soiled, xlsx: { ...soiled.xlsx, hiddenSheet: true } }),
  },
  {
    name: 'under-merge',
    label: { zh: '合并单元格下面有残留的字', en: 'left-overs under merged cells' },
    formats: ['xlsx'],
    touches: ['spans'],
    soil: leaveUnder,
  },
]

/** Every merged cell has something under it that nobody sees; under a figure that is told. */
function leaveUnder(soiled: Soiled): Soiled {
  const fields: FieldId[] = []
  const draft = mapCells(soiled.draft, (cell) => {
    if (cell.colspan === 1 && cell.rowspan === 1) return cell
    if (cell.field) fields.push(cell.field)
    return { ...cell, workbook: { ...cell.workbook, under: '5' } }
  })
  return demand({ ...soiled, draft }, 'repaired', fields)
}

/** One row of table 三 is hidden: it belongs to the table, and is told. */
function hideRow(soiled: Soiled): Soiled {
  const fields: FieldId[] = []
  const draft = mapTables(soiled.draft, (table) => {
    if (table.table !== 'requests' || fields.length > 0) return table
    const chosen = table.rows.find((row) => row.some(({ field }) => field?.startsWith('requests.granted.') === true))
    if (chosen === undefined) return table
    fields.push(...chosen.flatMap(({ field }) => field ?? []))
    const hidden = chosen.map((cell, index) => (index === 0 ? { ...cell, workbook: { hidesRow: true } } : cell))
    return { ...table, rows: table.rows.map((row) => (row === chosen ? hidden : row)) }
  })
  return demand({ ...soiled, draft }, 'repaired', fields)
}
