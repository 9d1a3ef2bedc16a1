import { captionOf } from '../../charts/caption'
import type { Caption } from '../../charts/caption'
import type { Chart } from '../../charts/chart'
import { isFieldId } from '../../form/fields'
import type { Language } from '../../report/wording'
import { definitions } from '../datasetDefinitions'
import type { Definition } from '../datasetDefinitions'
import { FINGERPRINT } from './deckWords'
import type { DeckHead, FigurePage } from './pages'

/** A figure in words, as every way out says them. */
export interface ToldFigure {
  /** A person's title stands over the figure's own, which then begins what the figure stands on. */
  readonly caption: Caption
  /** A person's sentences, or the readings. */
  readonly readings: readonly string[]
  /** Of the figures that the form does not print. */
  readonly definitions: readonly Definition[]
}

/** `drawn`: with the drawing of the page, whose unit and notes speak of how it is drawn; else as native charts, tables and sentences say it. */
export function toldFigure(
  page: FigurePage,
  { language, fingerprint }: Pick<DeckHead, 'language' | 'fingerprint'>,
  drawn: boolean,
): ToldFigure {
  const { chart, setting } = page
  const { native = [] } = chart
  const own = captionOf(drawn ? chart : undrawn(chart), setting, language)
  const title = page.title?.trim() ?? ''
  const retitled = title !== '' && title !== own.title
  const notes = drawn
    ? []
    : native.flatMap(({ note }) => (note ? [{ text: note[language], tone: 'plain' as const }] : []))
  const defined = definitionsOf([chart], language)
  return {
    caption: {
      ...own,
      definitions: defined.map((one) => definitionText(one, language)),
      title: retitled ? title : own.title,
      parts: retitled ? [{ text: own.title, tone: 'quiet' }, ...own.parts] : own.parts,
      source: fingerprint === '' ? own.source : `${own.source} · ${FINGERPRINT[language]}${fingerprint}`,
      notes: [...(page.form === 'chart' ? notes : []), ...own.notes],
    },
    readings: page.lines ?? chart.readings.map((reading) => reading[language]),
    definitions: defined,
  }
}

/** A chart in words that do not speak of the page's drawing. */
const undrawn = (chart: Chart): Chart => ({
  ...chart,
  unit: chart.nativeUnit ?? chart.unit,
  notes: chart.notes.filter(({ ofDrawing }) => !ofDrawing),
})

/** Definitions of all that charts show and the form does not print, each once. */
export function definitionsOf(charts: readonly Pick<Chart, 'figures'>[], language: Language): Definition[] {
  const known = new Map(definitions(language).map((definition) => [definition.id, definition]))
  const ids = new Set(charts.flatMap(({ figures }) => figures))
  return [...ids].flatMap((id) => (isFieldId(id) ? [] : (known.get(id) ?? [])))
}

/** A definition as one line. */
export const definitionText = ({ name, formula }: Definition, language: Language): string =>
  `${name}${language === 'zh' ? '：' : ': '}${formula}`
