import type { Run } from '../runs'
import { overlap } from '../runs'

/** The words beside a table's figures, by what they name. */
export interface RowLabels {
  /** The label of each row, from top to bottom. */
  readonly own: readonly (readonly Run[])[]
  /** Labels of rows without figures. */
  readonly bare: readonly (readonly Run[])[]
  /** Of those, what may be the rest of another row's label: it begins as no row does, and the rows' own do. */
  readonly doubtful: ReadonlySet<readonly Run[]>
  /** Labels of several rows, to the left of the rows' own. */
  readonly sides: readonly Run[]
  /** Whether labels begin at their row's height, rather than having it in their middle. */
  readonly isTop: boolean
}

type Alignment = 'middle' | 'top' | 'bottom'

/** A row's height. */
interface Level {
  readonly base: number
  readonly size: number
}

/** Parts of the size: how far a label's line may be from its row's, and two lines of one label from each other. */
const LEVEL = 0.35
const HALF_LEADING = 1
const LEADING = 1.8
const ALIKE = 0.3
const MISSING = 10
/** How the label of a row begins, and what stands over a block of rows. */
export const BEGINS =
  /^(?:[一二三四五六七八九十]{1,2}\s*、|[（(]\s*[一二三四五六七八九十]\s*[)）]|\d{1,2}\s*[.．、]|第.{1,12}[项条]$)/u

/**
 * Finds each row's own label in the way in which most words find a row; `null` where a row has none. `isCut`: the page ends
 * with these words, so that the last label may go on below without as many lines above.
 */
export function labelsOf(rows: readonly Level[], runs: readonly Run[], isCut: boolean): RowLabels | null {
  const ways: readonly Alignment[] = ['middle', 'top', 'bottom']
  const found = ways.map((way) => {
    const taken = new Set<Run>()
    const own = rows.map((_, index) => {
      const label = ownLabel(
        way,
        rows,
        index,
        runs.filter((run) => !taken.has(run)),
      )
      for (const run of label) taken.add(run)
      return label
    })
    const last = own.at(-1)
    if (isCut && last)
      for (const run of goOn(
        last,
        runs.filter((one) => !taken.has(one)),
        1,
      ))
        taken.add(run)
    const rest = runs.filter((run) => !taken.has(run))
    const sides = rest.filter((run) => isBeside(run, rows, own, way))
    const bare = bareRows(rest.filter((run) => !sides.includes(run)))
    const missing = own.filter((label) => label.length === 0).length
    const begin = own.filter(([first]) => first && BEGINS.test(first.text)).length
    const doubtful = new Set(bare.filter(([first]) => begin * 2 > own.length && first && !BEGINS.test(first.text)))
    return { own, bare, doubtful, sides, isTop: way === 'top', missing, cost: missing * MISSING + bare.flat().length }
  })
  const [best] = found.sort((one, other) => one.cost - other.cost)
  return best === undefined || best.missing > 0 ? null : best
}

function ownLabel(way: Alignment, rows: readonly Level[], index: number, runs: readonly Run[]): Run[] {
  const row = rows[index]
  if (row === undefined) return []
  const level = rightmost(runs.filter((run) => Math.abs(run.base - row.base) <= LEVEL * row.size))
  if (way === 'middle') return middleLabel(row, level, runs)
  if (level === undefined) return []
  const down = way === 'top' ? 1 : -1
  const next = rows[index + down]
  const end = next === undefined ? Infinity : (next.base - row.base) * down - LEVEL * row.size
  const onWay = runs.filter((run) => (run.base - row.base) * down < end)
  const label = [level]
  goOn(label, onWay, down)
  return down === 1 ? label : label.reverse()
}

/** Adds to a label the lines that follow it up or down until another begins, and gives them. */
function goOn(label: Run[], runs: readonly Run[], down: 1 | -1): Run[] {
  const added: Run[] = []
  for (let last = label.at(-1); last !== undefined;) {
    const more = follower(label, last, runs, down)
    if (more === undefined || BEGINS.test((down === 1 ? more : last).text)) break
    label.push(more)
    added.push(more)
    last = more
  }
  return added
}

/** A label with as many lines above its row's height as below. */
function middleLabel(row: Level, level: Run | undefined, runs: readonly Run[]): Run[] {
  const near = (run: Run): boolean => Math.abs(run.base - row.base) <= HALF_LEADING * row.size
  const isOff = (run: Run): boolean => Math.abs(run.base - row.base) > LEVEL * row.size
  const upper = rightmost(runs.filter((run) => near(run) && isOff(run) && run.base < row.base))
  const lower = rightmost(runs.filter((run) => near(run) && isOff(run) && run.base > row.base))
  const isPair = upper && lower && overlap(upper, lower) > 0 && isEven(upper, lower, row)
  let label: Run[] = level ? [level] : []
  if (isPair && Math.max(upper.box[2], lower.box[2]) > (level?.box[2] ?? 0)) label = [upper, lower]
  for (let [first, last] = [label[0], label.at(-1)]; first && last; [first, last] = [label[0], label.at(-1)]) {
    const [above, below] = [follower(label, first, runs, -1), follower(label, last, runs, 1)]
    if (!above || !below || !isEven(above, below, row) || BEGINS.test(first.text) || BEGINS.test(below.text)) break
    label = [above, ...label, below]
  }
  return label
}

function isEven(upper: Run, lower: Run, row: Level): boolean {
  return Math.abs(row.base - upper.base - (lower.base - row.base)) <= ALIKE * row.size
}

/** The next line of a label, up or down: in its column, the rightmost that is. */
function follower(label: readonly Run[], last: Run, runs: readonly Run[], down: 1 | -1): Run | undefined {
  const below = runs.filter((run) => {
    const far = (run.base - last.base) * down
    return far > LEVEL * run.size && far <= LEADING * run.size && label.some((own) => overlap(own, run) > 0)
  })
  const nearest = Math.min(...below.map((run) => (run.base - last.base) * down))
  return rightmost(below.filter((run) => (run.base - last.base) * down <= nearest + LEVEL * run.size))
}

function rightmost(runs: readonly Run[]): Run | undefined {
  return runs.reduce<Run | undefined>((best, run) => (best && best.box[2] >= run.box[2] ? best : run), undefined)
}

/** Whether words stand left of the label of the row that is nearest. */
function isBeside(run: Run, rows: readonly Level[], own: readonly (readonly Run[])[], way: Alignment): boolean {
  const [first] = rows
  if (way === 'top' && first && run.base < first.base - LEVEL * first.size) return false
  const label = own[nearestRow(rows, run.base)] ?? []
  return label.length > 0 && label.every((one) => run.box[2] <= one.box[0] + 1)
}

/** The ordinal of the row whose height is nearest. */
export function nearestRow(rows: readonly Level[], base: number): number {
  let best = 0
  for (const [index, row] of rows.entries())
    if (Math.abs(row.base - base) < Math.abs((rows[best]?.base ?? 0) - base)) best = index
  return best
}

/** Words that found no row, as labels of rows without figures. */
function bareRows(runs: readonly Run[]): Run[][] {
  const labels: Run[][] = []
  for (const run of [...runs].sort((a, b) => a.base - b.base || a.box[0] - b.box[0])) {
    const last = labels.at(-1)?.at(-1)
    if (last && run.base - last.base <= LEADING * run.size && !BEGINS.test(run.text)) labels.at(-1)?.push(run)
    else labels.push([run])
  }
  return labels
}
