import { fieldsOf } from '../form/fields'
import type { FieldId } from '../form/fields'
import { TABLE_IDS } from '../form/version'
import type { Draft } from './draft'
import type { DocxOptions } from './renderDocx'
import { PLAIN_DOCX } from './renderDocx'
import type { HtmlOptions } from './renderHtml'
import { PLAIN_HTML } from './renderHtml'
import type { XlsxOptions } from './renderXlsx'
import { PLAIN_XLSX } from './renderXlsx'
import type { TextOptions } from './renderText'
import { PLAIN_TEXT } from './renderText'
import type { SampleReport } from './sampleReport'

/**
 * What a reader owes for a cell that dirt may have touched. `value`: `same` the true value, `sameOrNull` that or nothing, `null`
 * nothing. `issue`: whether an issue must name the field. Giving nothing for a cell that had a number always needs an issue.
 */
export const DEMANDS = {
  /** The damage is no damage: the value, and no issue. */
  exact: { value: 'same', issue: 'none' },
  /** The value; an issue is allowed. */
  told: { value: 'same', issue: 'any' },
  /** The value, and an issue. */
  repaired: { value: 'same', issue: 'needed' },
  /** The value, or nothing with an issue. */
  unsure: { value: 'sameOrNull', issue: 'any' },
  /** An issue, with or without the value. */
  flagged: { value: 'sameOrNull', issue: 'needed' },
  /** The document no longer holds the value: nothing, and an issue. */
  lost: { value: 'null', issue: 'needed' },
} as const
export type Demand = keyof typeof DEMANDS

const RANKS = Object.keys(DEMANDS)

/** A report on its way into a document, with what its readers owe. */
export interface Soiled {
  readonly report: SampleReport
  readonly draft: Draft
  readonly text: TextOptions
  readonly html: HtmlOptions
  readonly docx: DocxOptions
  readonly xlsx: XlsxOptions
  /** Cells whose demand is not `exact`. */
  readonly demands: ReadonlyMap<FieldId, Demand>
}

/** A clean document of a report. */
export function clean(report: SampleReport, draft: Draft): Soiled {
  return { report, draft, text: PLAIN_TEXT, html: PLAIN_HTML, docx: PLAIN_DOCX, xlsx: PLAIN_XLSX, demands: new Map() }
}

/** The same document with a demand on some cells; of two demands on a cell the weaker stays. */
export function demand(soiled: Soiled, wanted: Demand, fields: Iterable<FieldId>): Soiled {
  const demands = new Map(soiled.demands)
  for (const field of fields) {
    const present = demands.get(field) ?? 'exact'
    if (RANKS.indexOf(wanted) > RANKS.indexOf(present)) demands.set(field, wanted)
  }
  return { ...soiled, demands }
}

/** Every field that a report's tables have, in form order. */
export function fieldsOfReport(report: SampleReport): FieldId[] {
  return TABLE_IDS.flatMap((table) => {
    const version = report.forms[table]
    return version ? fieldsOf(table, version).map((field) => field.id) : []
  })
}
