import { ref } from 'vue'
import type { Ref } from 'vue'
import { captionOf, fileNameOf } from '@/charts/caption'
import type { FigureSetting } from '@/charts/caption'
import type { Chart } from '@/charts/chart'
import { figureCsv } from '@/exports/pictureCsv'
import { usePreferences } from '@/state/preferences'
import { downloadFile } from '../download'
import { useText } from '../text'

/** PNG as seen at twice its size, SVG, CSV, and the PNG of a slide, and the slide itself with a chart to be edited. */
export type PictureFormat = 'png' | 'svg' | 'csv' | 'slide' | 'pptx'

const SLIDE = { width: 1920, height: 1080, scale: 1.6 } as const
/** The place of a drawing on a slide, beside its reading. */
const ON_SLIDE = { theme: 'light', decals: false, width: 1160, height: 640, scale: 1.3 } as const
const PPTX = 'application/vnd.openxmlformats-officedocument.presentationml.presentation'
const NARROWEST = 560

export interface FigureFiles {
  readonly save: (format: PictureFormat) => Promise<void>
  readonly busy: Readonly<Ref<boolean>>
  /** Why a file could not be made, `''` where it could. */
  readonly failure: Readonly<Ref<string>>
}

/** Takes a figure away as a file that is named after what it shows. Widths are those of the drawing on the page. */
export function useFigureFiles(
  chartNow: () => Chart | null,
  setting: () => FigureSetting,
  width: () => number,
): FigureFiles {
  const { t, language } = useText()
  const preferences = usePreferences()
  const busy = ref(false)
  const failure = ref('')

  async function make(chart: Chart, format: PictureFormat): Promise<void> {
    const caption = captionOf(chart, setting(), language.value)
    const name = (ending: string): string =>
      fileNameOf(caption, setting(), ending, format === 'slide' ? t('charts.actions.slideName') : '')
    if (format === 'csv') {
      const text = figureCsv(chart, caption, language.value)
      downloadFile(new Blob([text], { type: 'text/csv;charset=utf-8' }), name('csv'))
      return
    }
    const { bareDrawing, pictureOf } = await import('@/exports/picture')
    if (format === 'pptx') {
      const [{ deckPptx }, { slideOf }] = await Promise.all([
        import('@/exports/pptx/deckPptx'),
        import('@/exports/pptx/figureSlide'),
      ])
      const picture = chart.native ? null : bareDrawing(chart, { ...ON_SLIDE, language: language.value })
      const slide = slideOf(chart, setting(), { language: language.value, picture })
      const options = { title: caption.title, format: '16:9', language: language.value } as const
      const bytes = new Uint8Array(await deckPptx([slide], options))
      downloadFile(new Blob([bytes], { type: PPTX }), name('pptx'))
      return
    }
    const seen = { width: Math.max(NARROWEST, chart.leastWidth ?? 0, width()), scale: 1 }
    const picture = pictureOf(chart, caption, {
      language: language.value,
      theme: format === 'slide' ? 'light' : preferences.theme,
      decals: false,
      ...(format === 'slide' ? SLIDE : seen),
    })
    if (format === 'svg') {
      downloadFile(new Blob([picture.svg], { type: 'image/svg+xml' }), name('svg'))
      return
    }
    const { pngOf } = await import('@/exports/picturePng')
    downloadFile(await pngOf(picture, format === 'slide' ? 1 : 2), name('png'))
  }

  async function save(format: PictureFormat): Promise<void> {
    const chart = chartNow()
    if (!chart || busy.value) return
    busy.value = true
    failure.value = ''
    try {
      await make(chart, format)
    } catch (error) {
      failure.value = t('charts.notMade', { message: error instanceof Error ? error.message : String(error) })
    }
    busy.value = false
  }
  return { save, busy, failure }
}
