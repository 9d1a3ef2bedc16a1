import { figureOf } from '../form/indicators'
import type { Label, TableId } from '../form/version'
import { both, WORDS } from './words'

const TABLES: Readonly<Record<TableId, Label>> = {
  proactive: WORDS.proactiveTable,
  requests: WORDS.requestsTable,
  disputes: WORDS.disputesTable,
}

/** Where a figure stands in the reports: one table, or two for a rate over both. */
export function sourceOfFigure(id: string): Label {
  const figure = figureOf(id)
  if (!figure) return both('', '')
  if (figure.kind === 'measure') return TABLES[figure.measure.table]
  const { numerator, denominator } = figure
  return numerator.table === denominator.table ? TABLES[numerator.table] : WORDS.manyTables
}
