import { type Box, boxAround } from '../pages/box'
import { apply, type Matrix, times } from '../pages/matrix'
import type { Glyph, PageContent, Turn } from '../pages/page'
import { type PathOperators, readPath } from '../pages/paths'
import { Rulings } from '../pages/rulings'
import type { CompositeObject, OfdObject, PathObject, TextCode, TextObject } from './objects'

/** Points of a millimetre. */
const MILLIMETRE = 72 / 25.4
const ASCENT = 0.8
const DESCENT = 0.2
const DEEPEST = 8
const MOST_GLYPHS = 400_000

const OPERATORS: PathOperators = {
  moveTo: 0,
  lineTo: 1,
  curveTo: 2,
  curveTo2: 3,
  curveTo3: 4,
  closePath: 5,
  rectangle: 6,
}

/** Puts the objects of a page where they stand on it. */
export class OfdDrawing {
  readonly #size: readonly [number, number]
  readonly #drawings: ReadonlyMap<string, readonly OfdObject[]>
  readonly #glyphs: Glyph[] = []
  readonly #rulings = new Rulings()
  readonly #all: Box
  #pictured = 0

  constructor(size: readonly [number, number], drawings: ReadonlyMap<string, readonly OfdObject[]>) {
    this.#size = size
    this.#drawings = drawings
    this.#all = [0, 0, size[0] * MILLIMETRE, size[1] * MILLIMETRE]
  }

  add(objects: readonly OfdObject[]): void {
    this.#add(objects, [MILLIMETRE, 0, 0, MILLIMETRE, 0, 0], 0)
  }

  content(): PageContent {
    const [width, height] = this.#size
    const { across, down } = this.#rulings
    return {
      width: width * MILLIMETRE,
      height: height * MILLIMETRE,
      glyphs: this.#glyphs,
      across,
      down,
      pictured: this.#pictured / (width * height),
    }
  }

  #add(objects: readonly OfdObject[], outer: Matrix, depth: number): void {
    for (const object of objects) {
      const [left = 0, top = 0, width = 0, height = 0] = object.boundary
      const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = object.ctm
      const matrix = times(times(outer, [1, 0, 0, 1, left, top]), [a, b, c, d, e, f])
      if (object.kind === 'text') this.#addText(object, matrix)
      else if (object.kind === 'path') this.#addPath(object, matrix)
      else if (object.kind === 'picture') this.#pictured += width * height
      else if (depth < DEEPEST) this.#addDrawing(object, matrix, depth)
    }
  }

  #addDrawing({ resource }: CompositeObject, matrix: Matrix, depth: number): void {
    this.#add(this.#drawings.get(resource) ?? [], matrix, depth + 1)
  }

  #addPath({ data, isStroked, isFilled }: PathObject, matrix: Matrix): void {
    if (this.#rulings.isFull) return
    const path = readPath(OPERATORS, stepsOf(data), matrix)
    if (isFilled) this.#rulings.fill(path, this.#all)
    if (isStroked) this.#rulings.stroke(path, this.#all)
  }

  #addText(object: TextObject, matrix: Matrix): void {
    const quarter = quarterOf(matrix)
    if (quarter === null || object.size <= 0) return
    const turn = (((quarter + Math.round(object.charDirection / 90)) % 4) + 4) % 4
    for (const code of object.codes) this.#addCode(object, code, matrix, turn as Turn)
  }

  #addCode({ size, scale, isInvisible }: TextObject, code: TextCode, matrix: Matrix, turn: Turn): void {
    const { acrossSteps, downSteps } = code
    const isStepped = acrossSteps.length + downSteps.length > 0
    let { x, y } = code
    for (const [index, text] of Array.from(code.text).entries()) {
      const width = widthOf(text) * size * scale
      const shown = text.trim()
      if (shown !== '' && this.#glyphs.length < MOST_GLYPHS) {
        const corners = [
          apply(matrix, x, y - ASCENT * size),
          apply(matrix, x + width, y - ASCENT * size),
          apply(matrix, x, y + DESCENT * size),
          apply(matrix, x + width, y + DESCENT * size),
        ]
        const box = boxAround(corners.map(([u, v]): Box => [u, v, u, v])) ?? this.#all
        this.#glyphs.push({ text: shown, box, size: size * Math.hypot(matrix[2], matrix[3]), turn, isInvisible })
      }
      x += isStepped ? (acrossSteps[index] ?? 0) : width
      y += downSteps[index] ?? 0
    }
  }
}

/** Breadth of a glyph as a part of its size: fonts are not opened, and no more than its cell must be told from it. */
function widthOf(text: string): number {
  return /^[\u0020-\u024f]$/u.test(text) ? 0.5 : 1
}

function quarterOf([a, b]: Matrix): number | null {
  const lean = 0.1
  if (Math.abs(b) <= Math.abs(a) * lean) return a >= 0 ? 0 : 2
  if (Math.abs(a) <= Math.abs(b) * lean) return b >= 0 ? 1 : 3
  return null
}

/** A path as its letters and numbers say (GB/T 33190, 9.1), in the form that `readPath` takes. Arcs are no lines of a table. */
function stepsOf(data: string): readonly [readonly number[], readonly number[]] {
  const operators: number[] = []
  const values: number[] = []
  for (const [, letter = '', rest = ''] of data.matchAll(/([A-Z])([^A-Z]*)/gu)) {
    const given =
      rest.trim() === ''
        ? []
        : rest
            .trim()
            .split(/[\s,]+/u)
            .map((word) => Number(word) || 0)
    const push = (operator: number, count: number): void => {
      operators.push(operator)
      values.push(...Array.from({ length: count }, (_, index) => given[index] ?? 0))
    }
    if (letter === 'M' || letter === 'S') push(OPERATORS.moveTo, 2)
    else if (letter === 'L') push(OPERATORS.lineTo, 2)
    else if (letter === 'Q') push(OPERATORS.curveTo2, 4)
    else if (letter === 'B') push(OPERATORS.curveTo, 6)
    else if (letter === 'C') operators.push(OPERATORS.closePath)
    else if (letter === 'A') {
      const end = [given[5] ?? 0, given[6] ?? 0]
      operators.push(OPERATORS.curveTo)
      values.push(...end, ...end, ...end)
    }
  }
  return [operators, values]
}
