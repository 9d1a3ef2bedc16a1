import type { Quote } from '../../report/finding'
import type { CheckInput } from '../input'
import type { Mark, Statement } from './statement'

/** The sentence that says a count, with the words meant. */
export function quoteOf(
  { file, part, agency, year }: CheckInput,
  { sentence, section, mark }: Pick<Statement, 'sentence' | 'section' | 'mark'>,
  marks: readonly Mark[] = [mark],
): Quote {
  return { file, ...(part === undefined ? {} : { part }), agency, year, section, text: sentence, marks }
}
