import type { Box } from './box'
import { boxAround } from './box'
import type { Matrix } from './matrix'
import { apply, numbersOf } from './matrix'

/** Numbers of pdf.js for the parts of a path, from its `OPS`. */
export interface PathOperators {
  readonly moveTo: number
  readonly lineTo: number
  readonly curveTo: number
  readonly curveTo2: number
  readonly curveTo3: number
  readonly closePath: number
  readonly rectangle: number
}

type Point = readonly [number, number]

/** A path on the page: its straight parts, and the box around it all. */
export interface Path {
  readonly segments: readonly (readonly [Point, Point])[]
  /** Whether it is rectangles only; then each is one of these. */
  readonly rectangles: readonly Box[]
  readonly box: Box | null
  readonly pen: Pen
}

/** Where drawing stopped: pdf.js may hand one path over in several parts. */
interface Pen {
  readonly start: Point
  readonly here: Point
  readonly corners: readonly Point[]
}

const LIFTED: Pen = { start: [0, 0], here: [0, 0], corners: [] }
const COORDINATES = 6
/** A box drawn line by line has four corners, and the first again. */
const MOST_CORNERS = 5

/** The path of `constructPath`'s arguments under a matrix, drawn on from where the part before it stopped. */
export function readPath(operators: PathOperators, args: readonly unknown[], matrix: Matrix, pen = LIFTED): Path {
  const steps = numbersOf(args[0])
  const values = numbersOf(args[1])
  const segments: (readonly [Point, Point])[] = []
  const rectangles: Box[] = []
  const points: Point[] = []
  let at = 0
  let { start, here } = pen
  const next = (): Point => {
    const point = apply(matrix, values[at] ?? 0, values[at + 1] ?? 0)
    at += 2
    points.push(point)
    return point
  }
  const line = (to: Point): void => {
    segments.push([here, to])
    here = to
  }
  /** The straight parts of the subpath at hand, for a fill that is a box drawn line by line. */
  let corners: Point[] = [...pen.corners]
  const endSubpath = (): void => {
    const box = rectangleOf(corners)
    if (box !== null) rectangles.push(box)
    corners = []
  }
  for (const step of steps) {
    if (at > values.length + COORDINATES) break
    if (step === operators.moveTo) {
      endSubpath()
      here = next()
      start = here
      corners = [here]
    } else if (step === operators.lineTo) {
      line(next())
      corners.push(here)
    } else if (step === operators.rectangle) {
      endSubpath()
      const [x = 0, y = 0, width = 0, height = 0] = values.slice(at, at + 4)
      at += 4
      const drawn: Point[] = [
        apply(matrix, x, y),
        apply(matrix, x + width, y),
        apply(matrix, x + width, y + height),
        apply(matrix, x, y + height),
      ]
      points.push(...drawn)
      corners = drawn
      here = drawn[3] ?? here
      for (const corner of drawn) line(corner)
      endSubpath()
      start = here
    } else if (step === operators.closePath) line(start)
    else {
      corners = []
      const count = step === operators.curveTo ? 3 : step === operators.curveTo2 || step === operators.curveTo3 ? 2 : 0
      for (let point = 0; point < count; point += 1) here = next()
    }
  }
  const end: Pen = { start, here, corners: corners.slice(0, MOST_CORNERS + 1) }
  endSubpath()
  return { segments, rectangles, box: boxAround(points.map(([x, y]): Box => [x, y, x, y])), pen: end }
}

/** The box of four or five corners that go around one, `null` where they do not. */
function rectangleOf(corners: readonly Point[]): Box | null {
  const [first, second, third, fourth, fifth] = corners
  if (!first || !second || !third || !fourth || corners.length > MOST_CORNERS) return null
  if (fifth && (Math.abs(fifth[0] - first[0]) > 1 || Math.abs(fifth[1] - first[1]) > 1)) return null
  const box = boxAround(corners.map(([x, y]): Box => [x, y, x, y]))
  const straight = (one: Point, other: Point): boolean =>
    Math.abs(one[0] - other[0]) < 0.5 || Math.abs(one[1] - other[1]) < 0.5
  const goesAround =
    straight(first, second) && straight(second, third) && straight(third, fourth) && straight(fourth, first)
  return goesAround ? box : null
}
