import { coDefendantFindings, reviews } from '../agencies/coDefendant'
import type { Case, Family } from './family'
import type { Filed } from './whole'

/** I4: each review body with the reports of the agencies that the same government sums. */
export const coDefendantFamily: Family = (whole) => {
  const groups = new Map<string, Filed[]>()
  for (const filed of whole.standing) {
    const { body, year } = filed.input
    if (body === null || body.parent === null) continue
    const group = `${String(year)} ${body.parent}`
    const members = groups.get(group)
    if (members) members.push(filed)
    else groups.set(group, [filed])
  }
  return [...groups.values()].flatMap((members) => {
    const bodies = members.filter(({ input: { body } }) => body !== null && reviews(body))
    const originals = members.filter((member) => !bodies.includes(member)).map(({ input }) => input)
    return bodies.map(({ key, input }): Case => ({
      id: key,
      home: key,
      rests: [input, ...originals],
      judge: () => coDefendantFindings(input, originals),
    }))
  })
}
