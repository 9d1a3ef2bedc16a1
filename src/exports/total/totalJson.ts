import type { FieldId } from '../../form/fields'
import type { FormVersion } from '../../form/version'
import type { GapState, NumberState } from '../../totals/addends'
import type { Candidate } from '../../totals/causes'
import type { CellComparison } from '../../totals/gaps'
import type { LeftOutReason, Member, MemberStatus } from '../../totals/members'
import type { CellSum } from '../../totals/sums'
import type { Total } from '../../totals/total'

interface MemberJson {
  readonly id: string
  readonly name: string
  readonly status: MemberStatus
  readonly file?: string
  readonly part?: number
  /** Ids of agencies whose figures its summed report holds. */
  readonly standsFor?: readonly string[]
  /** Ids of agencies over it that have no report and whose place it takes. */
  readonly through?: readonly string[]
}

interface SumJson {
  /** Amounts in 万元; `null` where no member has a number. */
  readonly value: number | null
  /** Whether every member has a number. */
  readonly complete: boolean
  /** Addends in open error findings. */
  readonly inError: number
  /** A value or state for each member, in their order. */
  readonly addends: readonly {
    readonly value: number | null
    readonly state: NumberState | GapState
    /** The number stands in an open error finding of its report. */
    readonly inError?: true
  }[]
}

interface GapJson {
  readonly published: number | null
  readonly sum: number | null
  readonly difference: number | null
  readonly verdict: CellComparison['verdict']
}

/** A total as `gouji total` writes it. The order of the keys is part of it. */
interface TotalJson {
  readonly parent: { readonly id: string; readonly name: string }
  readonly year: number
  /** Form version of every table. */
  readonly form: FormVersion
  readonly members: readonly MemberJson[]
  readonly values: Readonly<Partial<Record<FieldId, number | null>>>
  readonly sums: Readonly<Partial<Record<FieldId, SumJson>>>
  /** 其他处理 as one row, where some members have it so and the form of the year has three. */
  readonly joined: Readonly<Partial<Record<FieldId, SumJson>>>
  readonly otherForms: readonly {
    readonly table: string
    readonly form: FormVersion
    readonly members: readonly string[]
  }[]
  readonly leftOut: readonly { readonly file: string; readonly part?: number; readonly reason: LeftOutReason }[]
  /** Absent where the parent's own report is not among the reports. */
  readonly published?: {
    readonly file: string
    readonly part?: number
    readonly cells: Readonly<Partial<Record<FieldId, GapJson>>>
    readonly causes: readonly {
      readonly kind: Candidate['kind']
      readonly members: readonly string[]
      readonly fields: readonly FieldId[]
    }[]
  }
}

/** The total as a JSON file: members, sums with their addends, and the published report beside them. */
export function totalJson(total: Total): string {
  return `${JSON.stringify(jsonOf(total), null, 2)}\n`
}

function jsonOf({ membership, version, sums, comparison }: Total): TotalJson {
  const { parent, year, members, leftOut } = membership
  return {
    parent: { id: parent.id, name: parent.name },
    year,
    form: version,
    members: members.map(memberJson),
    values: Object.fromEntries([...sums.cells].map(([field, { value }]) => [field, value])),
    sums: sumsJson(sums.cells),
    joined: sumsJson(sums.joined),
    otherForms: sums.otherVersions.map((other) => ({
      table: other.table,
      form: other.version,
      members: idsOf(other.members),
    })),
    leftOut: leftOut.map(({ report, reason }) => ({ ...fileOf(report), reason })),
    ...(comparison && {
      published: {
        ...fileOf(comparison.report),
        cells: Object.fromEntries(comparison.cells.map((cell) => [cell.field, gapJson(cell)])),
        causes: comparison.causes.map((cause) => ({
          kind: cause.kind,
          members: idsOf(cause.members),
          fields: cause.fields,
        })),
      },
    }),
  }
}

const idsOf = (members: readonly Member[]): string[] => members.map(({ agency }) => agency.id)
const fileOf = ({
  file,
  part,
}: {
  readonly file: string
  readonly part?: number
}): { file: string; part?: number } => ({
  file,
  ...(part === undefined ? {} : { part }),
})

function memberJson({ agency, name, status, report, standsFor, through }: Member): MemberJson {
  return {
    id: agency.id,
    name,
    status,
    ...(report ? fileOf(report) : {}),
    ...(standsFor.length > 0 ? { standsFor: standsFor.map(({ id }) => id) } : {}),
    ...(through.length > 0 ? { through: through.map(({ id }) => id) } : {}),
  }
}

function sumsJson(sums: ReadonlyMap<FieldId, CellSum>): TotalJson['sums'] {
  return Object.fromEntries(
    [...sums].map(([field, { value, complete, inError, addends }]) => [
      field,
      {
        value,
        complete,
        inError,
        addends: addends.map((addend) => ({
          value: addend.value,
          state: addend.state,
          ...(addend.inError ? { inError: true } : {}),
        })),
      },
    ]),
  )
}

function gapJson({ published, sum, difference, verdict }: CellComparison): GapJson {
  return { published: published.value, sum: sum.value, difference, verdict }
}
