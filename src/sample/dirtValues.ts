import { fieldOf } from '../form/fields'
import type { FieldId } from '../form/fields'
import type { Dirt, SampleFormat } from './dirtKind'
import { mapCells } from './draft'
import type { Random } from './random'
import type { SampleReport } from './sampleReport'
import { demand, fieldsOfReport } from './soiled'
import type { Demand, Soiled } from './soiled'

const ALL: readonly SampleFormat[] = ['txt', 'html', 'docx', 'xlsx']

/** What real cells hold where a figure should be, and nobody can tell which. */
const NO_FIGURES = ['见附件', '若干', '#REF!', '？', '3/4']

const fullWidth = (text: string): string =>
  text.replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))

const reprint =
  (change: (text: string, field: FieldId, random: Random) => string) =>
  (soiled: Soiled, random: Random): Soiled => ({
    ...soiled,
    draft: mapCells(soiled.draft, (cell) =>
      cell.field ? { ...cell, text: change(cell.text, cell.field, random) } : cell,
    ),
  })

/** The report with some of its cells left blank by the agency. */
function blanked(report: SampleReport, blank: (field: FieldId, value: number) => boolean): SampleReport {
  const entries = fieldsOfReport(report).map((field) => {
    const value = report.values[field] ?? null
    return [field, value !== null && blank(field, value) ? null : value] as const
  })
  return { ...report, values: Object.fromEntries(entries) }
}

const isZero = (_: FieldId, value: number): boolean => value === 0

/** One cell of a kind gets another text, and a demand. */
function spoil(
  wanted: Demand,
  suits: (field: FieldId, value: number) => boolean,
  text: (value: number, random: Random) => string,
): NonNullable<Dirt['soil']> {
  return (soiled, random) => {
    const fields = fieldsOfReport(soiled.report).filter((field) => {
      const value = soiled.report.values[field] ?? null
      return value !== null && suits(field, value)
    })
    if (fields.length === 0) return soiled
    const chosen = random.pick(fields)
    const draft = mapCells(soiled.draft, (cell) =>
      cell.field === chosen ? { ...cell, text: text(soiled.report.values[chosen] ?? 0, random) } : cell,
    )
    return demand({ ...soiled, draft }, wanted, [chosen])
  }
}

/** Every amount in another unit than 万元, the unit beside it. */
function inUnit(unit: string, convert: (amount: number) => number): NonNullable<Dirt['soil']> {
  return (soiled) => {
    const amounts = fieldsOfReport(soiled.report).filter((field) => fieldOf(field).unit === 'money')
    const draft = mapCells(soiled.draft, (cell) =>
      cell.field && amounts.includes(cell.field)
        ? { ...cell, text: `${convert(soiled.report.values[cell.field] ?? 0)}${unit}` }
        : cell,
    )
    return demand({ ...soiled, draft }, 'repaired', amounts)
  }
}

const isCount = (field: FieldId): boolean => fieldOf(field).unit === 'count'

/** Damage to the figures. */
export const VALUE_DIRT: readonly Dirt[] = [
  {
    name: 'full-width-digits',
    label: { zh: '全角数字', en: 'full-width digits' },
    formats: ALL,
    touches: ['values'],
    soil: reprint((text) => fullWidth(text)),
  },
  {
    name: 'thousands',
    label: { zh: '千分位逗号', en: 'commas between thousands' },
    formats: ALL,
    touches: ['values'],
    soil: reprint((text) =>
      text.replace(/^(-?)(\d+)/u, (_, sign: string, digits: string) => sign + digits.replace(/\B(?=(\d{3})+$)/gu, ',')),
    ),
  },
  {
    name: 'padded-figures',
    label: { zh: '数字前后有空格', en: 'blanks around figures' },
    formats: ALL,
    touches: ['values'],
    soil: reprint((text, _, random) => random.pick([` ${text}`, `${text}\u00a0`, `　${text} `])),
  },
  {
    name: 'blank-zeros',
    label: { zh: '零一律不填', en: 'zeros left blank' },
    formats: ALL,
    touches: ['values'],
    rewrite: (report) => blanked(report, isZero),
  },
  {
    name: 'slash-zeros',
    label: { zh: '零写作“/”“—”“不适用”', en: 'zeros written as a slash or a dash' },
    formats: ALL,
    touches: ['values'],
    rewrite: (report) => blanked(report, isZero),
    soil: (soiled, random) => {
      const mark = random.pick(['/', '-', '—', '——', '－', '不适用', '／'])
      return reprint((text) => (text === '' ? mark : text))(soiled, random)
    },
  },
  {
    name: 'blank-totals',
    label: { zh: '总计列不填', en: 'the 总计 column left blank' },
    formats: ALL,
    touches: ['values'],
    rewrite: (report) => blanked(report, (field) => field.startsWith('requests.') && field.endsWith('.total')),
  },
  {
    name: 'yuan',
    label: { zh: '金额单位写元', en: 'amounts in 元 instead of 万元' },
    formats: ALL,
    touches: ['values'],
    soil: inUnit('元', (amount) => Number((amount * 10_000).toFixed(2))),
  },
  {
    name: 'unit-absent',
    label: { zh: '采购金额没有单位', en: 'procurement amount without a unit' },
    formats: ALL,
    touches: ['values'],
    soil: (soiled) => {
      const amount: FieldId = 'proactive.procurement.amount'
      const value = soiled.report.values[amount] ?? null
      if (value === null) return soiled
      const draft = mapCells(soiled.draft, (cell) => (cell.field === amount ? { ...cell, text: String(value) } : cell))
      return demand({ ...soiled, draft }, value === 0 ? 'told' : 'repaired', [amount])
    },
  },
  {
    name: 'signs',
    label: { zh: '增减写作“+4”“减4”', en: 'changes with signs or words' },
    formats: ALL,
    touches: ['values'],
    soil: (soiled, random) => {
      const signed = fieldsOfReport(soiled.report).filter((field) => fieldOf(field).unit === 'signedCount')
      const [plus, minus] = random.pick([
        ['+', '-'],
        ['增', '减'],
        ['增加', '减少'],
        ['＋', '－'],
        ['', '−'],
      ] as const)
      const draft = mapCells(soiled.draft, (cell) => {
        if (!cell.field || !signed.includes(cell.field)) return cell
        const value = soiled.report.values[cell.field] ?? 0
        return value === 0 ? cell : { ...cell, text: `${value < 0 ? minus : plus}${Math.abs(value)}` }
      })
      return demand({ ...soiled, draft }, 'told', signed)
    },
  },
  {
    name: 'unit-in-cell',
    label: { zh: '数字后带“件”', en: 'a unit after a count' },
    formats: ALL,
    touches: ['values'],
    soil: spoil('told', isCount, (value) => `${value}件`),
  },
  {
    name: 'no-figure',
    label: { zh: '格中不是数字', en: 'something that is no figure' },
    formats: ALL,
    touches: ['values'],
    soil: spoil('lost', isCount, (_, random) => random.pick(NO_FIGURES)),
  },
  {
    name: 'digit-as-letter',
    label: { zh: '数字误作字母，如“1O”', en: 'a letter for a digit' },
    formats: ALL,
    touches: ['values'],
    soil: spoil(
      'flagged',
      (field, value) => isCount(field) && /[01]/u.test(String(value)) && value > 1,
      (value) => String(value).replaceAll('0', 'O').replaceAll('1', 'l'),
    ),
  },
  {
    name: 'spaced-digits',
    label: { zh: '数字中间有空格', en: 'a blank inside a figure' },
    formats: ALL,
    touches: ['values'],
    soil: spoil(
      'flagged',
      (field, value) => isCount(field) && value > 9,
      (value) => Array.from(String(value)).join(' '),
    ),
  },
  {
    name: 'does-not-foot',
    label: { zh: '有一个数与合计不符', en: 'a figure that does not balance' },
    formats: ALL,
    touches: ['sums'],
    rewrite: (report, random) => {
      const fields = fieldsOfReport(report).filter(
        (field) => field.startsWith('requests.') && report.values[field] !== null,
      )
      if (fields.length === 0) return report
      const field = random.pick(fields)
      return { ...report, values: { ...report.values, [field]: (report.values[field] ?? 0) + random.int(1, 12) } }
    },
  },
  {
    name: 'decimal-zero',
    label: { zh: '整数写作“12.0”', en: 'whole numbers written as 12.0' },
    formats: ALL,
    touches: ['values'],
    soil: spoil('told', isCount, (value) => `${value}.0`),
  },
  {
    name: 'hundred-millions',
    label: { zh: '金额单位写亿元', en: 'amounts in 亿元' },
    formats: ALL,
    touches: ['values'],
    soil: inUnit('亿元', (amount) => Number((amount / 10_000).toFixed(10))),
  },
]
