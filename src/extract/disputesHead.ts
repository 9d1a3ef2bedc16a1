import { DISPUTE_COLUMNS, DISPUTE_COLUMN_LABELS, DISPUTE_KINDS } from '../form/disputes'
import type { DisputeColumn, DisputeKind } from '../form/disputes'
import type { FieldId } from '../form/fields'
import { hasHan, labelCore, letters } from './normalise'
import { NOT_OF_THE_YEAR } from './proactiveLabels'
import { likeness } from './similarity'
import { partRow } from './sourceRow'
import type { SourceCell, SourceRow } from './sourceRow'

/** The fifteen fields of table 四 in the form's order. */
export const DISPUTE_FIELDS: readonly FieldId[] = DISPUTE_KINDS.flatMap((kind) =>
  DISPUTE_COLUMNS.map((column): FieldId => `${kind}.${column}`),
)
const CELLS = DISPUTE_FIELDS.length
const RESULTS = new Map<string, DisputeColumn>(
  DISPUTE_COLUMNS.map((column) => [DISPUTE_COLUMN_LABELS[column].printed, column]),
)
RESULTS.set('维持', 'upheld')
  .set('纠正', 'corrected')
  .set('其他', 'other')
  .set('其它结果', 'other')
  .set('合计', 'total')
const KIND_OF = new Map<string, DisputeKind | 'litigation'>([
  ['行政复议', 'review'],
  ['行政诉讼', 'litigation'],
  ['未经复议直接起诉', 'litigation.direct'],
  ['复议后起诉', 'litigation.afterReview'],
])
const KIND_NAMES = /未经复议直接起诉|复议后起诉|行政复议|行政诉讼/gu
/** Titles, units and remarks, which name no column. */
const NO_HEAD = /情况|单位|公开|说明|备注|总计|合计|数量|件数|第.*页|年/u
const LEAST_ALIKE = 0.6
const SHORTEST_FOREIGN = 3
/** Words beside a row of figures, no sentence. */
const LONGEST_REMARK = 8

/** Whether a text is in the head of table 四. */
export function isDisputesHead(text: string): boolean {
  const core = labelCore(text)
  return KIND_OF.has(core) || (RESULTS.has(core) && core.length === 4) || core.includes('未经复议直接起诉')
}

/** Grid columns of the fifteen result heads, where all are there. */
export function headPositions(rows: readonly SourceRow[]): readonly number[] | null {
  const leaves = rows.flatMap((row) =>
    row.cells.flatMap((cell) => (RESULTS.has(labelCore(cell.text)) && cell.from !== undefined ? [cell.from] : [])),
  )
  const columns = [...new Set(leaves)].sort((a, b) => a - b)
  return columns.length === CELLS ? columns : null
}

/**
 * The fields in the order of the source's heads; `null` where that cannot be told, or where the heads name something else. `filled`: the rows with
 * figures.
 */
export function disputeOrder(
  rows: readonly SourceRow[],
  heads: readonly SourceRow[],
  filled: readonly SourceRow[],
): readonly FieldId[] | null {
  const labels = rows.flatMap((row) => partRow(row).labels)
  if (labels.some(isForeign)) return null
  const seen = new Set(labels.flatMap((cell) => kindsIn(cell.text)))
  if (filled.length > 1) {
    // Rows of five figures are a kind's each: whose, their labels or the heads above them say.
    if (DISPUTE_KINDS.some((kind) => !seen.has(kind))) return null
    const kinds = filled.flatMap((row) => kindOfRow(row) ?? [])
    if (kinds.length > 0 && (kinds.length !== filled.length || new Set(kinds).size !== DISPUTE_KINDS.length))
      return null
    if (kinds.length > 0) return areResultsInOrder(labels) ? inOrder(fieldsOfKinds(kinds)) : null
  }
  const isText = labels.every((cell) => cell.from === undefined)
  const isDisordered = isText && resultsIn(labels).length === CELLS && !areResultsInOrder(labels)
  if (isDisordered) return null
  return isFormOrder([...seen]) ? orderOf(heads, null) : orderByKinds(heads)
}

/** Whether a label is a head of several characters that no head of the form is like, whole or broken. */
function isForeign({ text }: SourceCell): boolean {
  const core = labelCore(text)
  if (core.length <= LONGEST_REMARK && NOT_OF_THE_YEAR.test(core)) return true
  if (core.length < SHORTEST_FOREIGN || !hasHan(core) || NO_HEAD.test(core)) return false
  const known = [...KIND_OF.keys(), ...RESULTS.keys()]
  return !known.some((head) => core.includes(head) || head.includes(core) || likeness(core, head, LEAST_ALIKE) > 0)
}

function kindsIn(text: string): (DisputeKind | 'litigation')[] {
  const core = letters(text)
  if (core.includes('情况')) return []
  return Array.from(core.matchAll(KIND_NAMES), ([name]) => KIND_OF.get(name) ?? 'litigation')
}

const resultsIn = (labels: readonly SourceCell[]): DisputeColumn[] =>
  labels.flatMap((cell) => RESULTS.get(labelCore(cell.text)) ?? [])

/** Whether all result heads that labels name stand as in the form. */
function areResultsInOrder(labels: readonly SourceCell[]): boolean {
  return resultsIn(labels).every((column, at) => column === DISPUTE_COLUMNS[at % DISPUTE_COLUMNS.length])
}

/** The kind that a row with figures names before them. */
function kindOfRow(row: SourceRow): DisputeKind | null {
  const named = partRow(row)
    .labels.flatMap((cell) => kindsIn(cell.text))
    .filter((kind) => kind !== 'litigation')
  const [only] = named
  return named.length === 1 && only !== undefined ? only : null
}

/** Whether kinds that were named one after the other, each once, stand as in the form. */
function isFormOrder(seen: readonly (DisputeKind | 'litigation')[]): boolean {
  const isBefore = (one: DisputeKind | 'litigation', other: DisputeKind | 'litigation'): boolean =>
    !seen.includes(one) || !seen.includes(other) || seen.indexOf(one) < seen.indexOf(other)
  return (
    isBefore('review', 'litigation') &&
    isBefore('review', 'litigation.direct') &&
    isBefore('review', 'litigation.afterReview') &&
    isBefore('litigation.direct', 'litigation.afterReview')
  )
}

const fieldsOfKinds = (kinds: readonly DisputeKind[]): readonly FieldId[] =>
  kinds.flatMap((kind) => DISPUTE_COLUMNS.map((column): FieldId => `${kind}.${column}`))

/** The form's own list where the fields stand as there, so that it can be told. */
function inOrder(fields: readonly FieldId[]): readonly FieldId[] {
  return fields.every((field, at) => field === DISPUTE_FIELDS[at]) ? DISPUTE_FIELDS : fields
}

/** The order of kinds as their heads stand over five columns each; `null` where they do not. */
function orderByKinds(heads: readonly SourceRow[]): readonly FieldId[] | null {
  const leaves = headPositions(heads)
  if (leaves === null) return null
  const over = heads
    .flatMap((row) => row.cells)
    .flatMap((cell) => {
      const [kind, ...others] = kindsIn(cell.text)
      return kind && kind !== 'litigation' && others.length === 0 ? [{ kind, cell }] : []
    })
  const kinds = leaves.map((column) => {
    const [own, ...others] = over.filter(({ cell }) => (cell.from ?? 0) <= column && column <= (cell.to ?? 0))
    return others.length === 0 ? own?.kind : undefined
  })
  const blocks = [0, 1, 2].map((block) => kinds[block * DISPUTE_COLUMNS.length])
  const isWhole = kinds.every(
    (kind, at) => kind !== undefined && kind === blocks[Math.floor(at / DISPUTE_COLUMNS.length)],
  )
  const found = blocks.filter((kind) => kind !== undefined)
  return isWhole && new Set(found).size === DISPUTE_KINDS.length ? orderOf(heads, found) : null
}

/** The fields in the order of the result heads: the form's, unless every kind's five heads stand in another one. `kinds`: as they stand, if not as in the form. */
function orderOf(heads: readonly SourceRow[], kinds: readonly DisputeKind[] | null): readonly FieldId[] {
  const own = kinds ?? DISPUTE_KINDS
  const usual = inOrder(fieldsOfKinds(own))
  const leaves = heads
    .flatMap((row) => row.cells)
    .flatMap((cell) => {
      const column = RESULTS.get(labelCore(cell.text))
      return column && cell.from !== undefined ? [{ column, at: cell.from }] : []
    })
    .sort((a, b) => a.at - b.at)
  if (leaves.length !== CELLS || new Set(leaves.map((leaf) => leaf.at)).size !== CELLS) return usual
  const fields = leaves.map(({ column }, at): FieldId => {
    const kind = own[Math.floor(at / DISPUTE_COLUMNS.length)] ?? 'review'
    return `${kind}.${column}`
  })
  return new Set(fields).size === CELLS ? inOrder(fields) : usual
}
