/** Left, top, right and bottom in points from the upper left corner of a page. */
export type Box = readonly [number, number, number, number]

/** The box around both. */
export function around(one: Box | null, other: Box): Box {
  if (one === null) return other
  return [
    Math.min(one[0], other[0]),
    Math.min(one[1], other[1]),
    Math.max(one[2], other[2]),
    Math.max(one[3], other[3]),
  ]
}

export function boxAround(boxes: readonly Box[]): Box | null {
  return boxes.reduce<Box | null>(around, null)
}

/** What two boxes share; with nothing shared, right is left of left or bottom above top. */
export function shared(one: Box, other: Box): Box {
  return [
    Math.max(one[0], other[0]),
    Math.max(one[1], other[1]),
    Math.min(one[2], other[2]),
    Math.min(one[3], other[3]),
  ]
}

export function holdsPoint([left, top, right, bottom]: Box, x: number, y: number): boolean {
  return left <= x && x <= right && top <= y && y <= bottom
}

export const middle = (box: Box): readonly [number, number] => [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]
