import { FINDING_WORDS } from '../../check/decisions'
import { readLine, readList, readRecord, readText, readTime } from '../../analysis/readText'
import { isFieldId } from '../../form/fields'
import type { FieldId } from '../../form/fields'
import { isAllowed } from '../corrections'
import type {
  AcceptedRow,
  AssignmentRow,
  CorrectionRow,
  DecisionRow,
  DistinctRow,
  FindingDecisionRow,
  MembersRow,
  NilRow,
} from '../decisionRows'
import { readFields, readNumber, readWhole } from './foreignCells'
import { isHash } from './foreignReport'

const LONGEST = { name: 200, id: 300, reason: 4_000, key: 20_000 } as const
const MOST = { cells: 1_000, members: 20_000 } as const
const FIRST_YEAR = 2008
const LAST_YEAR = 2099

/** What somebody said of the data in a shared file; `null` where it cannot be read. Ids of agencies are the file's, and so is the row's own. */
export function readForeignDecision(value: unknown): DecisionRow | null {
  const row = readRecord(value)
  const said = { id: readText(row['id'], LONGEST.id), by: readLine(row['by'], LONGEST.name), at: readTime(row['at']) }
  const { id, by, at } = said
  if (id === null || by === null || at === null) return null
  const told = { id, by, at }
  switch (row['kind']) {
    case 'correction':
      return readCorrection(row, told)
    case 'accepted':
      return readAccepted(row, told)
    case 'finding':
      return readFinding(row, told)
    case 'assignment':
      return readAssignment(row, told)
    case 'distinct':
      return readDistinct(row, told)
    case 'nil':
      return readNil(row, told)
    case 'members':
      return readMembers(row, told)
    default:
      return null
  }
}

interface Told {
  readonly id: string
  readonly by: string
  readonly at: string
}
type Row = Readonly<Record<string, unknown>>

const readField = (value: unknown): FieldId | null => (typeof value === 'string' && isFieldId(value) ? value : null)
const readAgency = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' && value.length <= LONGEST.id ? value : null
const readYear = (value: unknown): number | null => {
  const year = readWhole(value, FIRST_YEAR)
  return year === undefined || year > LAST_YEAR ? null : year
}

function readCorrection(row: Row, told: Told): CorrectionRow | null {
  const [agency, year, field] = [readAgency(row['agency']), readYear(row['year']), readField(row['field'])]
  const [read, from, to] = [readNumber(row['read']), readNumber(row['from']), readNumber(row['to'])]
  const reason = readText(row['reason'], LONGEST.reason)?.trim() ?? ''
  if (agency === null || year === null || field === null || read === undefined || from === undefined) return null
  if (to === undefined || !isAllowed(field, to) || reason === '') return null
  const [state, withdrawn, replaced] = [
    row['fromState'],
    readTime(row['withdrawn']),
    readText(row['replaced'], LONGEST.id),
  ]
  return {
    ...told,
    kind: 'correction',
    agency,
    year,
    field,
    read,
    from,
    to,
    ...((state === 'blank' || state === 'unread') && { fromState: state }),
    reason,
    ...(withdrawn !== null && { withdrawn }),
    ...(replaced !== null && { replaced }),
  }
}

function readAccepted(row: Row, told: Told): AcceptedRow | null {
  const { hash, code } = row
  const part = row['part'] === null ? null : readWhole(row['part'], 0)
  if (!isHash(hash) || part === undefined || typeof code !== 'string' || !/^[a-z][a-z0-9-]{0,79}$/u.test(code))
    return null
  // The last part is made of what the issue is about: it need not be known again to be asked for.
  const [start, about] = [`accepted:${hash}:${part ?? ''}:${code}:`, told.id.slice(-16)]
  if (told.id !== start + about || !/^[0-9a-f]{16}$/u.test(about)) return null
  const read = Object.entries(readRecord(row['read'])).flatMap(([field, value]) => {
    const [own, number] = [readField(field), readNumber(value)]
    return own === null || number === undefined ? [] : [[own, number] as const]
  })
  return {
    ...told,
    kind: 'accepted',
    hash,
    part,
    code,
    fields: readFields(row['fields']),
    read: Object.fromEntries(read),
  }
}

function readFinding(row: Row, told: Told): FindingDecisionRow | null {
  const [agency, year] = [readAgency(row['agency']), readYear(row['year'])]
  const [finding, basis] = [readText(row['finding'], LONGEST.key), readText(row['basis'], LONGEST.key)]
  const says = FINDING_WORDS.find((word) => word === row['says'])
  const reason = readText(row['reason'], LONGEST.reason)?.trim() ?? ''
  const rule = readLine(row['rule'], 20)
  if (agency === null || year === null || finding === null || basis === null || rule === null || !says) return null
  if (says === 'setAside' && reason === '') return null
  return {
    ...told,
    kind: 'finding',
    agency,
    year,
    rule,
    finding,
    basis,
    formula: readText(row['formula'], LONGEST.key) ?? '',
    cells: readList(row['cells'], MOST.cells, readFindingCell),
    says,
    reason,
  }
}

function readFindingCell(value: unknown): FindingDecisionRow['cells'][number] | null {
  const row = readRecord(value)
  const [field, number, agency] = [readField(row['field']), readNumber(row['value']), readAgency(row['agency'])]
  if (field === null || number === undefined) return null
  return { field, ...(agency !== null && { agency }), year: readYear(row['year']), value: number }
}

function readAssignment(row: Row, told: Told): AssignmentRow | null {
  const [agency, year, report] = [readAgency(row['agency']), readYear(row['year']), row['report']]
  if (agency === null || year === null || typeof report !== 'string' || told.id !== `assignment:${report}`) return null
  return { ...told, kind: 'assignment', report, agency, year }
}

function readDistinct(row: Row, told: Told): DistinctRow | null {
  const [agency, name] = [readAgency(row['agency']), readLine(row['name'], LONGEST.name)]
  return agency === null || name === null || name === '' ? null : { ...told, kind: 'distinct', name, agency }
}

function readNil(row: Row, told: Told): NilRow | null {
  const [agency, year] = [readAgency(row['agency']), readYear(row['year'])]
  return agency === null || year === null ? null : { ...told, kind: 'nil', agency, year }
}

function readMembers(row: Row, told: Told): MembersRow | null {
  const [agency, year] = [readAgency(row['agency']), readYear(row['year'])]
  if (agency === null || year === null || !Array.isArray(row['members'])) return null
  return { ...told, kind: 'members', agency, year, members: readList(row['members'], MOST.members, readAgency) }
}
