import type { Figure, Group, QueryResult } from '../cube/query'
import { plainSum } from '../form/plainSum'
import { OUTCOMES, OUTCOME_LABELS } from '../form/requests'
import type { Label } from '../form/version'
import { counted } from './counted'
import type { AgencyNames } from './ranked'
import { labelOfFigure, unitOfFigure } from './ranked'
import { isWhole, pairsOf, standsOnSame } from './twoYears'
import type { TwoYears, YearPair } from './twoYears'
import { both } from './words'

/** Why agencies stand in a step of their own, where the two years cannot be set against each other. */
export const APARTS = [
  'came',
  'unreportedBefore',
  'blankBefore',
  'gone',
  'unreportedNow',
  'blankNow',
  'partial',
] as const
export type Apart = (typeof APARTS)[number]

/** What takes the earlier total to the later one, in its turn. */
export interface Step {
  readonly kind: 'agency' | 'rest' | 'outcome' | 'disagree' | Apart
  readonly label: Label
  /** Id of the agency, or the outcome. */
  readonly key?: string
  /** `null` where this side has no number. */
  readonly before: number | null
  readonly now: number | null
  readonly change: number
  /** Who is in it. */
  readonly agencies: readonly string[]
  readonly figures: readonly (Figure | undefined)[]
}

/** Two years and all that lies between them: `start` and the changes of the steps add to `end`. */
export interface Waterfall {
  readonly figure: string
  readonly label: Label
  readonly by: 'agency' | 'outcome'
  readonly years: TwoYears
  /** `null` where no agency has a number. */
  readonly start: number | null
  readonly end: number | null
  readonly steps: readonly Step[]
  /** Every agency or outcome that is set against itself, those without a step of their own, too. */
  readonly each: readonly Step[]
  /** Agencies that have both years in full: their totals, and how many rose, fell and stayed. */
  readonly compared: {
    readonly agencies: number
    readonly before: number
    readonly now: number
    readonly rose: number
    readonly fell: number
  }
  /** Of those compared, how many stand against the agencies that they took over from. */
  readonly ofPredecessors: number
  /** Agencies with a report and no number in either year. */
  readonly without: number
  /** Agencies with a report of either year, and the reports of both. */
  readonly agencies: number
  readonly reports: number
  readonly missing: number
}

/** So many agencies are named, those that moved most. */
const MOST_NAMED = 8
const SETTLED = 'requests.settled.total'
const outcomeFigure = (outcome: string): string => `requests.${outcome}.total`

/** Figures of the steps by outcome. */
export const WATERFALL_OUTCOMES: readonly string[] = [SETTLED, ...OUTCOMES.map(outcomeFigure)]

const valueOf = (group: Group | undefined, figure: string): number | null => group?.figures[figure]?.value ?? null

function apartOf({ before, now }: YearPair, figure: string): Apart | null {
  const [had, has] = [valueOf(before, figure) !== null, valueOf(now, figure) !== null]
  const missing = (group: Group | undefined): 'absent' | 'unreported' | 'blank' =>
    group && group.reports > 0 ? 'blank' : (group?.missing ?? 0) > 0 ? 'unreported' : 'absent'
  if (!had && !has) return null
  if (had && has) return 'partial'
  if (has) return ({ absent: 'came', unreported: 'unreportedBefore', blank: 'blankBefore' } as const)[missing(before)]
  return ({ absent: 'gone', unreported: 'unreportedNow', blank: 'blankNow' } as const)[missing(now)]
}

function stepOf(kind: Step['kind'], label: Label, pairs: readonly YearPair[], figure: string, key?: string): Step {
  const side = (values: readonly (number | null)[]): number | null => {
    const known = values.flatMap((value) => value ?? [])
    return known.length === 0 ? null : plainSum(known)
  }
  const before = side(pairs.map((pair) => valueOf(pair.before, figure)))
  const now = side(pairs.map((pair) => valueOf(pair.now, figure)))
  return {
    kind,
    label,
    ...(key !== undefined && { key }),
    before,
    now,
    change: plainSum([now ?? 0, -(before ?? 0)]),
    agencies: pairs.map(({ id }) => id),
    figures: pairs.flatMap((pair) => [pair.before?.figures[figure], pair.now?.figures[figure]]),
  }
}

function apartLabel(kind: Apart, count: number, [from, to]: Waterfall['years']): Label {
  const n = String(count)
  const who = counted(count, 'agency')
  const words: Readonly<Record<Apart, Label>> = {
    came: both(`新增 ${n} 个机关`, `New: ${who}`),
    unreportedBefore: both(`${String(from)} 年未报 ${n} 个`, `No report for ${String(from)}: ${n}`),
    blankBefore: both(`${String(from)} 年空白 ${n} 个`, `Blank in ${String(from)}: ${n}`),
    gone: both(`退出 ${n} 个机关`, `Dissolved: ${who}`),
    unreportedNow: both(`${String(to)} 年未报 ${n} 个`, `No report for ${String(to)}: ${n}`),
    blankNow: both(`${String(to)} 年空白 ${n} 个`, `Blank in ${String(to)}: ${n}`),
    partial: both(`不全不可比 ${n} 个`, `Incomplete: ${n}`),
  }
  return words[kind]
}

function assembled(
  result: QueryResult,
  figure: string,
  years: Waterfall['years'],
  by: Waterfall['by'],
  inner: (alike: readonly YearPair[]) => Pick<Waterfall, 'steps' | 'each'> & { incomplete: readonly YearPair[] },
): Waterfall {
  if (unitOfFigure(figure) === 'ratio') throw new RangeError(`rates do not add up: ${figure}`)
  const pairs = pairsOf(result, years)
  const all = pairs.filter((pair) => standsOnSame(pair, figure, years))
  const { steps, each, incomplete } = inner(all)
  const alike = all.filter((pair) => !incomplete.includes(pair))
  const others = pairs.filter((pair) => !alike.includes(pair))
  const apart = APARTS.flatMap((kind) => {
    const own = others.filter((pair) => apartOf(pair, figure) === kind)
    return own.length === 0 ? [] : [stepOf(kind, apartLabel(kind, own.length, years), own, figure)]
  })
  const whole = stepOf('rest', both('', ''), pairs, figure)
  const compared = stepOf('rest', both('', ''), alike, figure)
  const changes = alike.map((pair) => (valueOf(pair.now, figure) ?? 0) - (valueOf(pair.before, figure) ?? 0))
  const groups = pairs.flatMap(({ before, now }) => [before, now]).filter((group) => group !== undefined)
  const reporting = pairs.filter(({ before, now }) => (before?.reports ?? 0) + (now?.reports ?? 0) > 0)
  return {
    figure,
    label: figure === SETTLED ? both('办结', 'Settled') : labelOfFigure(figure),
    by,
    years,
    start: whole.before,
    end: whole.now,
    // Against a year without any number nothing has come or gone.
    steps: whole.before === null || whole.now === null ? [] : [...steps, ...apart],
    each,
    compared: {
      agencies: alike.length,
      before: compared.before ?? 0,
      now: compared.now ?? 0,
      rose: changes.filter((change) => change > 0).length,
      fell: changes.filter((change) => change < 0).length,
    },
    ofPredecessors: alike.filter(({ now }) => (now?.figures[figure]?.change?.predecessors ?? 0) > 0).length,
    without: reporting.filter((pair) => apartOf(pair, figure) === null).length,
    agencies: reporting.length,
    reports: groups.reduce((sum, { reports }) => sum + reports, 0),
    missing: groups.reduce((sum, { missing }) => sum + missing, 0),
  }
}

/** What changed agency by agency: those that moved most by name, from the largest rise to the largest fall. Throws for a rate. */
export function waterfallByAgency(
  byAgency: QueryResult,
  figure: string,
  years: Waterfall['years'],
  names: AgencyNames,
): Waterfall {
  return assembled(byAgency, figure, years, 'agency', (alike) => {
    const each = alike.map((pair) => {
      const name = names.get(pair.id) ?? pair.id
      return stepOf('agency', both(name, name), [pair], figure, pair.id)
    })
    const named = each
      .filter(({ change }) => change !== 0)
      .sort((one, other) => Math.abs(other.change) - Math.abs(one.change))
      .slice(0, MOST_NAMED)
    const rest = alike.filter(({ id }) => !named.some(({ key }) => key === id))
    const count = rest.length
    const label = both(`其余 ${String(count)} 个机关`, `${counted(count, 'agency')} more`)
    return {
      steps: [
        ...named.sort((one, other) => other.change - one.change),
        ...(count > 0 ? [stepOf('rest', label, rest, figure)] : []),
      ],
      each,
      incomplete: [],
    }
  })
}

/** What changed outcome by outcome, among the agencies that have every outcome in both years. */
export function waterfallByOutcome(byAgency: QueryResult, years: Waterfall['years']): Waterfall {
  return assembled(byAgency, SETTLED, years, 'outcome', (all) => {
    const hasAll = ({ before, now }: YearPair): boolean =>
      [before, now].every((group) => WATERFALL_OUTCOMES.every((figure) => isWhole(group, figure)))
    const alike = all.filter(hasAll)
    const steps =
      alike.length === 0
        ? []
        : OUTCOMES.map((outcome) => stepOf('outcome', OUTCOME_LABELS[outcome], alike, outcomeFigure(outcome), outcome))
    const total = stepOf('disagree', both('各项与总计之差', 'Total minus outcomes'), alike, SETTLED)
    const left = (side: 'before' | 'now'): number =>
      plainSum([total[side] ?? 0, ...steps.map((step) => -(step[side] ?? 0))])
    const [before, now] = [left('before'), left('now')]
    const disagree: Step = { ...total, before, now, change: plainSum([now, -before]) }
    return {
      steps: [...steps, ...(before === 0 && now === 0 ? [] : [disagree])],
      each: steps,
      incomplete: all.filter((pair) => !hasAll(pair)),
    }
  })
}
