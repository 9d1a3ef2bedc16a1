import { areKin } from '../agencies/kinship'
import { cellPrint, sameCellsFinding } from '../agencies/sameCells'
import type { CheckInput } from '../input'
import { thresholdsFor } from '../settings'
import type { Case, Family } from './family'
import type { Filed, Whole } from './whole'

/** W7: reports of different agencies, of one year or of several, that have the same cells. */
export function sameCellsFamily(): Family {
  const prints = new WeakMap<CheckInput, { readonly least: number; readonly print: string | null }>()
  const printOf = ({ input }: Filed, { settings }: Whole): string | null => {
    const least = thresholdsFor(input.body, settings).sameCells
    const known = prints.get(input)
    if (known?.least === least) return known.print
    const print = cellPrint(input, least)
    prints.set(input, { least, print })
    return print
  }
  return (whole) => {
    const groups = new Map<string, Filed[]>()
    for (const filed of whole.standing) {
      const print = printOf(filed, whole)
      if (print === null) continue
      const group = groups.get(print)
      if (group) group.push(filed)
      else groups.set(print, [filed])
    }
    return [...groups.values()].flatMap((group) => group.flatMap((filed) => caseOf(filed, group, whole)))
  }
}

/** The other reports of the group, those of the same year first, then the nearer year. */
function caseOf(filed: Filed, group: readonly Filed[], { register }: Whole): Case[] {
  const distance = ({ input }: Filed): number => Math.abs((input.year ?? 0) - (filed.input.year ?? 0))
  const [first, ...more] = group
    .filter((other) => !areKin(filed, other, register))
    .sort((one, other) => distance(one) - distance(other))
    .map(({ input }) => input)
  if (!first) return []
  const { key, input } = filed
  return [
    { id: key, home: key, rests: [input, first, ...more], judge: () => [sameCellsFinding(input, [first, ...more])] },
  ]
}
