import type { FieldId } from '../../form/fields'
import { REQUEST_COLUMNS } from '../../form/requests'

/** A cell of one of two consecutive reports of a series. */
export interface YearTerm {
  readonly of: 'before' | 'present'
  readonly field: FieldId
}

/** An equation between cells of two consecutive years. */
export interface YearIdentity {
  readonly rule: 'W1' | 'W2' | 'W3'
  /** First year (of the later report) that it holds for. */
  readonly from: number
  readonly left: readonly YearTerm[]
  readonly right: readonly YearTerm[]
}

const before = (field: FieldId): YearTerm => ({ of: 'before', field })
const present = (field: FieldId): YearTerm => ({ of: 'present', field })

/** W1, column by column: 上年结转(y) = 结转下年度(y−1). */
export const CARRIED: readonly YearIdentity[] = REQUEST_COLUMNS.map((column) => ({
  rule: 'W1',
  from: 2020,
  left: [present(`requests.carriedIn.${column}`)],
  right: [before(`requests.carriedOut.${column}`)],
}))

/** W2: 现行有效(y) + 废止(y) = 现行有效(y−1) + 制发(y); 2021 is the first year to state what is in force. */
const IN_FORCE: readonly YearIdentity[] = ['regulations', 'normativeDocs'].map((row) => ({
  rule: 'W2',
  from: 2022,
  left: [present(`proactive.${row}.inForce`), present(`proactive.${row}.repealed`)],
  right: [before(`proactive.${row}.inForce`), present(`proactive.${row}.issued`)],
}))

/** W3: 上一年项目数量(2020) = 上一年项目数量(2019) + 增/减(2019), on the lists of the 2019 form. */
const ITEMS: readonly YearIdentity[] = ['licences', 'otherServices', 'penalties', 'compulsion', 'fees'].map((row) => ({
  rule: 'W3',
  from: 2020,
  left: [present(`proactive.${row}.itemsLastYear`)],
  right: [before(`proactive.${row}.itemsLastYear`), before(`proactive.${row}.itemsChange`)],
}))

/** W2 and W3: what is there is what was there, and what came and went. */
export const STOCKS: readonly YearIdentity[] = [...IN_FORCE, ...ITEMS]
