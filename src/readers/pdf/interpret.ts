import type { Box } from '../pages/box'
import { boxAround, holdsPoint, middle, shared } from '../pages/box'
import { showGlyphs } from './glyphs'
import type { Matrix } from '../pages/matrix'
import { apply, matrixOf, numbersOf, times } from '../pages/matrix'
import type { Glyph, PageContent } from '../pages/page'
import type { PathOperators } from '../pages/paths'
import { readPath } from '../pages/paths'
import type { Path } from '../pages/paths'
import { Rulings } from '../pages/rulings'
import type { Font, TextState } from './textState'
import { moveText, newTextState, NO_FONT, setTextMatrix } from './textState'

/** pdf.js's numbers of its operators, by name. */
export type Operators = PathOperators & Readonly<Record<string, number>>

export interface PageSource {
  readonly operators: Operators
  readonly names: readonly number[]
  readonly args: readonly unknown[]
  /** From the page's own space to points from the upper left corner as one looks at it. */
  readonly view: Matrix
  readonly width: number
  readonly height: number
  readonly font: (name: string) => Font
  /** Whether content of a layer is shown. */
  readonly isShown: (layer: unknown) => boolean
}

interface State {
  readonly matrix: Matrix
  readonly clip: Box
  readonly text: TextState
}

const STROKES = ['stroke', 'closeStroke', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke']
const FILLS = ['fill', 'eoFill']
/** Saved states within each other; deeper ones are a trap. */
const DEEPEST = 500
/** Square points that only a picture's unit square is drawn large as: text is not scaled so. */
const SMALLEST_PICTURE = 2500

/** Follows a page's operators as pdf.js draws them, and keeps what reading needs: where each glyph and each line stands. */
export class Interpreter {
  readonly #source: PageSource
  readonly #does = new Map<number, (args: readonly unknown[]) => void>()
  readonly #glyphs: Glyph[] = []
  readonly #rulings = new Rulings()
  readonly #saved: State[] = []
  /** For each marked part that is open, whether it is shown. */
  readonly #shown: boolean[] = []
  #matrix: Matrix
  #clip: Box
  #text = newTextState()
  /** The parts of the path at hand. */
  #path: Path[] = []
  #clips = false
  /** Square points that pictures cover. */
  #pictured = 0

  constructor(source: PageSource) {
    this.#source = source
    this.#matrix = source.view
    this.#clip = [0, 0, source.width, source.height]
    const handlers = { ...this.#graphics(), ...this.#texts() }
    for (const [name, handler] of Object.entries(handlers)) {
      const number = source.operators[name]
      if (number !== undefined) this.#does.set(number, handler)
    }
  }

  run(): PageContent {
    const { names, args, width, height } = this.#source
    for (const [at, name] of names.entries()) {
      const given: unknown = args[at]
      this.#does.get(name)?.(Array.isArray(given) ? given : [])
    }
    const page: Box = [0, 0, width, height]
    const glyphs = this.#glyphs.filter((glyph) => holdsPoint(page, ...middle(glyph.box)))
    const { across, down } = this.#rulings
    return { width, height, glyphs, across, down, pictured: this.#pictured / (width * height) }
  }

  #graphics(): Record<string, (args: readonly unknown[]) => void> {
    const enter = (args: readonly unknown[]): void => {
      this.#save()
      const [matrix, box] = args
      this.#transform(matrix)
      this.#clipTo(numbersOf(box))
    }
    const painted = [...STROKES, ...FILLS].map((name): [string, () => void] => [name, () => this.#paint(name)])
    const unitBox = (): void => this.#paintUnitBox()
    return {
      ...Object.fromEntries(painted),
      save: () => this.#save(),
      restore: () => this.#restore(),
      transform: (args) => this.#transform(args),
      constructPath: (args) => {
        this.#path.push(readPath(this.#source.operators, args, this.#matrix, this.#path.at(-1)?.pen))
      },
      clip: () => {
        this.#clips = true
      },
      eoClip: () => {
        this.#clips = true
      },
      endPath: () => this.#endPath(),
      paintFormXObjectBegin: enter,
      paintFormXObjectEnd: () => this.#restore(),
      beginGroup: () => this.#save(),
      endGroup: () => this.#restore(),
      beginAnnotation: ([, rect, transform, matrix]) => {
        this.#save()
        this.#clipTo(numbersOf(rect))
        this.#transform(transform)
        this.#transform(matrix)
      },
      endAnnotation: () => this.#restore(),
      paintSolidColorImageMask: unitBox,
      paintImageXObject: unitBox,
      paintInlineImageXObject: unitBox,
      beginMarkedContent: () => {
        this.#shown.push(true)
      },
      beginMarkedContentProps: ([tag, layer]) => {
        this.#shown.push(tag !== 'OC' || this.#source.isShown(layer))
      },
      endMarkedContent: () => {
        this.#shown.pop()
      },
    }
  }

  #texts(): Record<string, (args: readonly unknown[]) => void> {
    const number = (set: (text: TextState, value: number) => void) => (args: readonly unknown[]) => {
      const [value] = numbersOf(args)
      if (value !== undefined) set(this.#text, value)
    }
    const nextLine = (): void => moveText(this.#text, 0, this.#text.leading)
    return {
      beginText: () => setTextMatrix(this.#text, newTextState().matrix),
      setFont: ([name, size]) => {
        this.#text.font = typeof name === 'string' ? this.#source.font(name) : NO_FONT
        this.#text.size = typeof size === 'number' ? Math.abs(size) : 0
        this.#text.direction = typeof size === 'number' && size < 0 ? -1 : 1
      },
      setCharSpacing: number((text, value) => {
        text.characterSpacing = value
      }),
      setWordSpacing: number((text, value) => {
        text.wordSpacing = value
      }),
      setHScale: number((text, value) => {
        text.scale = value / 100
      }),
      setLeading: number((text, value) => {
        text.leading = -value
      }),
      setTextRise: number((text, value) => {
        text.rise = value
      }),
      setTextRenderingMode: number((text, value) => {
        text.mode = value
      }),
      moveText: (args) => {
        const [x = 0, y = 0] = numbersOf(args)
        moveText(this.#text, x, y)
      },
      setLeadingMoveText: (args) => {
        const [x = 0, y = 0] = numbersOf(args)
        this.#text.leading = y
        moveText(this.#text, x, y)
      },
      setTextMatrix: (args) => {
        const matrix = matrixOf(args)
        if (matrix !== null) setTextMatrix(this.#text, matrix)
      },
      nextLine,
      showText: ([glyphs]) => {
        const shown = showGlyphs(this.#matrix, this.#text, glyphs)
        if (this.#shown.includes(false)) return
        for (const glyph of shown) if (holdsPoint(this.#clip, ...middle(glyph.box))) this.#glyphs.push(glyph)
      },
    }
  }

  #save(): void {
    if (this.#saved.length < DEEPEST)
      this.#saved.push({ matrix: this.#matrix, clip: this.#clip, text: { ...this.#text } })
  }

  #restore(): void {
    const state = this.#saved.pop()
    if (!state) return
    this.#matrix = state.matrix
    this.#clip = state.clip
    this.#text = state.text
  }

  #transform(value: unknown): void {
    const matrix = matrixOf(value)
    if (matrix === null) return
    this.#matrix = times(this.#matrix, matrix)
    // A picture is drawn into the unit square, which nothing else makes this large; strips of a scan add up.
    const [a, b, c, d] = this.#matrix
    const area = Math.abs(a * d - b * c)
    if (area > SMALLEST_PICTURE) this.#pictured += area
  }

  #clipTo(box: readonly number[]): void {
    const [left, top, right, bottom] = box
    if (left === undefined || top === undefined || right === undefined || bottom === undefined) return
    this.#clip = shared(this.#clip, this.#onPage([left, top, right, bottom]))
  }

  #onPage([left, top, right, bottom]: Box): Box {
    const corners = [
      [left, top],
      [right, top],
      [left, bottom],
      [right, bottom],
    ] as const
    const points = corners.map(([x, y]): Box => {
      const [u, v] = apply(this.#matrix, x, y)
      return [u, v, u, v]
    })
    return boxAround(points) ?? this.#clip
  }

  #paint(name: string): void {
    if (!this.#shown.includes(false))
      for (const part of this.#path)
        if (STROKES.includes(name)) this.#rulings.stroke(part, this.#clip)
        else this.#rulings.fill(part, this.#clip)
    this.#endPath()
  }

  #paintUnitBox(): void {
    if (!this.#shown.includes(false)) this.#rulings.fillBox(this.#onPage([0, 0, 1, 1]), this.#clip)
  }

  /** A clip takes hold when the path that it was said of has been painted. */
  #endPath(): void {
    const box = boxAround(this.#path.flatMap((part) => (part.box ? [part.box] : [])))
    if (this.#clips && box) this.#clip = shared(this.#clip, box)
    this.#clips = false
    this.#path = []
  }
}
