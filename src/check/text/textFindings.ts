import type { Finding } from '../../report/finding'
import type { CheckInput } from '../input'
import { countFindings } from './countFindings'
import { nameFindings } from './nameFindings'
import { sectionFindings } from './sectionFindings'
import { statementsOf } from './statements'
import { yearFindings } from './yearFindings'

/** W8–W12 and W14–W16: what a report's own words say against its tables, its year, its name and its form. */
export function textFindings(input: CheckInput): Finding[] {
  return [
    ...countFindings(input, statementsOf(input)),
    ...yearFindings(input),
    ...nameFindings(input),
    ...sectionFindings(input),
  ]
}
