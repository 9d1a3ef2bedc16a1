import { GROUNDS } from '@/exports/pictureChoice'
import type { PictureChoice } from '@/exports/pictureChoice'

export const SCALES = [1, 2, 3, 4] as const
const USUAL: PictureChoice = { width: 1200, scale: 2, ground: 'paper', decals: false }

/** The last choice of a picture, as the browser keeps it as text. What cannot be read of it is as usual: anybody may have written it. */
export function readPictureWish(text: string | null, patterns: boolean): PictureChoice {
  const usual = { ...USUAL, decals: patterns }
  const { width, height, scale, ground, decals } = fieldsOf(text)
  return {
    width: typeof width === 'number' && Number.isFinite(width) ? width : usual.width,
    ...(typeof height === 'number' && Number.isFinite(height) && { height }),
    scale: SCALES.find((one) => one === scale) ?? usual.scale,
    ground: GROUNDS.find((one) => one === ground) ?? usual.ground,
    decals: typeof decals === 'boolean' ? decals : usual.decals,
  }
}

function fieldsOf(text: string | null): Partial<Record<keyof PictureChoice, unknown>> {
  if (text === null) return {}
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}
