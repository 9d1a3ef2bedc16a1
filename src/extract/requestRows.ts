import { REQUEST_COLUMNS } from '../form/requests'
import type { Outcome, RequestRowKey } from '../form/requests'
import type { FormVersion } from '../form/version'
import { align, gapsOf } from './align'
import { labelCore } from './normalise'
import { isBlankMark } from './numbers'
import { isSideLabel, matchRequestLabels, requestRowOf, rowKeys } from './requestLabels'
import type { LabelMatch } from './requestLabels'
import type { PlacedRow } from './columnPlaces'
import type { SourceRow } from './sourceRow'

/** A source row that may be a row of table 三. */
export interface CandidateRow {
  readonly row: SourceRow
  readonly parted: PlacedRow
  readonly match: LabelMatch | null
  /** The group that it stands in, from its own side label or the last one before it. */
  readonly group: Outcome | null
}

/** Which source row is which row of the form, and how that was told. */
export interface RowAssignment {
  readonly version: FormVersion
  readonly rows: ReadonlyMap<
    RequestRowKey,
    { readonly candidate: CandidateRow; readonly by: 'label' | 'likeness' | 'position' }
  >
  /** Runs of form rows without a source row, with the source rows that could be theirs. */
  readonly gaps: readonly { readonly keys: readonly RequestRowKey[]; readonly loose: readonly CandidateRow[] }[]
  /** Source rows with figures that are no row of the form. */
  readonly extra: readonly CandidateRow[]
  /** Source rows that name a row which another one already is. */
  readonly repeated: readonly { readonly key: RequestRowKey; readonly candidate: CandidateRow }[]
  readonly score: number
}

const EXACT_SCORE = 10
const LIKENESS_SCORE = 8
const OTHER_GROUP = 0.85
const OTHER_GROUP_SHORT = 0.3
/** How far behind the next likely row must be for there to be no doubt. */
const RIVAL_DISTANCE = 0.2

/** Prepares source rows: their labels matched, the group carried on from row to row. */
export function candidateRows(rows: readonly SourceRow[], part: (row: SourceRow) => PlacedRow): CandidateRow[] {
  let group: Outcome | null = null
  return rows.flatMap((row): CandidateRow[] => {
    const parted = part(row)
    const match = matchRequestLabels(parted.labels)
    if (match?.group) group = match.group
    else if (match?.exact) group = requestRowOf(match.exact).outcome
    const hasFigures = parted.values.some((cell) => !isBlankMark(cell.text))
    const isStray = row.grid !== 0 && match === null && parted.values.length === 1
    const named = match !== null && (match.exact !== null || match.scores.size > 0)
    return (hasFigures && !isStray) || named ? [{ row, parted, match, group }] : []
  })
}

/** Pairs source rows with the rows of the version that fits better; `usual` decides where both fit alike. */
export function assignRows(candidates: readonly CandidateRow[], usual: FormVersion): RowAssignment {
  const [first, second] = ([usual, usual === '2021' ? '2019' : '2021'] as const).map((version) => {
    const keys = rowKeys(version)
    const alignment = align(candidates.length, keys.length, (source, row) => {
      const candidate = candidates[source]
      const key = keys[row]
      return candidate && key ? scoreOf(candidate, key) : 0
    })
    return { version, keys, alignment }
  })
  if (!first || !second) throw new Error('two versions were tried')
  const [likely, other] = [first, second].map(({ version, keys, alignment }) =>
    settle(candidates, version, keys, alignment.pairs, alignment.score),
  )
  if (!likely || !other) throw new Error('two versions were tried')
  if (likely.score !== other.score) return likely.score > other.score ? likely : other
  return unsettled(other) < unsettled(likely) ? other : likely
}

/** Rows of the form that were not found, and source rows that were not placed. */
function unsettled({ gaps, extra }: RowAssignment): number {
  return gaps.reduce((sum, gap) => sum + gap.keys.length + gap.loose.length, extra.length)
}

function scoreOf({ match, group }: CandidateRow, key: RequestRowKey): number {
  const likeness = match?.scores.get(key) ?? 0
  if (match === null || likeness === 0) return 0
  const score = match.exact === key ? EXACT_SCORE : LIKENESS_SCORE * likeness
  const { outcome } = requestRowOf(key)
  if (group === null || outcome === null || group === outcome) return score
  return score * (labelCore(match.label).length <= 3 ? OTHER_GROUP_SHORT : OTHER_GROUP)
}

function settle(
  candidates: readonly CandidateRow[],
  version: FormVersion,
  keys: readonly RequestRowKey[],
  pairs: readonly (number | null)[],
  score: number,
): RowAssignment {
  const rows = new Map<RequestRowKey, { candidate: CandidateRow; by: 'label' | 'likeness' | 'position' }>()
  const assigned = new Set<number>()
  for (const [source, row] of pairs.entries()) {
    const candidate = candidates[source]
    const key = row === null ? undefined : keys[row]
    if (!candidate || key === undefined) continue
    rows.set(key, { candidate, by: isCertain(candidate, key) ? 'label' : 'likeness' })
    assigned.add(source)
  }
  const repeated: { key: RequestRowKey; candidate: CandidateRow }[] = []
  for (const [source, candidate] of candidates.entries()) {
    const exact = candidate.match?.exact ?? null
    if (assigned.has(source) || exact === null || !keys.includes(exact)) continue
    assigned.add(source)
    if (rows.has(exact)) repeated.push({ key: exact, candidate })
    else rows.set(exact, { candidate, by: 'label' })
  }
  const { gaps, extra } = fillGaps(candidates, keys, pairs, assigned, rows)
  return { version, rows, gaps, extra, repeated, score }
}

function fillGaps(
  candidates: readonly CandidateRow[],
  keys: readonly RequestRowKey[],
  pairs: readonly (number | null)[],
  assigned: ReadonlySet<number>,
  rows: Map<RequestRowKey, { candidate: CandidateRow; by: 'label' | 'likeness' | 'position' }>,
): Pick<RowAssignment, 'gaps' | 'extra'> {
  const gaps: { keys: readonly RequestRowKey[]; loose: readonly CandidateRow[] }[] = []
  const extra: CandidateRow[] = []
  for (const gap of gapsOf(pairs, keys.length)) {
    const loose = gap.sources.flatMap((source) => {
      const candidate = candidates[source]
      return candidate && !assigned.has(source) && isFullRow(candidate) ? [candidate] : []
    })
    const missing = gap.rows.flatMap((row) => keys[row] ?? []).filter((key) => !rows.has(key))
    if (missing.length > 0 && loose.length === missing.length)
      missing.forEach((key, at) => {
        const candidate = loose[at]
        if (candidate) rows.set(key, { candidate, by: 'position' })
      })
    else if (missing.length > 0) gaps.push({ keys: missing, loose })
    else extra.push(...loose)
  }
  return { gaps, extra }
}

/** Whether a row without a label of the form has as many figures as one, or figures that ran together. */
function isFullRow({ parted: { values } }: CandidateRow): boolean {
  return values.length >= REQUEST_COLUMNS.length || values.some((cell) => cell.text.replace(/\D/gu, '').length >= 7)
}

function isCertain({ match }: CandidateRow, key: RequestRowKey): boolean {
  if (match === null || match.exact === key) return match !== null
  const own = match.scores.get(key) ?? 0
  const rival = Math.max(0, ...[...match.scores].filter(([other]) => other !== key).map(([, score]) => score))
  return match.whole.has(key) && own - rival >= RIVAL_DISTANCE
}

/** What a row says of itself where its label should be: the words, or the figure that overwrote them. */
export function readLabel({ parted, match }: CandidateRow): string {
  if (match !== null && !isSideLabel(match.label)) return match.label.trim()
  if (parted.values.length > REQUEST_COLUMNS.length) return parted.values[0]?.text.trim() ?? ''
  const last = parted.labels.at(-1)
  return last && !isSideLabel(last.text) ? last.text.trim() : ''
}
