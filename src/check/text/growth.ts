import type { Finding } from '../../report/finding'
import type { CheckInput } from '../input'
import { makeFinding } from '../makeFinding'
import { STATED } from './measures'
import { quoteOf } from './quoteOf'
import { readingName } from './readingName'
import { withinRounding } from './rounding'
import type { Growth, Statement } from './statement'
import { statementsOf } from './statements'
import { tableNumbers } from './tableRange'
import type { TableNumber } from './tableRange'

type Grown = Statement & { readonly growth: Growth }

/** A number of both years' tables that a statement can be about. */
interface Pair {
  readonly before: TableNumber
  readonly present: TableNumber
}

/**
 * W13: how a count has changed by the words of `present`, recomputed from the tables of both reports. `before` is the same
 * agency's report of the year before; for reports of other years there is nothing to find.
 */
export function growthFindings(before: CheckInput, present: CheckInput): Finding[] {
  if (before.year === null || present.year !== before.year + 1) return []
  const statements = statementsOf(present)
  return statements.filter(isGrown).flatMap((statement) => {
    // 收到12件，办结11件，同比增长20%: it may be the change of any of them.
    const meant = statements.filter(({ sentence }) => sentence === statement.sentence)
    const own = pairsOf(before, present, statement)
    const all = meant.flatMap((other) => pairsOf(before, present, other))
    const isOpen = all.some((pair) => !isTold(pair.before) || !isTold(pair.present) || pair.before.low === 0)
    if (own[0] === undefined || isOpen || all.some((pair) => agrees(pair, statement))) return []
    return [growthFinding(before, present, statement, own[0])]
  })
}

const isGrown = (statement: Statement): statement is Grown => statement.growth !== undefined
const isTold = ({ low, high }: TableNumber): boolean => low === high

function pairsOf(before: CheckInput, present: CheckInput, { measures, applicant }: Statement): Pair[] {
  const [old, current] = [before, present].map((input) => tableNumbers(input, measures, applicant))
  return (current ?? []).flatMap((number, index) => {
    const last = old?.[index]
    return last === undefined ? [] : [{ before: last, present: number }]
  })
}

/** The change by the tables, and by the count that the text itself gives. */
function agrees({ before, present }: Pair, { growth, low, high }: Grown): boolean {
  const signed = growth.direction === 'up' ? growth.value : -growth.value
  const counts = low === high ? [present.low, low] : [present.low]
  return counts.some((count) =>
    growth.unit === 'count'
      ? count - before.low === signed
      : withinRounding(((count - before.low) / before.low) * 100, signed, growth.decimals),
  )
}

function growthFinding(before: CheckInput, present: CheckInput, statement: Grown, pair: Pair): Finding {
  const { growth, measures } = statement
  const [measure] = measures
  const [old, now] = [pair.before.low, pair.present.low]
  const sign = growth.direction === 'up' ? '' : '−'
  const change = now - old
  const formula =
    growth.unit === 'count'
      ? `${now} − ${old} = ${signed(String(Math.abs(change)), change)} ≠ ${sign}${growth.value}`
      : `(${now} − ${old}) ÷ ${old} = ${signed(String(Number(Math.abs((change / old) * 100).toFixed(Math.max(1, growth.decimals)))), change)}% ≠ ${sign}${growth.value}%`
  const quote = quoteOf(present, statement, [statement.mark, growth.mark])
  const parts = {
    rule: 'W13',
    severity: 'warning',
    reason: 'growth',
    fields: pair.present.fields,
    formula,
    params: {
      ...(measure === undefined ? {} : { table: STATED[measure].table }),
      measure: measures.join('+'),
      ...readingName(statement),
      phrase: quote.text.slice(...growth.mark),
    },
  } as const
  const finding = makeFinding(present, parts)
  const { cells } = makeFinding(before, { ...parts, fields: pair.before.fields })
  return { ...finding, cells: [...finding.cells, ...cells], quotes: [quote] }
}

const signed = (amount: string, change: number): string => `${change < 0 ? '−' : ''}${amount}`
