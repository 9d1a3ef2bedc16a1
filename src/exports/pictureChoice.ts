import type { Language } from '../report/wording'
import type { ThemeName } from '../charts/colours'
import type { Chart } from '../charts/chart'
import type { PictureSize } from './picture'

export const GROUNDS = ['paper', 'white', 'transparent'] as const
export type Ground = (typeof GROUNDS)[number]

/** How a person wants a picture. */
export interface PictureChoice {
  /** Pixels of the picture at `scale` 1. */
  readonly width: number
  /** Absent, it is as high as its content. */
  readonly height?: number
  /** Of the PNG: pixels of the file for each of the picture. */
  readonly scale: number
  readonly ground: Ground
  /** Patterns for printing in black and white. */
  readonly decals: boolean
}

/** Narrower, titles and notes take most of the picture. */
const LEAST_WIDTH = 480
const MOST_WIDTH = 4000
const LEAST_HEIGHT = 240
const MOST_SCALE = 8
/** What every browser of the floor paints: Safari has 16,777,216 pixels in all, Chromium 16,384 in a line. */
const MOST_PIXELS = 16_777_216
const MOST_LINE = 16_384
/** A picture of this width has text of 12 pixels; wider ones have larger text, so that it stays readable where they are shown at one size. */
const USUAL_WIDTH = 1200

type Checked<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: PictureRefusal }
/** Why a picture cannot be made so: a side out of bounds, or more pixels than browsers paint. `most` as the choice would have to be. */
export type PictureRefusal =
  | { readonly reason: 'width' | 'height' | 'scale'; readonly least: number; readonly most: number }
  | { readonly reason: 'pixels'; readonly most: number }

/** A choice as the size to draw a chart in, and the ratio to paint it at; or why not. `pixels`: the largest scale that goes. */
export function pictureSizeOf(
  choice: PictureChoice,
  chart: Pick<Chart, 'leastWidth'>,
  { language, theme }: { readonly language: Language; readonly theme: ThemeName },
): Checked<PictureSize> {
  const { width, height, scale, ground, decals } = choice
  const least = Math.max(LEAST_WIDTH, chart.leastWidth ?? 0)
  if (!within(width, least, MOST_WIDTH)) return refused({ reason: 'width', least, most: MOST_WIDTH })
  if (height !== undefined && !within(height, LEAST_HEIGHT, MOST_WIDTH))
    return refused({ reason: 'height', least: LEAST_HEIGHT, most: MOST_WIDTH })
  if (!within(scale, 1, MOST_SCALE)) return refused({ reason: 'scale', least: 1, most: MOST_SCALE })
  return {
    ok: true,
    value: {
      width: Math.round(width),
      ...(height === undefined ? {} : { height: Math.round(height) }),
      scale: Math.max(1, width / USUAL_WIDTH),
      ground,
      decals,
      theme,
      language,
    },
  }
}

/** Whether a picture is as high as was asked for: its words may leave too little for the drawing. */
export function fitting(
  { height }: { readonly height: number },
  asked: Pick<PictureChoice, 'height'>,
): Checked<number> {
  return asked.height === undefined || height <= Math.round(asked.height)
    ? { ok: true, value: height }
    : refused({ reason: 'height', least: height, most: MOST_WIDTH })
}

/** Whether browsers paint a picture at a scale; where not, the largest scale of one decimal that they do. */
export function paintable(
  { width, height }: { readonly width: number; readonly height: number },
  scale: number,
): Checked<number> {
  const most = Math.min(Math.sqrt(MOST_PIXELS / (width * height)), MOST_LINE / Math.max(width, height))
  return scale <= most ? { ok: true, value: scale } : refused({ reason: 'pixels', most: Math.floor(most * 10) / 10 })
}

const within = (value: number, least: number, most: number): boolean => value >= least && value <= most
const refused = (error: PictureRefusal) => ({ ok: false, error }) as const
