import { ref } from 'vue'
import type { Ref } from 'vue'
import { captionOf, fileNameOf } from '@/charts/caption'
import type { Caption, FigureSetting } from '@/charts/caption'
import type { Chart } from '@/charts/chart'
import { fitting, paintable, pictureSizeOf } from '@/exports/pictureChoice'
import type { PictureChoice, PictureRefusal } from '@/exports/pictureChoice'
import { figureCsv } from '@/exports/pictureCsv'
import { useEngine } from '@/state/engine'
import { usePreferences } from '@/state/preferences'
import { copyPicture } from '../clipboard'
import { downloadFile } from '../download'
import { useText } from '../text'

/** PNG as seen at twice its size, SVG, CSV, and the PNG of a slide, and the slide itself with a chart to be edited. */
export type PictureFormat = 'png' | 'svg' | 'csv' | 'slide' | 'pptx'

const SLIDE = { width: 1920, height: 1080, scale: 1.6 } as const
/** The place of a drawing on a slide, beside its reading. */
const ON_SLIDE = { theme: 'light', width: 1160, height: 640, scale: 1.3 } as const
const PPTX = 'application/vnd.openxmlformats-officedocument.presentationml.presentation'
const NARROWEST = 560

export interface FigureFiles {
  readonly save: (format: PictureFormat) => Promise<void>
  /** A picture as it was chosen to be; what cannot be made so is said and not saved. */
  readonly saveChosen: (choice: PictureChoice, format: 'png' | 'svg') => Promise<void>
  /** Puts the picture on the clipboard, or saves it where the browser does not let a page do that, and says so. */
  readonly copy: () => Promise<void>
  readonly busy: Readonly<Ref<boolean>>
  /** What became of the copy, `''` before one. */
  readonly told: Readonly<Ref<string>>
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
  const engine = useEngine()
  const busy = ref(false)
  const told = ref('')
  const failure = ref('')

  const captionNow = (chart: Chart): Caption => captionOf(chart, setting(), language.value)
  /** What leaves says of which data it is made, the page does not need to. */
  const leavingWith = async (): Promise<FigureSetting> => {
    const now = setting()
    return { ...now, fingerprint: (await engine.fingerprint()).text }
  }
  const captionLeaving = async (chart: Chart): Promise<Caption> => {
    const { definitionsOf, definitionText } = await import('@/exports/deck/toldFigure')
    const used = definitionsOf([chart], language.value).map((one) => definitionText(one, language.value))
    return { ...captionOf(chart, await leavingWith(), language.value), definitions: used }
  }
  const drawnWith = () => ({ language: language.value, decals: preferences.patterns })

  async function pictureFile(chart: Chart, format: 'png' | 'svg' | 'slide'): Promise<Blob> {
    const { pictureOf } = await import('@/exports/picture')
    const seen = { width: Math.max(NARROWEST, chart.leastWidth ?? 0, width()), scale: 1 }
    const picture = pictureOf(chart, await captionLeaving(chart), {
      ...drawnWith(),
      theme: format === 'slide' ? 'light' : preferences.theme,
      ...(format === 'slide' ? SLIDE : seen),
    })
    if (format === 'svg') return new Blob([picture.svg], { type: 'image/svg+xml' })
    const { pngOf } = await import('@/exports/picturePng')
    return pngOf(picture, format === 'slide' ? 1 : 2)
  }

  /** The chosen picture, or in words why there is none. */
  async function chosenFile(chart: Chart, choice: PictureChoice, format: 'png' | 'svg'): Promise<Blob | string> {
    const { pictureOf } = await import('@/exports/picture')
    const refusal = ({ reason, ...limits }: PictureRefusal): string => t(`charts.picture.refused.${reason}`, limits)
    // What has no paper of its own goes onto white far more often than onto black.
    const theme = choice.ground === 'paper' ? preferences.theme : 'light'
    const size = pictureSizeOf(choice, chart, { language: language.value, theme })
    if (!size.ok) return refusal(size.error)
    const picture = pictureOf(chart, await captionLeaving(chart), size.value)
    const checked = [fitting(picture, choice), ...(format === 'png' ? [paintable(picture, choice.scale)] : [])]
    for (const one of checked) if (!one.ok) return refusal(one.error)
    if (format === 'svg') return new Blob([picture.svg], { type: 'image/svg+xml' })
    const { pngOf } = await import('@/exports/picturePng')
    return pngOf(picture, choice.scale)
  }

  async function slideFile(chart: Chart): Promise<Blob> {
    const [{ deckPptx }, { slideOf }, { bareDrawing }] = await Promise.all([
      import('@/exports/pptx/deckPptx'),
      import('@/exports/pptx/figureSlide'),
      import('@/exports/picture'),
    ])
    const picture = chart.native?.length ? null : bareDrawing(chart, { ...ON_SLIDE, ...drawnWith() })
    const slide = slideOf(chart, await leavingWith(), { language: language.value, picture })
    const options = { title: captionNow(chart).title, format: '16:9', language: language.value } as const
    return new Blob([new Uint8Array(await deckPptx([slide], options))], { type: PPTX })
  }

  async function fileOf(chart: Chart, format: PictureFormat): Promise<Blob> {
    if (format === 'pptx') return slideFile(chart)
    if (format !== 'csv') return pictureFile(chart, format)
    const text = figureCsv(chart, await captionLeaving(chart), language.value)
    return new Blob([text], { type: 'text/csv;charset=utf-8' })
  }

  function download(chart: Chart, format: PictureFormat, file: Blob): void {
    const isSlide = format === 'slide'
    const kind = isSlide ? t('charts.actions.slideName') : ''
    downloadFile(file, fileNameOf(captionNow(chart), isSlide ? 'png' : format, kind))
  }

  async function work(make: (chart: Chart) => Promise<void>): Promise<void> {
    const chart = chartNow()
    if (!chart || busy.value) return
    busy.value = true
    told.value = ''
    failure.value = ''
    try {
      await make(chart)
    } catch (error) {
      failure.value = t('charts.notMade', { message: error instanceof Error ? error.message : String(error) })
    }
    busy.value = false
  }

  return {
    save: (format) =>
      work(async (chart) => {
        download(chart, format, await fileOf(chart, format))
      }),
    saveChosen: (choice, format) =>
      work(async (chart) => {
        const made = await chosenFile(chart, choice, format)
        if (typeof made === 'string') failure.value = made
        else download(chart, format, made)
      }),
    copy: () =>
      work(async (chart) => {
        const copied = await copyPicture(() => fileOf(chart, 'png'))
        if (!copied) download(chart, 'png', await fileOf(chart, 'png'))
        told.value = t(copied ? 'charts.copied' : isSecureContext ? 'charts.copyRefused' : 'charts.copyUnsafe')
      }),
    busy,
    told,
    failure,
  }
}
