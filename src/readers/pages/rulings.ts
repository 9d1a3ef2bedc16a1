import type { Box } from './box'
import { shared } from './box'
import type { Ruling } from './page'
import type { Path } from './paths'

/** A filled box narrower than this is a line. */
const THIN = 3.2
/** Shorter ones are dots of a dotted line, or strokes of something else than a table. */
const SHORTEST = 1.5
/** How far a line may lean. */
const LEAN = 1
const MOST = 40_000

/** Collects the lines that a page draws, whether as strokes or as narrow filled boxes. */
export class Rulings {
  readonly across: Ruling[] = []
  readonly down: Ruling[] = []

  get isFull(): boolean {
    return this.across.length + this.down.length > MOST
  }

  stroke(path: Path, clip: Box): void {
    for (const [[x, y], [u, v]] of path.segments)
      this.#add([Math.min(x, u), Math.min(y, v), Math.max(x, u), Math.max(y, v)], LEAN, clip)
  }

  fill(path: Path, clip: Box): void {
    for (const box of path.rectangles) this.#add(box, THIN, clip)
  }

  /** A picture of one point that is drawn out to a line. */
  fillBox(box: Box, clip: Box): void {
    this.#add(box, THIN, clip)
  }

  #add(whole: Box, thin: number, clip: Box): void {
    if (this.isFull) return
    // A line is a line though a clip cuts its breadth away; only its length is cut.
    const room: Box = [clip[0] - THIN, clip[1] - THIN, clip[2] + THIN, clip[3] + THIN]
    const [left, top, right, bottom] = shared(whole, room)
    const width = right - left
    const height = bottom - top
    if (width < 0 || height < 0) return
    if (height <= thin && width > Math.max(SHORTEST, height))
      this.across.push({ at: (top + bottom) / 2, from: left, to: right })
    else if (width <= thin && height > Math.max(SHORTEST, width))
      this.down.push({ at: (left + right) / 2, from: top, to: bottom })
  }
}
