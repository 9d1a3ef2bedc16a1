import { findingText } from '../check/rules/rules'
import type { Finding } from '../report/finding'
import { placeText } from '../report/place'

/** A finding as CONTRACT.md writes it, keys in order; `quotes` besides, where it rests on words. */
export function findingJson(finding: Finding): unknown {
  const { rule, severity, agency, year, fields, formula, difference, quotes } = finding
  return {
    rule,
    severity,
    agency,
    year,
    fields,
    cells: finding.cells.map(({ file, part, year: of, agency: other, field, value, place }) => ({
      file,
      ...(part === undefined ? {} : { part }),
      ...(other === undefined ? {} : { agency: other }),
      year: of,
      field,
      value,
      at: placeText(place),
    })),
    formula,
    ...(difference === undefined ? {} : { difference }),
    message: findingText(finding, 'zh'),
    ...(quotes === undefined ? {} : { quotes }),
  }
}
