import { yearsText } from '../../charts/numbers'
import type { Label } from '../../form/version'
import type { CsvCell } from '../csv'
import type { DeckHead, DeckPage, DeckToGo, FigurePage } from './pages'
import { toldFigure } from './toldFigure'

const HEADS: readonly Label[] = [
  { zh: '序号', en: 'No.' },
  { zh: '分部', en: 'Section' },
  { zh: '标题', en: 'Title' },
  { zh: '图', en: 'Figure' },
  { zh: '筛选', en: 'Filters' },
  { zh: '口径', en: 'Scope' },
  { zh: '年份', en: 'Years' },
  { zh: '机关', en: 'Agencies' },
  { zh: '年报', en: 'Reports' },
  { zh: '缺', en: 'Missing' },
  { zh: '说明', en: 'Unit' },
  { zh: '结论', en: 'Readings' },
  { zh: '指标', en: 'Definitions' },
  { zh: '注', en: 'Notes' },
  { zh: '变化', en: 'Changed since' },
  { zh: '来源', en: 'Source' },
  { zh: '示例', en: 'Sample' },
]

/** A figure with its place among the figures, 1-based, and the section that it stands in. */
export interface ListedFigure {
  readonly page: FigurePage
  readonly number: number
  readonly section: string
}

/** The figures of a 会议夹 in order. */
export function listedFigures(pages: readonly DeckPage[]): ListedFigure[] {
  const listed: ListedFigure[] = []
  let section = ''
  for (const page of pages)
    if (page.kind === 'section') section = page.title
    else if (page.kind === 'figure') listed.push({ page, number: listed.length + 1, section })
  return listed
}

/** The list of what goes out: a head, then a row for each figure with what it stands on. */
export function figureRows({ head, pages }: DeckToGo): CsvCell[][] {
  return [HEADS.map((label) => label[head.language]), ...listedFigures(pages).map((one) => rowOf(one, head))]
}

function rowOf({ page, number, section }: ListedFigure, head: DeckHead): CsvCell[] {
  const { language } = head
  const { chart, changed } = page
  const { caption, readings, definitions } = toldFigure(page, head, true)
  const comma = language === 'zh' ? '、' : ', '
  return [
    number,
    section,
    caption.title,
    chart.title[language],
    caption.filters.join(comma),
    caption.scope,
    yearsText(chart.basis.years, language),
    chart.basis.agencies,
    chart.basis.reports,
    chart.basis.missing,
    chart.unit[language],
    readings.join(language === 'zh' ? '' : ' '),
    definitions.map(({ name }) => name).join(comma),
    caption.notes.map(({ text }) => text).join(' '),
    changed.join(language === 'zh' ? '；' : '; '),
    caption.source,
    caption.example,
  ]
}
