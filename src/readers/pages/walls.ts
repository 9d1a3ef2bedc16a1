import type { Ruling } from './page'

/** Rulings nearer than this are one. */
const SAME = 1.6
/** A gap in a ruling that is none. */
const GAP = 2.5
/** Grid lines nearer than this are one, of a border drawn twice. */
const NEAR = 3.2
/** How much of a cell's side has to be drawn. */
const DRAWN = 0.55
/** Rulings of one page that are looked at. */
const MOST = 4000

/** One ruling for the pieces that lie in a row. */
export function joinRulings(rulings: readonly Ruling[]): Ruling[] {
  const groups: Ruling[][] = []
  for (const ruling of [...rulings].sort((a, b) => a.at - b.at)) {
    const group = groups.at(-1)
    if (group?.[0] !== undefined && ruling.at - group[0].at <= SAME) group.push(ruling)
    else groups.push([ruling])
  }
  const joined: Ruling[] = []
  for (const group of groups) {
    let open: { at: number; from: number; to: number } | null = null
    for (const { at, from, to } of group.sort((a, b) => a.from - b.from)) {
      if (open && from <= open.to + GAP) open.to = Math.max(open.to, to)
      else {
        open = { at, from, to }
        joined.push(open)
      }
    }
  }
  return joined.slice(0, MOST)
}

/** Rulings that hang together by crossing or touching each other. */
export function netsOf(
  across: readonly Ruling[],
  down: readonly Ruling[],
): { readonly across: Ruling[]; readonly down: Ruling[] }[] {
  const parent = [...across, ...down].map((_, index) => index)
  const root = (index: number): number => {
    let at = index
    for (let up = parent[at] ?? at; up !== at; up = parent[at] ?? at) {
      parent[at] = parent[up] ?? up
      at = up
    }
    return at
  }
  for (const [i, row] of across.entries())
    for (const [j, column] of down.entries()) {
      const touches =
        row.at >= column.from - NEAR &&
        row.at <= column.to + NEAR &&
        column.at >= row.from - NEAR &&
        column.at <= row.to + NEAR
      if (touches) parent[root(i)] = root(across.length + j)
    }
  const nets = new Map<number, { across: Ruling[]; down: Ruling[] }>()
  const netOf = (index: number): { across: Ruling[]; down: Ruling[] } => {
    const net = nets.get(root(index)) ?? { across: [], down: [] }
    nets.set(root(index), net)
    return net
  }
  for (const [i, row] of across.entries()) netOf(i).across.push(row)
  for (const [j, column] of down.entries()) netOf(across.length + j).down.push(column)
  return [...nets.values()].filter((net) => net.across.length > 0 && net.down.length > 0)
}

/** Where the grid lines of one direction are, with the ends of the other direction's rulings where those reach beyond. */
export function gridLines(own: readonly Ruling[], other: readonly Ruling[]): number[] {
  const ends = [Math.min(...other.map((ruling) => ruling.from)), Math.max(...other.map((ruling) => ruling.to))]
  const lines: number[] = []
  const drawn = own.map((ruling) => ruling.at).sort((a, b) => a - b)
  for (const at of drawn) if (lines.length === 0 || at - (lines.at(-1) ?? 0) > NEAR) lines.push(at)
  const [first = 0, last = 0] = ends
  if (first < (lines[0] ?? first) - 2 * NEAR) lines.unshift(first)
  if (last > (lines.at(-1) ?? last) + 2 * NEAR) lines.push(last)
  return lines
}

/** Whether one of the rulings runs at `at` along most of the way. */
export function isDrawn(rulings: readonly Ruling[], at: number, from: number, to: number): boolean {
  let length = 0
  for (const ruling of rulings)
    if (Math.abs(ruling.at - at) <= NEAR) length += Math.max(0, Math.min(to, ruling.to) - Math.max(from, ruling.from))
  return length >= (to - from) * DRAWN
}
