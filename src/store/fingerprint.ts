import type { Agency } from '../register/agency'
import type { Store } from './db'
import type { DecisionRow } from './decisionRows'
import { Sha256 } from './hash'
import { counts } from './judge'
import type { ReportHead } from './rows'

/** A short text that two data sets share where they are the same, and no others but by a chance of one in a billion. */
export interface Fingerprint {
  /** Eight of the signs 0–9 and A–Z without I, L, O and U; `''` where there is no report. */
  readonly text: string
  /** ISO date-time of the last import of a report that counts, or of what a person last said about the data; `''` where there is neither. */
  readonly at: string
}

const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 8

/**
 * The fingerprint of the data that figures are made of. It stands on which reports count (their ids are made from the files' bytes, and so the same on every
 * machine) with whose and of which year they are and how many of their cells carry what; on the register, but for other names; and on what people said: the
 * corrections that count, what was found right or set aside, nil returns and members. Who said it, when and why is not in it, so that a step taken back
 * gives the same again, nor in which order files came. Cells are not read one by one: that the same bytes were read alike by another version of this
 * program is told by the counts alone.
 */
export async function fingerprintOf({ db }: Store): Promise<Fingerprint> {
  return db.transaction('r', [db.reports, db.agencies, db.decisions], async () => {
    const [heads, agencies, decisions] = await Promise.all([
      db.reports.where('[current+year]').between([1, -Infinity], [1, Infinity]).toArray(),
      db.agencies.toArray(),
      db.decisions.toArray(),
    ])
    return fingerprintOfRows(heads, agencies, decisions)
  })
}

/** The fingerprint of rows: reports that count, the register, and what people said. */
export function fingerprintOfRows(
  heads: readonly ReportHead[],
  agencies: readonly Agency[],
  decisions: readonly DecisionRow[],
): Fingerprint {
  const at = [...heads.map(({ imported }) => imported), ...decisions.flatMap((row) => lastSaid(row))]
  const last = at.reduce((latest, one) => (one > latest ? one : latest), '')
  if (heads.length === 0) return { text: '', at: last }
  const lines = [...heads.map(headLine), ...agencies.map(agencyLine), ...decisions.flatMap(decisionLine)]
  return { text: shortText(lines.sort()), at: last }
}

function headLine({ id, agency, year, forms, counts: own, source }: ReportHead): string {
  // Not how many findings there are: the rules over all reports write that some time after.
  const { values, issues, corrected } = own
  return line('report', [id, agency, year, source.beside === true, values, issues, corrected, forms])
}

function agencyLine(agency: Agency): string {
  const { id, name, kind, level, region, regionCode, system, parent, scope, from, to, successor } = agency
  return line('agency', [id, name, kind, level, region, regionCode, system, parent, scope, from, to, successor])
}

/** What a decision says, but for by whom, when and why. Whose a report is stands in its head; that two names are not one, in the register. */
function decisionLine(row: DecisionRow): string[] {
  switch (row.kind) {
    case 'correction':
      return counts(row) ? [line(row.kind, [row.agency, row.year, row.field, row.read, row.to])] : []
    case 'accepted':
      return [line(row.kind, [row.hash, row.part, row.code, row.fields, row.read])]
    case 'finding':
      return [line(row.kind, [row.agency, row.year, row.finding, row.basis, row.says])]
    case 'nil':
      return [line(row.kind, [row.agency, row.year])]
    case 'members':
      return [line(row.kind, [row.agency, row.year, row.members])]
    case 'assignment':
    case 'distinct':
      return []
  }
}

function lastSaid(row: DecisionRow): string[] {
  if (row.kind === 'assignment' || row.kind === 'distinct') return []
  return [row.kind === 'correction' && row.withdrawn !== undefined ? row.withdrawn : row.at]
}

function line(kind: string, parts: readonly unknown[]): string {
  return JSON.stringify([kind, ...parts], (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
      : value,
  )
}

function shortText(lines: readonly string[]): string {
  const hash = new Sha256()
  const encoder = new TextEncoder()
  for (const one of lines) hash.update(encoder.encode(`${one}\n`))
  const hex = hash.hex()
  return Array.from({ length: LENGTH }, (_, index) => {
    const bits = Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16)
    return SIGNS.charAt(bits % SIGNS.length)
  }).join('')
}
