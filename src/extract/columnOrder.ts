import type { FieldId } from '../form/fields'
import { identitiesOf } from '../form/identities'
import { REQUEST_COLUMNS } from '../form/requests'
import type { RequestColumn, RequestRowKey } from '../form/requests'
import { FORM_VERSIONS } from '../form/version'
import type { FormVersion } from '../form/version'
import { squash } from './normalise'
import { isBlankMark, numeric } from './numbers'
import { requestColumnOf } from './requestColumns'
import { exactRequestRow, isSideLabel, rowKeys } from './requestLabels'
import type { SourceCell, SourceRow } from './sourceRow'
import type { Token } from './textTokens'

/** Figures that follow each other, and the labels before them. */
interface Run {
  readonly labels: readonly Token[]
  readonly values: readonly Token[]
}

type Figures = (row: number, column: number) => Token | undefined

/** Rows that hold in a column under a head, at least, for its figures to be taken without more proof. */
const MOST = 0.9

/**
 * The rows of table 三 from a text that gives first all its labels, then its figures column by column; `null` where it is not proven to do so. It is where
 * every row of a version is named in order, and either each of seven heads has as many figures behind it as there are rows, or all figures follow each other
 * and the form's sums hold in one way alone to lay them out: then the rows are marked as `rebuilt`.
 */
export function rowsByColumns(tokens: readonly Token[]): SourceRow[] | null {
  const [first, ...others] = runsOf(tokens)
  if (!first) return null
  for (const version of FORM_VERSIONS) {
    const labels = labelsOf(first.labels, version)
    if (!labels) continue
    const table = { version, labels }
    const found = others.length === 0 ? bySums(table, first) : underHeads(table, [first, ...others])
    if (found) return found
  }
  return null
}

interface Labelled {
  readonly version: FormVersion
  /** The label of each row, in printed order. */
  readonly labels: readonly Token[]
}

function runsOf(tokens: readonly Token[]): Run[] {
  const runs: { labels: Token[]; values: Token[] }[] = []
  for (const token of tokens) {
    if (token.kind === 'gap') continue
    let last = runs.at(-1)
    if (!last || (token.kind === 'label' && last.values.length > 0)) runs.push((last = { labels: [], values: [] }))
    last[token.kind === 'label' ? 'labels' : 'values'].push(token)
  }
  return runs
}

/** The labels of every row of a version, where they stand in the form's order with side labels and nothing else between them. */
function labelsOf(labels: readonly Token[], version: FormVersion): readonly Token[] | null {
  const keys = rowKeys(version)
  const start = labels.findIndex((token) => exactRequestRow(token.text) === keys[0])
  if (start < 0) return null
  const own: Token[] = []
  for (const token of labels.slice(start)) {
    const key = exactRequestRow(token.text)
    if (key !== null && key === keys[own.length]) own.push(token)
    else if (own.length < keys.length && !isSideLabel(token.text) && key !== 'otherwise.all') return null
  }
  return own.length === keys.length ? own : null
}

/** Seven runs of figures, each behind a head of its own. */
function underHeads({ version, labels }: Labelled, runs: readonly Run[]): SourceRow[] | null {
  const columns = new Map<RequestColumn, Run>()
  for (const run of runs) {
    const head = run.labels.at(-1)
    const column = head ? requestColumnOf(head.text) : null
    if (column !== null && run.values.length === labels.length) columns.set(column, run)
  }
  if (runs.length !== REQUEST_COLUMNS.length || columns.size !== REQUEST_COLUMNS.length) return null
  const ordered = REQUEST_COLUMNS.flatMap((column) => columns.get(column) ?? [])
  const at: Figures = (row, column) => ordered[column]?.values[row]
  const sums = identitiesOf('requests', version).filter(({ rule }) => rule === 'E3')
  if (!holds(version, at, sums, MOST)) return null
  const heads = ordered.flatMap(({ labels: own }) => own.at(-1) ?? [])
  return rowsFrom(labels, heads, at, false)
}

/** All figures in one run, which the sums lay out. */
function bySums({ version, labels }: Labelled, { labels: words, values }: Run): SourceRow[] | null {
  const [rows, width] = [labels.length, REQUEST_COLUMNS.length]
  if (values.length !== rows * width) return null
  const byColumns: Figures = (row, column) => values[column * rows + row]
  const byRows: Figures = (row, column) => values[row * width + column]
  const sums = identitiesOf('requests', version)
  const ways = [byColumns, byRows].filter((way) => holds(version, way, sums, 1))
  const [only, other] = ways
  const isSame = labels.every((_, row) =>
    REQUEST_COLUMNS.every((_column, index) => figureOf(byColumns(row, index)) === figureOf(byRows(row, index))),
  )
  const heads = words.slice(
    0,
    words.findIndex((word) => word === labels[0]),
  )
  return only && (other === undefined || isSame) ? rowsFrom(labels, heads, only, true) : null
}

/** Whether so large a share of identities hold; a blank counts as nothing. */
function holds(version: FormVersion, at: Figures, identities: ReturnType<typeof identitiesOf>, share: number): boolean {
  const values = new Map<FieldId, number>()
  for (const [row, key] of rowKeys(version).entries())
    for (const [index, column] of REQUEST_COLUMNS.entries()) {
      const value = figureOf(at(row, index))
      if (value === null) return false
      values.set(fieldOfCell(key, column), value)
    }
  const sum = (fields: readonly FieldId[]): number => fields.reduce((all, field) => all + (values.get(field) ?? 0), 0)
  const holding = identities.filter(({ left, right }) => sum(left) === sum(right))
  return holding.length >= identities.length * share
}

const fieldOfCell = (key: RequestRowKey, column: RequestColumn): FieldId => `requests.${key}.${column}`

/** A figure that stands alone, or 0 for a blank; `null` for any other. */
function figureOf(token: Token | undefined): number | null {
  if (!token || token.after === 'nothing') return null
  return isBlankMark(token.text) ? 0 : numeric(squash(token.text))
}

function rowsFrom(labels: readonly Token[], heads: readonly Token[], at: Figures, rebuilt: boolean): SourceRow[] {
  return labels.map((label, row) => {
    const words = [...(row === 0 ? heads : []), label]
    const values = REQUEST_COLUMNS.flatMap((_, column) => at(row, column) ?? [])
    return {
      grid: 0,
      cells: [...words, ...values].map(cellOf),
      valuesFrom: words.length,
      ...(rebuilt ? { rebuilt } : {}),
    }
  })
}

function cellOf({ text, place }: Token): SourceCell {
  return { text, place, rowspan: 1, glued: false }
}
