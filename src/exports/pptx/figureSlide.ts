import { captionOf } from '../../charts/caption'
import type { FigureSetting } from '../../charts/caption'
import type { Chart } from '../../charts/chart'
import { isFieldId } from '../../form/fields'
import type { Language } from '../../report/wording'
import { definitions } from '../datasetDefinitions'
import type { Picture } from '../picture'
import type { Slide } from './slide'

/** What a page has room for. */
const MOST_READINGS = 6

/** A figure as a page of a presentation. `picture`: its drawing alone, for what the program cannot draw itself. */
export function slideOf(
  chart: Chart,
  setting: FigureSetting,
  { language, picture }: { readonly language: Language; readonly picture: Picture | null },
): Slide {
  const { native = [], nativeUnit, table, readings, figures } = chart
  const caption = captionOf(nativeUnit && native.length > 0 ? { ...chart, unit: nativeUnit } : chart, setting, language)
  const known = new Map(definitions(language).map((definition) => [definition.id, definition]))
  const own = native.flatMap(({ note }) => (note ? [{ text: note[language], tone: 'plain' as const }] : []))
  return {
    caption: { ...caption, notes: [...own, ...caption.notes] },
    native,
    picture,
    readings: readings.slice(0, MOST_READINGS).map((reading) => reading[language]),
    table,
    // What the form prints needs no definition.
    definitions: figures.flatMap((id) => {
      const definition = isFieldId(id) ? undefined : known.get(id)
      return definition ? [`${definition.name}${language === 'zh' ? '：' : ': '}${definition.formula}`] : []
    }),
  }
}
