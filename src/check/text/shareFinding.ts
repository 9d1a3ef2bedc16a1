import type { Finding } from '../../report/finding'
import type { CheckInput } from '../input'
import { makeFinding } from '../makeFinding'
import { STATED } from './measures'
import type { MeasureId } from './measures'
import { quoteOf } from './quoteOf'
import { readingName } from './readingName'
import { withinRounding } from './rounding'
import type { Statement } from './statement'
import { tableNumbers } from './tableRange'

/** Wholes that a share can be of. */
const WHOLES: readonly MeasureId[] = ['settled', 'received', 'handled']
const OUTCOME = new Set<string>([
  'granted',
  'partial',
  'refused',
  'unavailable',
  'notHeld',
  'notExisting',
  'notProcessed',
  'otherwise',
])

/** W9: a share that its own count and every whole of table 三 contradict. */
export function shareFinding(
  input: CheckInput,
  statement: Statement,
  statements: readonly Statement[],
): Finding | null {
  const { share, measures, low, high } = statement
  const [measure] = measures
  if (!share || measure === undefined || low !== high || !(OUTCOME.has(measure) || statement.applicant !== undefined))
    return null
  const wholes = WHOLES.flatMap((whole) => tableNumbers(input, [whole]))
  if (wholes.length === 0 || wholes.some((whole) => whole.high === Infinity)) return null
  const said = statements.filter(({ measures: [other] }) => other !== undefined && WHOLES_SAID.has(other))
  const all = [...wholes.map((whole) => whole.low), ...said.map((other) => other.low)].filter((whole) => whole > 0)
  if (all.length === 0 || all.some((whole) => withinRounding((low / whole) * 100, share.value, share.decimals)))
    return null
  const [settled] = tableNumbers(input, ['settled'])
  if (!settled || settled.low <= 0) return null
  const quote = quoteOf(input, statement, [statement.mark, share.mark])
  const finding = makeFinding(input, {
    rule: 'W9',
    severity: 'warning',
    reason: 'share',
    fields: settled.fields,
    formula: `${low} ÷ ${settled.low} = ${percent((low / settled.low) * 100, share.decimals)}% ≠ ${percent(share.value, share.decimals)}%`,
    params: {
      table: STATED[measure].table,
      measure: measures.join('+'),
      ...readingName(statement),
      phrase: quote.text.slice(...share.mark),
    },
  })
  return { ...finding, quotes: [quote] }
}

const WHOLES_SAID: ReadonlySet<MeasureId> = new Set(['settled', 'received', 'accepted', 'handled'])

/** With as many decimals as the text has, one at least. */
const percent = (value: number, decimals: number): string => String(Number(value.toFixed(Math.max(1, decimals))))
