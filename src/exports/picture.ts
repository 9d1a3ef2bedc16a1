import type { Caption } from '../charts/caption'
import type { Chart, ChartContext } from '../charts/chart'
import { COLOURS } from '../charts/colours'
import type { ColourName } from '../charts/colours'
import { textWidth } from '../charts/numbers'
import { readingText } from '../charts/readings'
import { FONT_FAMILY } from '../charts/theme'
import { drawingText } from './drawing'
import { legalText } from './legalText'
import type { Ground } from './pictureChoice'

export interface PictureSize extends Omit<ChartContext, 'height'> {
  /** Of the whole picture; absent, or where its words leave the drawing next to nothing, it is as high as its content needs. */
  readonly height?: number
  /** What lies under it: the paper of the theme, white, or nothing. */
  readonly ground?: Ground
}

export interface Picture {
  readonly svg: string
  readonly width: number
  readonly height: number
}

const MARGIN = 24
const SEPARATOR = ' · '
/** No drawing is lower. */
const LEAST_DRAWN = 160

interface Run {
  readonly text: string
  readonly colour: ColourName
  readonly weight: 400 | 500 | 600
}
type Line = readonly Run[]

/** A chart with all that belongs to it in one frame: rule, title, what it stands on, drawing, notes, source, and the mark of made-up data. Text and strokes are drawn at their scale, never enlarged. */
export function pictureOf(chart: Chart, caption: Caption, size: PictureSize): Picture {
  const { width, scale, ground = 'paper' } = size
  // Inks for dark paper are not seen on white.
  const theme = ground === 'white' ? 'light' : size.theme
  const px = (length: number): number => Math.round(length * scale)
  const inner = width - 2 * px(MARGIN)
  const mark = caption.example === '' ? 0 : textWidth(caption.example, px(12)) + px(16)
  const title = wrap(
    [{ text: caption.title, colour: 'ink', weight: 600 }],
    px(16),
    inner - mark - px(mark ? 12 : 0),
    '',
  )
  const subtitle = wrap(
    caption.parts.map(({ text, tone }) => ({ text, ...PART_STYLES[tone] })),
    px(12),
    inner,
    SEPARATOR,
  )
  const told: Run[] = [
    ...caption.notes.map(({ text }) => ({ text, colour: 'ink2', weight: 400 }) as const),
    ...(caption.definitions ?? []).map((text) => ({ text, colour: 'ink3', weight: 400 }) as const),
  ]
  const notes = told.length === 0 ? [] : wrap(told, px(12), inner, ' ')
  const source = wrap([{ text: caption.source, colour: 'ink3', weight: 400 }], px(12), inner, '')
  const above = px(MARGIN + 10) + title.length * px(24) + px(2) + subtitle.length * px(18) + px(8)
  const below = px(6) + notes.length * px(18) + px(6) + source.length * px(18) + px(MARGIN)
  const drawn =
    size.height === undefined
      ? px(chart.heightAt(inner / scale))
      : Math.max(px(LEAST_DRAWN), size.height - above - below)
  const height = above + drawn + below

  const parts: string[] = []
  const colour = (name: ColourName): string => COLOURS[theme][name]
  const lines = (from: number, rows: readonly Line[], fontSize: number, lineHeight: number): void => {
    rows.forEach((row, at) => {
      const spans = row.map(
        (run) => `<tspan fill="${colour(run.colour)}" font-weight="${String(run.weight)}">${escape(run.text)}</tspan>`,
      )
      const y = from + at * lineHeight + lineHeight * 0.5 + fontSize * 0.36
      parts.push(
        `<text x="${String(px(MARGIN))}" y="${y.toFixed(1)}" font-size="${String(fontSize)}" xml:space="preserve">${spans.join('')}</text>`,
      )
    })
  }
  const fill = ground === 'white' ? '#ffffff' : colour('paper')
  if (ground !== 'transparent') parts.push(`<rect width="${String(width)}" height="${String(height)}" fill="${fill}"/>`)
  parts.push(
    `<rect x="${String(px(MARGIN))}" y="${String(px(MARGIN))}" width="${String(inner)}" height="${String(Math.max(1, px(1)))}" fill="${colour('rule')}"/>`,
  )
  if (mark > 0) {
    const x = width - px(MARGIN) - mark
    parts.push(
      `<rect x="${String(x)}" y="${String(px(MARGIN + 11))}" width="${String(mark)}" height="${String(px(21))}" fill="none" stroke="${colour('control')}" stroke-width="${String(scale)}" stroke-dasharray="${String(px(3))} ${String(px(2))}"/>`,
      `<text x="${String(x + mark / 2)}" y="${String(px(MARGIN + 26))}" font-size="${String(px(12))}" text-anchor="middle" fill="${colour('ink2')}">${escape(caption.example)}</text>`,
    )
  }
  lines(px(MARGIN + 10), title, px(16), px(24))
  lines(px(MARGIN + 12) + title.length * px(24), subtitle, px(12), px(18))
  const drawing = drawingText(chart.option({ ...size, theme, width: inner, height: drawn }), inner, drawn)
  parts.push(`<g transform="translate(${String(px(MARGIN))} ${String(above)})">${drawing}</g>`)
  lines(above + drawn + px(6), notes, px(12), px(18))
  lines(height - px(MARGIN) - source.length * px(18), source, px(12), px(18))
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${String(width)}" height="${String(height)}" viewBox="0 0 ${String(width)} ${String(height)}" font-family="${escape(FONT_FAMILY)}"><title>${escape(caption.title)}</title><desc>${escape(readingText(chart, size.language))}</desc>${parts.join('')}</svg>`
  return { svg: legalText(svg), width, height }
}

/** The drawing of a chart alone, for pages that have its words as text of their own. No ground: that of the page shows. */
export function bareDrawing(chart: Chart, size: ChartContext): Picture {
  const { width, height } = size
  const drawing = drawingText(chart.option(size), width, height)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${String(width)}" height="${String(height)}" viewBox="0 0 ${String(width)} ${String(height)}" font-family="${escape(FONT_FAMILY)}">${drawing}</svg>`
  return { svg: legalText(svg), width, height }
}

const PART_STYLES: Readonly<Record<Caption['parts'][number]['tone'], Omit<Run, 'text'>>> = {
  quiet: { colour: 'ink3', weight: 400 },
  strong: { colour: 'ink2', weight: 500 },
  warning: { colour: 'warning', weight: 400 },
}

/** Lays runs out in lines of a width; a run that does not fit goes to the next line, one that fits none is broken. */
function wrap(runs: readonly Run[], fontSize: number, width: number, separator: string): Line[] {
  const lines: Run[][] = [[]]
  let left = width
  runs.forEach((run, at) => {
    const joint = at > 0 && separator !== '' ? separator : ''
    if (textWidth(joint + run.text, fontSize) > left && lines.at(-1)?.length !== 0) {
      lines.push([])
      left = width
    } else if (joint !== '') {
      lines.at(-1)?.push({ text: joint, colour: 'ink3', weight: 400 })
      left -= textWidth(joint, fontSize)
    }
    let rest = run.text
    while (textWidth(rest, fontSize) > left) {
      const cut = breakAt(rest, fontSize, left)
      lines.at(-1)?.push({ ...run, text: rest.slice(0, cut) })
      rest = rest.slice(cut)
      lines.push([])
      left = width
    }
    lines.at(-1)?.push({ ...run, text: rest })
    left -= textWidth(rest, fontSize)
  })
  return lines
}

const IN_NUMBER = /^[\d–.,%]{2}$/u

/** Where a text breaks to fit: after the last blank, else between any two signs but those of a number. */
function breakAt(text: string, fontSize: number, width: number): number {
  let end = 1
  while (end < text.length && textWidth(text.slice(0, end + 1), fontSize) <= width) end++
  const blank = text.lastIndexOf(' ', end)
  if (blank > end * 0.6) return blank + 1
  let whole = end
  while (whole > 1 && IN_NUMBER.test(text.slice(whole - 1, whole + 1))) whole--
  return whole > end * 0.6 ? whole : end
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
