import { describe, expect, it } from 'vitest'
import { captionOf } from '@/charts/caption'
import { FONT_FAMILY } from '@/charts/theme'
import { pictureOf } from '@/exports/picture'
import type { PictureSize } from '@/exports/picture'
import { KINDS } from './kinds'

/*
 * Every kind as a picture against a committed one. Nothing is measured by the machine's fonts: texts stand where our own table of widths puts them, and the
 * pictures name families. Where a difference is meant, `npx vitest run --project unit tests/unit/charts/pictures -u` writes them anew; look at them then.
 */
const SETTING = { filters: ['临澜市'], updated: '2025-02-10', example: true }
const PAGE: PictureSize = { language: 'zh', theme: 'light', decals: false, width: 760, scale: 1 }
const SLIDE: PictureSize = { ...PAGE, language: 'en', theme: 'dark', width: 1920, height: 1080, scale: 1.6 }

/** Where the last digits of a computation need not be the same everywhere: places and sizes, not the numbers that are said. */
const rounded = (svg: string): string =>
  svg.replace(/"[^"]*"/gu, (attribute) =>
    attribute.replace(/-?\d+\.\d+/gu, (number) => String(Number(Number(number).toFixed(1)))),
  )

/** One element a line, so that a difference is a line and not the file. Ids count the drawings of the process; the long list of fonts stands in every text. */
const lines = (svg: string): string =>
  rounded(svg)
    .replaceAll('><', '>\n<')
    .replace(/zr\d+-/gu, 'zr-')
    .replace(/zr-cls-\d+/gu, 'zr-cls')
    .replaceAll(FONT_FAMILY, 'sans-serif')

const pictureIn = (kind: string, size: PictureSize): string => {
  const chart = KINDS[kind]?.()
  if (!chart) throw new Error(`no kind ${kind}`)
  const width = size.height === undefined ? Math.max(size.width, chart.leastWidth ?? 0) : size.width
  return lines(pictureOf(chart, captionOf(chart, SETTING, size.language), { ...size, width }).svg)
}
const kinds = Object.keys(KINDS)

describe('a chart looks as it did', () => {
  it.each(kinds)('on the page: %s', async (kind) => {
    const svg = pictureIn(kind, PAGE)
    expect(svg).not.toMatch(/NaN|undefined|null/u)
    await expect(svg).toMatchFileSnapshot(`pictures/${kind}.svg`)
  })

  it.each(kinds.filter((kind) => !kind.startsWith('noted')))('on a dark English slide: %s', async (kind) => {
    const svg = pictureIn(kind, SLIDE)
    expect(svg).not.toMatch(/NaN|undefined|null/u)
    await expect(svg).toMatchFileSnapshot(`pictures/${kind}.slide.svg`)
  })
})
