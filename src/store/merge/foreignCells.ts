import { readLine, readList, readRecord, readText } from '../../analysis/readText'
import { fieldsOf, isFieldId } from '../../form/fields'
import type { FieldId } from '../../form/fields'
import { FORM_VERSIONS, TABLE_IDS } from '../../form/version'
import { isIssueCode, issueOf } from '../../report/issues'
import type { Place } from '../../report/place'
import type { Cell, CellState, Evidence, Issue, Report } from '../../report/report'

/** Longest texts that reading keeps of a cell, a word of an issue and a title, and what a list may hold at most. */
const LONGEST = { raw: 2_000, param: 2_000, line: 1_000 } as const
const MOST_FIELDS = 300

const STATES: readonly CellState[] = ['printed', 'repaired', 'inferred', 'blank', 'unread']
const SPOTS: readonly Evidence['from'][] = ['title', 'firstLines', 'body', 'signature', 'fileName', 'metadata']
const SEVERITIES: readonly Issue['severity'][] = ['error', 'warning', 'info']

/** A whole number from somebody's file, no less than `least`; `undefined` for anything else. */
export function readWhole(value: unknown, least: number): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= least ? value : undefined
}

/** A number or none; `undefined` for what is neither. */
export function readNumber(value: unknown): number | null | undefined {
  return value === null || (typeof value === 'number' && Number.isFinite(value)) ? value : undefined
}

export function readFields(value: unknown): FieldId[] {
  return readList(value, MOST_FIELDS, (one) => (typeof one === 'string' && isFieldId(one) ? one : null))
}

/** The tables that a report has, and their forms. */
export function readForms(value: unknown): Report['forms'] {
  const forms = readRecord(value)
  return Object.fromEntries(
    TABLE_IDS.flatMap((table) => {
      const version = FORM_VERSIONS.find((one) => one === forms[table])
      return version ? [[table, version] as const] : []
    }),
  )
}

/** The cells of those forms and no others; `null` where one of them is none, for a report is taken whole or not at all. */
export function readCells(value: unknown, forms: Report['forms']): Report['cells'] | null {
  const rows = readRecord(value)
  const cells: Partial<Record<FieldId, Cell>> = {}
  for (const table of TABLE_IDS) {
    const version = forms[table]
    for (const { id } of version ? fieldsOf(table, version) : []) {
      if (!Object.hasOwn(rows, id)) continue
      const cell = readCell(rows[id])
      if (!cell) return null
      cells[id] = cell
    }
  }
  return cells
}

/** A cell carries a number just where its state says so. */
function readCell(value: unknown): Cell | null {
  const { value: given, state, raw, place } = readRecord(value)
  const [number, own] = [readNumber(given), STATES.find((one) => one === state)]
  if (number === undefined || !own || (number === null) !== (own === 'blank' || own === 'unread')) return null
  return { value: number, state: own, raw: readText(raw, LONGEST.raw) ?? '', place: readPlace(place) }
}

function readPlace(value: unknown): Place {
  const { table, row, column, line, part, page, box } = readRecord(value)
  const numbers = Object.entries({ table, row, column, line, page }).flatMap(([name, one]) => {
    const own = readWhole(one, 0)
    return own === undefined ? [] : [[name, own] as const]
  })
  const words = readLine(part, LONGEST.line)
  const sides = readList(box, 4, (side) => readNumber(side) ?? null)
  return {
    ...(Object.fromEntries(numbers) as Place),
    ...(words !== null && { part: words }),
    ...(sides.length === 4 && { box: sides as unknown as NonNullable<Place['box']> }),
  }
}

export function readEvidence(value: unknown): Report['evidence'] {
  const spots = readRecord(value)
  return Object.fromEntries(
    (['agency', 'year', 'published'] as const).flatMap((name) => {
      const { from, text, place } = readRecord(spots[name])
      const spot = SPOTS.find((one) => one === from)
      return spot ? [[name, { from: spot, text: readText(text, LONGEST.raw) ?? '', place: readPlace(place) }]] : []
    }),
  )
}

/** An issue of reading; how much one weighs that this program knows, it says itself. */
export function readIssue(value: unknown): Issue | null {
  const { code, severity, fields, place, params } = readRecord(value)
  if (typeof code !== 'string' || !/^[a-z][a-z0-9-]{0,79}$/u.test(code)) return null
  const [own, where, words] = [readFields(fields), readPlace(place), readParams(params)]
  if (isIssueCode(code)) return issueOf(code, own, where, words)
  const weight = SEVERITIES.find((one) => one === severity)
  return weight ? { code, severity: weight, fields: own, place: where, params: words } : null
}

function readParams(value: unknown): Issue['params'] {
  return Object.fromEntries(
    Object.entries(readRecord(value)).flatMap(([name, one]) => {
      const own = readNumber(one) ?? readText(one, LONGEST.param)
      return own === null || !/^[A-Za-z]\w{0,39}$/u.test(name) ? [] : [[name, own] as const]
    }),
  )
}
