import { fieldsOf } from '../form/fields'
import type { FieldId } from '../form/fields'
import { plainSum } from '../form/plainSum'
import { REQUEST_COLUMNS } from '../form/requests'
import { TABLE_IDS } from '../form/version'
import type { FormVersion, TableId } from '../form/version'
import { GAP_STATES, NUMBER_STATES, addendOf, otherwiseFields } from './addends'
import type { Addend, GapState, NumberState } from './addends'
import type { Member } from './members'

/** One cell of a total. */
export interface CellSum {
  readonly field: FieldId
  /** Sum of the members that have a number, 万元 for money; `null` where nobody has one. */
  readonly value: number | null
  /** Whether every member has a number. Where not, the sum is to be marked wherever it is shown. */
  readonly complete: boolean
  /** One for every member, in their order. */
  readonly addends: readonly Addend[]
  readonly counts: Readonly<Record<NumberState | GapState, number>>
  /** Addends whose number stands in an open error finding: the sum is to be marked. */
  readonly inError: number
}

/** A table that some members have on the version that is not the total's. */
export interface OtherVersion {
  readonly table: TableId
  readonly version: FormVersion
  readonly members: readonly Member[]
}

export interface Sums {
  /** Every cell of the form version of the year, in printed order. */
  readonly cells: ReadonlyMap<FieldId, CellSum>
  /** 其他处理 as the one row of the 2019 form, where the total has three rows and some member has one: the sum that all can be brought into. Otherwise empty. */
  readonly joined: ReadonlyMap<FieldId, CellSum>
  readonly otherVersions: readonly OtherVersion[]
}

const ZERO_COUNTS = Object.fromEntries([...NUMBER_STATES, ...GAP_STATES].map((state) => [state, 0])) as Record<
  NumberState | GapState,
  number
>

/** A field summed over members. */
export function sumField(members: readonly Member[], field: FieldId): CellSum {
  const addends: Addend[] = []
  const counts = { ...ZERO_COUNTS }
  const numbers: number[] = []
  let inError = 0
  for (const member of members) {
    const addend = addendOf(member, field)
    addends.push(addend)
    counts[addend.state]++
    if (addend.inError) inError++
    if (addend.value !== null) numbers.push(addend.value)
  }
  const value = numbers.length === 0 ? null : plainSum(numbers)
  return { field, value, complete: numbers.length === addends.length, addends, counts, inError }
}

/** Members' reports summed cell by cell on the forms of one version. The members must be such that may be added: see `mixingIn`. */
export function sumMembers(members: readonly Member[], version: FormVersion): Sums {
  const otherVersions = TABLE_IDS.flatMap((table): OtherVersion[] => {
    const others = members.filter(({ report }) => (report?.forms[table] ?? version) !== version)
    // The layout of table 四 is the same in both.
    return others.length === 0 || table === 'disputes'
      ? []
      : [{ table, version: version === '2021' ? '2019' : '2021', members: others }]
  })
  const sums = (fields: readonly FieldId[]): ReadonlyMap<FieldId, CellSum> =>
    new Map(fields.map((field) => [field, sumField(members, field)]))
  const joins = version === '2021' && otherVersions.some(({ table }) => table === 'requests')
  return {
    cells: sums(TABLE_IDS.flatMap((table) => fieldsOf(table, version).map(({ id }) => id))),
    joined: sums(joins ? REQUEST_COLUMNS.flatMap((column) => otherwiseFields('2019', column)) : []),
    otherVersions,
  }
}
