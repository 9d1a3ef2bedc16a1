import type { ChartContext } from './chart'
import { COLOURS } from './colours'
import type { ColourName } from './colours'
import type { Language } from '../report/wording'
import { STATE_SIGNS } from './table'
import { FONT_FAMILY } from './theme'

/** An element of a drawing that ECharts' `graphic` takes as it is. */
export type GraphicElement = Readonly<Record<string, unknown>>

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface TextStyle {
  readonly size?: number
  readonly weight?: 400 | 500 | 600
  readonly colour?: ColourName
  /** A colour by value, where it depends on what lies under the text. */
  readonly fill?: string
  /** Paper around the letters, where they may stand over something. */
  readonly halo?: boolean
  /** The colour of what the letters stand on: put around them where it bears a pattern. */
  readonly ground?: string
  readonly align?: 'left' | 'center' | 'right'
  readonly baseline?: 'top' | 'middle' | 'bottom'
}

const STATE_COLOURS = {
  repaired: 'repaired',
  inferred: 'inferred',
  corrected: 'corrected',
  inError: 'error',
} as const satisfies Record<keyof typeof STATE_SIGNS, ColourName>

/** The library remembers the widths of texts in a bare object: a name such as `__proto__` would be taken for what every object has, and written to. An invisible sign makes it another. */
const inert = (text: string): string =>
  text
    .split('\n')
    .map((line) => (line in Object.prototype ? `\u2060${line}` : line))
    .join('\n')

/** Collects texts, rules and boxes of a drawing in the colours and scale of its context. Coordinates are pixels of the drawing. */
export class Sketch {
  readonly elements: GraphicElement[] = []
  private readonly context: ChartContext

  constructor(context: ChartContext) {
    this.context = context
  }

  /** Pixels of a length given for scale 1. */
  px(length: number): number {
    return Math.round(length * this.context.scale)
  }

  colour(name: ColourName): string {
    return COLOURS[this.context.theme][name]
  }

  text(x: number, y: number, text: string, style: TextStyle = {}): void {
    const { size = 12, weight = 400, colour = 'ink2', fill, halo = false, align = 'left', baseline = 'middle' } = style
    const around = halo ? this.colour('paper') : this.context.decals ? style.ground : undefined
    this.elements.push({
      type: 'text',
      silent: true,
      z: 20,
      x,
      y,
      style: {
        text: inert(text),
        fill: fill ?? this.colour(colour),
        ...(around !== undefined && { stroke: around, lineWidth: this.px(halo ? 3 : 6) }),
        fontFamily: FONT_FAMILY,
        fontSize: this.px(size),
        fontWeight: weight,
        align,
        verticalAlign: baseline,
      },
    })
  }

  /** The mark of an open error beside a number. */
  errorMark(x: number, y: number, style: TextStyle = {}): void {
    this.text(x, y, 'E', { size: 10, weight: 600, colour: 'error', ...style })
  }

  /** Signs of a number's history above a point, side by side, each in its colour. */
  signs(x: number, y: number, states: readonly (keyof typeof STATE_SIGNS)[], language: Language): void {
    const step = this.px(language === 'zh' ? 11 : 20)
    states.forEach((state, at) => {
      const place = x + (at - (states.length - 1) / 2) * step
      this.text(place, y, STATE_SIGNS[state][language], {
        size: 10,
        weight: 600,
        colour: STATE_COLOURS[state],
        align: 'center',
        halo: true,
      })
    })
  }

  line(points: readonly (readonly [number, number])[], colour: ColourName, width = 1, dash?: readonly number[]): void {
    this.elements.push({
      type: 'polyline',
      silent: true,
      z: 10,
      shape: { points },
      style: {
        stroke: this.colour(colour),
        lineWidth: width * this.context.scale,
        fill: 'none',
        ...(dash && { lineDash: dash.map((length) => length * this.context.scale) }),
      },
    })
  }

  box(box: Box, fill: string, z = 5): void {
    this.elements.push({ type: 'rect', silent: true, z, shape: box, style: { fill } })
  }

  circle(x: number, y: number, radius: number, colour: ColourName, filled: boolean): void {
    this.elements.push({
      type: 'circle',
      silent: true,
      z: 15,
      shape: { cx: x, cy: y, r: radius * this.context.scale },
      style: {
        fill: filled ? this.colour(colour) : this.colour('paper'),
        stroke: this.colour(colour),
        lineWidth: 1.2 * this.context.scale,
      },
    })
  }

  /** A filled shape without an edge, under everything else. */
  area(points: readonly (readonly [number, number])[], colour: ColourName): void {
    this.elements.push({ type: 'polygon', silent: true, z: 1, shape: { points }, style: { fill: this.colour(colour) } })
  }

  /** A value that stands on too little: an edge, no fill. */
  outlined({ x, y, width, height }: Box, colour: ColourName, z = 5): void {
    const edge = this.context.scale
    const shape = { x: x + edge / 2, y: y + edge / 2, width: width - edge, height: height - edge }
    const style = { fill: this.colour('paper'), stroke: this.colour(colour), lineWidth: edge }
    this.elements.push({ type: 'rect', silent: true, z, shape, style })
  }

  /** 空白: hatch, not a colour. */
  hatched(box: Box): void {
    const step = 5 * this.context.scale
    for (let offset = step; offset < box.width + box.height; offset += step) {
      this.elements.push({
        type: 'line',
        silent: true,
        z: 6,
        shape: {
          x1: box.x + Math.min(offset, box.width),
          y1: box.y + Math.max(0, offset - box.width),
          x2: box.x + Math.max(0, offset - box.height),
          y2: box.y + Math.min(offset, box.height),
        },
        style: { stroke: this.colour('control'), lineWidth: 0.9 * this.context.scale },
      })
    }
  }

  /** 未报: a dashed frame. */
  framed(box: Box): void {
    this.elements.push({
      type: 'rect',
      silent: true,
      z: 6,
      shape: box,
      style: {
        fill: 'none',
        stroke: this.colour('control'),
        lineWidth: this.context.scale,
        lineDash: [3 * this.context.scale, 2 * this.context.scale],
      },
    })
  }
}
