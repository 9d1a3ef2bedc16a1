import type { FigureSetting } from '../../charts/caption'
import type { Chart } from '../../charts/chart'
import { writtenTable } from '../../charts/writtenTable'
import type { Language } from '../../report/wording'
import type { FigurePage } from '../deck/pages'
import { definitionText, toldFigure } from '../deck/toldFigure'
import type { Picture } from '../picture'
import { bigNumbers } from './bigNumbers'
import type { FigureSlide } from './slide'

interface SlideWays {
  readonly language: Language
  /** Of the data, `''` where none is said. */
  readonly fingerprint?: string
  /** Its drawing alone, for what the program cannot draw itself. */
  readonly picture: Picture | null
}

/** A figure as a page of a presentation. */
export function slideOf(chart: Chart, setting: FigureSetting, ways: SlideWays): FigureSlide {
  return slideOfPage({ kind: 'figure', chart, setting, form: 'chart', title: null, lines: null, changed: [] }, ways)
}

/** A page of a 会议夹 as a page of a presentation. */
export function slideOfPage(page: FigurePage, { language, fingerprint = '', picture }: SlideWays): FigureSlide {
  const { chart, form, changed } = page
  const native = form === 'chart' ? (chart.native ?? []) : []
  const drawn = form === 'chart' && native.length === 0
  const { caption, readings, definitions } = toldFigure(page, { language, fingerprint }, drawn)
  return {
    kind: 'figure',
    form,
    caption,
    native,
    picture: drawn ? picture : null,
    readings,
    table: writtenTable(chart.table, language),
    numeric: chart.table.columns.map(({ align }) => align === 'end'),
    numbers: form === 'number' ? bigNumbers(page, language) : [],
    definitions: definitions.map((definition) => definitionText(definition, language)),
    changed,
  }
}
