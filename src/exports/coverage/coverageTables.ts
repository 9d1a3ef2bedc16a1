import { statusWords, coverageWords } from '../../charts/coverageWords'
import type { CoverageCell, CoverageRow } from '../../cube/query'
import type { Label } from '../../form/version'
import type { Agency } from '../../register/agency'
import { KIND_LABELS, LEVEL_LABELS, SCOPE_LABELS } from '../../register/labels'
import { systemLabel } from '../../register/systems'
import type { Language } from '../../report/wording'
import { csvText } from '../csv'
import { EXAMPLE_MARK } from '../dataset'
import { writeWorkbook } from '../xlsx'
import type { SheetCell, SheetTable } from '../xlsx'

/** An agency with how its years stand. */
export interface CoveredAgency {
  readonly agency: Pick<Agency, 'name' | 'kind' | 'level' | 'region' | 'system' | 'scope'>
  /** Name of the agency whose report sums it, `''` for none. */
  readonly parent: string
  readonly years: CoverageRow['years']
}

/** What is written, in the order of the page. */
export interface CoverageFile {
  readonly agencies: readonly CoveredAgency[]
  readonly years: readonly number[]
  /** `YYYY-MM-DD`: a report is not yet due until its deadline has passed. */
  readonly today: string
  readonly language: Language
  readonly example: boolean
}

const TITLE: Label = { zh: '年报报送情况', en: 'Reporting' }
const SHEETS = { matrix: { zh: '报送', en: 'Matrix' }, list: { zh: '逐年', en: 'By year' } } as const

const AGENCY_HEADS: readonly Label[] = [
  { zh: '机关', en: 'Agency' },
  { zh: '类别', en: 'Kind' },
  { zh: '层级', en: 'Level' },
  { zh: '区域', en: 'Region' },
  { zh: '系统', en: 'System' },
  { zh: '范围', en: 'Scope' },
  { zh: '汇总到', en: 'Included in' },
]
const YEAR_HEADS: readonly Label[] = [
  { zh: '年度', en: 'Year' },
  { zh: '报送', en: 'Status' },
  { zh: '公布日期', en: 'Published' },
  { zh: '限期', en: 'Due' },
  { zh: '数不等', en: 'Figures not balancing' },
  { zh: '版本', en: 'Version' },
  { zh: '与前版不同的格', en: 'Cells that differ from the previous version' },
]

/** One line for each agency and year that owes a report, as CSV. */
export function coverageCsv(file: CoverageFile): string {
  return csvText([...exampleLines(file), ...listRows(file)])
}

/** The matrix as on the page, and a sheet with a row for each agency and year. */
export function coverageXlsx(file: CoverageFile, created: string): Promise<Uint8Array> {
  const { agencies, years, language, today, example } = file
  const matrix: SheetTable = {
    name: SHEETS.matrix[language],
    rows: [
      [...heads(AGENCY_HEADS, language), ...years],
      ...agencies.map((one) => [
        ...agencyCells(one, language),
        ...years.map((year) => {
          const cell = one.years[year]
          return cell ? coverageWords(cell, today, language) : null
        }),
      ]),
    ],
    headRows: 1,
    frozenColumns: 1,
    widths: [36, 12, 8, 16, 14, 10, 30, 24],
  }
  const list: SheetTable = {
    name: SHEETS.list[language],
    rows: listRows(file),
    headRows: 1,
    frozenColumns: 1,
    widths: [36, 12, 8, 16, 14, 10, 30, 8, 22, 12, 12, 10, 8, 16],
  }
  return writeWorkbook([matrix, list], {
    title: TITLE[language],
    description: example ? EXAMPLE_MARK[language] : '',
    created,
  })
}

/** How each year stands in sentences, newest first, with the names of who is late or missing: for a notice or a message. */
export function coverageText({ agencies, years, today, language, example }: CoverageFile): string {
  const zh = language === 'zh'
  const paragraphs = [...years].reverse().flatMap((year): string[] => {
    const named = (status: CoverageCell['status']): readonly string[] =>
      agencies.flatMap(({ agency, years: cells }) => {
        const cell = cells[year]
        if (cell?.status !== status) return []
        return [cell.nil === true ? `${agency.name}${zh ? '〔零申报〕' : ' [nil]'}` : agency.name]
      })
    const [reported, late, missing] = [named('reported'), named('late'), named('missing')]
    const owed = reported.length + late.length + missing.length
    if (owed === 0) return []
    const clauses = [
      zh ? `按期 ${count(reported)} 个` : `${count(reported)} on time`,
      ...(late.length > 0 ? [zh ? `迟报 ${count(late)} 个（${late.join('、')}）` : `${count(late)} late (${late.join(', ')})`] : []),
      ...(missing.length > 0
        ? [zh ? `未报 ${count(missing)} 个（${missing.join('、')}）` : `${count(missing)} missing (${missing.join(', ')})`]
        : []),
    ]
    const undated = agencies.filter(({ years: cells }) => {
      const cell = cells[year]
      return cell?.status === 'reported' && cell.published === undefined
    }).length
    const note =
      undated === 0
        ? ''
        : zh
          ? `按期中有 ${String(undated)} 个公布日期不详。`
          : ` Of those on time ${String(undated)} have no known date.`
    return [
      zh
        ? `${String(year)} 年度应报 ${String(owed)} 个：${clauses.join('，')}。${note}`
        : `${String(year)}: ${String(owed)} owed; ${clauses.join(', ')}.${note}`,
    ]
  })
  const day = zh ? `截至 ${today}。` : `As of ${today}.`
  return [...(example ? [EXAMPLE_MARK[language]] : []), ...paragraphs, day].join('\n')
}

const count = (names: readonly string[]): string => String(names.length)
const heads = (labels: readonly Label[], language: Language): string[] => labels.map((label) => label[language])
const exampleLines = ({ example, language }: CoverageFile): SheetCell[][] =>
  example ? [[EXAMPLE_MARK[language]]] : []

function listRows({ agencies, years, today, language }: CoverageFile): SheetCell[][] {
  const rows = agencies.flatMap((one) =>
    years.flatMap((year): SheetCell[][] => {
      const cell = one.years[year]
      if (!cell || cell.status === 'notOwed') return []
      const { published = null, deadline = null, errors, version = null, differing = null } = cell
      const there = cell.status !== 'missing'
      return [
        [
          ...agencyCells(one, language),
          year,
          statusWords(cell, today, language),
          published,
          deadline,
          there ? errors : null,
          version,
          there && version !== 1 ? differing : null,
        ],
      ]
    }),
  )
  return [heads([...AGENCY_HEADS, ...YEAR_HEADS], language), ...rows]
}

function agencyCells({ agency, parent }: CoveredAgency, language: Language): SheetCell[] {
  const { name, kind, level, region, system, scope } = agency
  return [
    name,
    KIND_LABELS[kind][language],
    LEVEL_LABELS[level][language],
    region,
    system === null ? '' : (systemLabel(system)?.[language] ?? system),
    SCOPE_LABELS[scope][language],
    parent,
  ]
}
