import { APPLICANTS } from '../../form/requests'
import type { Finding } from '../../report/finding'
import { findingOver } from '../makeFinding'
import { cellsOf, valueOf, yearBalance } from './yearBalance'
import type { YearBalance, YearPair } from './yearBalance'
import { yearFormula } from './yearFormula'
import { CARRIED } from './yearIdentities'
import type { YearIdentity, YearTerm } from './yearIdentities'

/**
 * W1: 上年结转 is what the year before carried over, in total and by applicant: one finding with every column that differs, the total first. Gives the total's
 * balance, too, where it cannot be told.
 */
export function carriedFindings(pair: YearPair): { findings: Finding[]; open: YearBalance[] } {
  const balances = [...CARRIED.slice(-1).map((total) => summedTotal(total, pair)), ...CARRIED.slice(0, -1)].flatMap(
    (identity) => yearBalance(identity, pair) ?? [],
  )
  const [total] = balances
  const broken = balances.filter(({ verdict }) => verdict === 'broken')
  if (broken.length > 0) return { findings: [carriedFinding(broken, total, pair)], open: [] }
  const isOpen = total?.verdict === 'open'
  return {
    findings: [],
    open: isOpen ? CARRIED.slice(-1).flatMap((identity) => yearBalance(identity, pair) ?? []) : [],
  }
}

/** The total's equation; a total without a number gives way to the six columns that make it up. */
function summedTotal(identity: YearIdentity, pair: YearPair): YearIdentity {
  const parts = (terms: readonly YearTerm[]): YearTerm[] =>
    terms.flatMap((term) => {
      if (valueOf(term, pair) !== null) return [term]
      const row = term.field.slice(0, term.field.lastIndexOf('.'))
      return APPLICANTS.map((column): YearTerm => ({ of: term.of, field: `${row}.${column}` as YearTerm['field'] }))
    })
  return { ...identity, left: parts(identity.left), right: parts(identity.right) }
}

function carriedFinding(broken: readonly YearBalance[], total: YearBalance | undefined, pair: YearPair): Finding {
  const [first] = broken
  const ofTotal = first !== undefined && first === total
  const columns = broken.filter((balance) => balance !== total)
  const single = broken.length === 1 || ofTotal
  const complete = broken.every(({ unknown }) => unknown.length === 0)
  const { left = 0, right = 0 } = first ?? {}
  const cells = broken.flatMap(({ identity }) => cellsOf(identity, pair))
  return findingOver(pair.present, distinct(cells), {
    rule: 'W1',
    severity: 'warning',
    reason: !complete ? 'beyond-blanks' : ofTotal ? (columns.length > 0 ? 'total-and-columns' : 'total') : 'columns',
    formula: broken.map(({ identity }) => yearFormula(identity, pair, '≠')).join('; '),
    ...(single && complete ? { difference: left - right } : {}),
    params: {
      left,
      right,
      yearBefore: pair.before.year ?? '',
      columns: columns.map(({ identity }) => identity.left[0]?.field.split('.').at(-1) ?? '').join(' '),
    },
  })
}

/** A column that stands in for the total is not named twice. */
function distinct<T extends { readonly input: unknown; readonly field: string }>(cells: readonly T[]): T[] {
  return cells.filter(
    (cell, at) => cells.findIndex(({ input, field }) => input === cell.input && field === cell.field) === at,
  )
}
