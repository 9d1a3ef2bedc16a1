import { MemberTree } from '../../totals/memberTree'
import type { OwnedReport } from '../../totals/filed'
import { confirmationOf, nilIn } from '../../totals/memberFacts'
import { totalOf } from '../../totals/total'
import { sumFindings } from '../agencies/sumFindings'
import type { CheckInput } from '../input'
import type { Case, Family } from './family'
import type { Registered, Whole } from './whole'

/** E7: each government's report beside the sum of its members'; it rests on the reports of the year of all that are under it, and on the register. */
export function totalFamily(): Family {
  let last: { readonly register: Registered; readonly tree: MemberTree } | undefined
  return (whole) => {
    const { register } = whole
    if (last?.register !== register) last = { register, tree: new MemberTree([...register.byId.values()]) }
    const { tree } = last
    return whole.standing.flatMap(({ key, input }) => (isSum(input) ? caseOf(key, input, tree, whole) : []))
  }
}

const isSum = (input: CheckInput): input is CheckInput & OwnedReport => input.body?.scope === 'summed'

function caseOf(key: string, input: CheckInput & OwnedReport, tree: MemberTree, whole: Whole): Case[] {
  const { body: parent, year } = input
  if (year === null) return []
  const reports = [input, ...tree.allBelow(parent.id).flatMap(({ id }) => whole.at(id, year)?.input ?? [])]
  return [
    {
      id: key,
      home: key,
      rests: [whole.register, whole.members, ...reports],
      judge: () => {
        const { members } = whole
        const total = totalOf({ tree, parent, year, reports, nil: nilIn(members, year, tree) })
        if (!total.ok) return []
        const confirmed = confirmationOf(members.confirmed, total.value.membership, tree) !== undefined
        return sumFindings(total.value, { confirmed })
      },
    },
  ]
}
