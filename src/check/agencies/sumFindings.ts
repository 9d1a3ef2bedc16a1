import type { FieldId } from '../../form/fields'
import { plainSum } from '../../form/plainSum'
import type { Finding, FindingCell } from '../../report/finding'
import type { Severity } from '../../report/report'
import type { Cause } from '../../totals/causes'
import type { OwnedReport } from '../../totals/filed'
import { MOST_CANDIDATES, candidatesOf } from '../../totals/causes'
import { gapsOf } from '../../totals/gaps'
import type { CellComparison, Comparison, Gap } from '../../totals/gaps'
import type { Member } from '../../totals/members'
import type { Total } from '../../totals/total'
import { numberText } from '../footing/formula'

/** Terms of a sum that a formula shows before it breaks off. */
const TERMS_SHOWN = 12
const FORMULAS_SHOWN = 3
/** Cells that differ without a common cause: more of them are told in one finding, for then the whole report is another count. */
const MOST_SINGLE = 30

/**
 * E7 of one government and year: what its published report has in other numbers than its members together, one finding for all cells that one cause explains, one for
 * each other cell, or for all where they are many, and one line for what cannot be checked. A warning; an error only where `confirmed` says that the register's membership was confirmed and
 * every member has reported or is declared nil. None where the government's own report is not there.
 */
export function sumFindings({ membership, comparison }: Total, { confirmed = false } = {}): Finding[] {
  if (!comparison) return []
  const present = membership.members.every(({ status }) => status !== 'missing')
  const severity = confirmed && present && membership.overlapping.length === 0 ? 'error' : 'warning'
  const maker = new Maker(comparison, severity)
  const explained = new Set(comparison.causes.flatMap(({ fields }) => fields))
  const unexplained = gapsOf(comparison).filter(({ field }) => !explained.has(field))
  return [
    ...comparison.causes.map((cause) => maker.cause(cause)),
    ...(unexplained.length > MOST_SINGLE ? [maker.many(unexplained)] : unexplained.map((gap) => maker.gap(gap))),
    ...maker.open(comparison.cells.filter(({ field, verdict }) => verdict === 'open' && !explained.has(field))),
  ]
}

/** Makes the findings of one comparison. */
class Maker {
  readonly #report: OwnedReport
  readonly #byField: ReadonlyMap<FieldId, CellComparison>
  readonly #severity: Severity

  constructor({ report, cells }: Comparison, severity: Severity) {
    this.#report = report
    this.#byField = new Map(cells.map((cell) => [cell.field, cell]))
    this.#severity = severity
  }

  /** Many cells that differ, those of the government alone; the sum of all differences changes with any member's figure. */
  many(gaps: readonly Gap[]): Finding {
    const all = plainSum(gaps.map(({ difference }) => difference))
    return this.#finding(gaps, [], {
      severity: this.#severity,
      formula: `${formulasOf(gaps)}; Σ ${numberText(all)}`,
      reason: 'many',
      params: { count: gaps.length },
    })
  }

  /** Cells that one cause explains: those of the government and of the members it names. */
  cause({ kind, members, fields }: Cause): Finding {
    const compared = fields.flatMap((field) => this.#byField.get(field) ?? [])
    return this.#finding(compared, members, {
      severity: this.#severity,
      formula: formulasOf(compared),
      reason: kind === 'leftOut' ? 'left-out' : 'twice',
      params: { count: compared.length, members: namesOf(members, 'and') },
    })
  }

  /** One cell that differs, with every member's figure. */
  gap(gap: Gap): Finding {
    const { field, difference, sum, said, summed } = gap
    const candidates = sum.complete ? candidatesOf(gap) : []
    const lacking = sum.addends.filter(({ value }) => value === null).length
    const named = candidates.length > 0 && candidates.length <= MOST_CANDIDATES
    const way = difference > 0 ? 'more' : 'less'
    return this.#finding(
      [gap],
      sum.addends.map(({ member }) => member),
      {
        severity: this.#severity,
        formula: formulaOf(gap),
        difference,
        reason: lacking > 0 ? 'less-than-known' : named ? (way === 'more' ? 'more-twice' : 'less-left-out') : way,
        params: {
          field,
          left: said,
          right: summed,
          value: Math.abs(difference),
          counted: sum.addends.length - lacking,
          ...(lacking > 0 ? { lacking } : {}),
          ...(named ? { members: candidates.map(({ members }) => namesOf(members, 'and')).join(' / ') } : {}),
        },
      },
    )
  }

  /** One line for all cells that members without a number leave open. */
  open(cells: readonly CellComparison[]): Finding[] {
    if (cells.length === 0) return []
    const lacking = new Set(
      cells.flatMap(({ sum }) => sum.addends.flatMap(({ member, value }) => (value === null ? [member] : []))),
    )
    const missing = [...lacking].filter(({ status }) => status === 'missing')
    const named = missing.length > 0 ? missing : [...lacking]
    const finding = this.#finding(cells, [], {
      severity: 'info',
      formula: formulasOf(cells),
      reason: missing.length > 0 ? 'open-missing' : 'open-blank',
      params: { count: cells.length, lacking: named.length, members: namesOf(named, 'list') },
    })
    return [finding]
  }

  #finding(
    compared: readonly CellComparison[],
    members: readonly Member[],
    rest: Pick<Finding, 'severity' | 'formula' | 'difference' | 'reason' | 'params'>,
  ): Finding {
    const own = this.#report
    const fields = compared.map(({ field }) => field)
    return {
      rule: 'E7',
      agency: own.body.name,
      year: own.year,
      fields,
      cells: [
        ...fields.map((field) => cellOf(own, field)),
        ...members.flatMap((member) => {
          const { report, name } = member
          return report ? fields.map((field) => ({ ...cellOf(report, field), agency: name })) : []
        }),
      ],
      ...rest,
    }
  }
}

function cellOf({ file, part, year, cells }: OwnedReport, field: FieldId): FindingCell {
  const cell = cells.get(field)
  return {
    field,
    file,
    ...(part === undefined ? {} : { part }),
    year,
    value: cell?.value ?? null,
    place: cell?.place ?? {},
  }
}

/** `120 ≠ 30 + 45 + 9 = 84`; `□` for a published figure or sum that is not there, `…` where members have none or the terms are too many. */
function formulaOf({ published, sum, verdict }: CellComparison): string {
  const terms = sum.addends.flatMap(({ value }) => (value === null || value === 0 ? [] : [value]))
  const shown = terms
    .slice(0, TERMS_SHOWN)
    .map((value, at) => (value < 0 && at > 0 ? `(${numberText(value)})` : numberText(value)))
  const open = sum.addends.some(({ value }) => value === null)
  const right = [...shown, ...(terms.length > shown.length ? ['…'] : []), ...(open ? ['□'] : [])].join(' + ')
  const total = terms.length > 1 ? ` = ${numberText(sum.value)}${open ? ' + □' : ''}` : ''
  return `${numberText(published.value)} ${verdict === 'unequal' ? '≠' : '='} ${right === '' ? '0' : right}${total}`
}

/** The first formulas of several cells. */
function formulasOf(cells: readonly CellComparison[]): string {
  const shown = cells.slice(0, FORMULAS_SHOWN).map((cell) => formulaOf(cell))
  return [...shown, ...(cells.length > FORMULAS_SHOWN ? ['…'] : [])].join('; ')
}

/** Names of a short list whole, of a long one the first with a mark that there are more. */
function namesOf(members: readonly Member[], how: 'and' | 'list'): string {
  const most = how === 'and' ? members.length : 10
  const names = members.slice(0, most).map(({ name }) => name)
  return [...names, ...(members.length > most ? ['…'] : [])].join('、')
}
