import type { Finding, Quote } from '../../report/finding'
import type { CheckInput } from '../input'
import { makeFinding } from '../makeFinding'
import { STATED } from './measures'
import { readingName } from './readingName'
import { shareFinding } from './shareFinding'
import type { Statement } from './statement'
import { quoteOf } from './quoteOf'
import { tableNumbers } from './tableRange'
import type { TableNumber } from './tableRange'

/** W8–W12: counts and shares that the sentences give and the tables do not. */
export function countFindings(input: CheckInput, statements: readonly Statement[]): Finding[] {
  const findings = new Map<string, Finding>()
  for (const statement of statements) {
    for (const finding of [countFinding(input, statement), shareFinding(input, statement, statements)]) {
      if (!finding) continue
      const key = `${finding.rule} ${finding.reason} ${finding.formula} ${String(finding.params['measure'])}`
      const known = findings.get(key)
      // Said twice, it is one finding with both sentences.
      findings.set(key, known ? { ...known, quotes: [...(known.quotes ?? []), ...(finding.quotes ?? [])] } : finding)
    }
  }
  return [...findings.values()]
}

function countFinding(input: CheckInput, statement: Statement): Finding | null {
  const numbers = tableNumbers(input, statement.measures, statement.applicant)
  const [plainest] = numbers
  const [measure] = statement.measures
  if (!plainest || !measure) return null
  const { low, none } = statement
  const saysNone = low === 0 && statement.high === 0
  // 没有 is of the whole: that one part of it is 0 is no excuse. 无结转 may be of either year.
  const meant = saysNone && measure !== 'carried' ? [plainest] : numbers
  if (meant.some((number) => agrees(statement, number))) return null
  const nothingInTable = plainest.low === 0 && plainest.high === 0
  const reason = saysNone ? 'none-against-number' : nothingInTable ? 'number-against-none' : 'unequal'
  const shown = numbers.filter(({ high }, index) => index === 0 || (high > 0 && index < SHOWN))
  const said = statement.low === statement.high ? String(low) : `${low}–${statement.high}`
  const formula = [...new Set(shown.map((number) => `${said} ${relation(statement, number)} ${number.formula}`))].join(
    '; ',
  )
  const exact = plainest.low === plainest.high && statement.low === statement.high && !none
  const quote: Quote = quoteOf(input, statement)
  const finding = makeFinding(input, {
    rule: reason === 'unequal' ? STATED[measure].rule : 'W12',
    severity: 'warning',
    reason,
    fields: [...new Set(shown.flatMap(({ fields }) => fields))],
    formula,
    ...(exact ? { difference: low - plainest.low } : {}),
    params: {
      table: STATED[measure].table,
      measure: statement.measures.join('+'),
      ...readingName(statement),
      phrase: quote.text.slice(...statement.mark),
    },
  })
  return { ...finding, quotes: [quote] }
}

/** How a count stands to a number that it cannot be: where a blank leaves that open, on which side of its bound. */
function relation({ high }: Statement, table: TableNumber): '≠' | '<' | '>' {
  if (Number.isFinite(table.high - table.low)) return '≠'
  return high < table.low ? '<' : '>'
}

/** How many readings a formula spells out. */
const SHOWN = 2

function agrees({ low, high, atMost }: Statement, table: TableNumber): boolean {
  return low <= table.high && (atMost || high >= table.low)
}
