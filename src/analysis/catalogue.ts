import type { Chart } from '../charts/chart'
import type { Asker } from './asker'
import type { FigureKind } from './figure'
import { compare, histogram, multiples, slope } from './figures/compare'
import { coverage } from './figures/coverage'
import { disputePath } from './figures/disputePath'
import { disputes } from './figures/disputes'
import { flows } from './figures/flows'
import { formTotals } from './figures/formTotals'
import { headlines } from './figures/headlines'
import { peerRanking } from './figures/peerRanking'
import { problems } from './figures/problems'
import { ranking } from './figures/ranking'
import { reasons } from './figures/reasons'
import { sankey } from './figures/sankey'
import { applicants, outcomes } from './figures/shares'
import { correctionTrend, outcomeTrend, settledTrend } from './figures/trend'
import { volumes } from './figures/volumes'
import { waterfall } from './figures/waterfall'
import { filterOf } from './filter'
import { readParams } from './params'
import { filtersOfQuestion } from './question'
import type { FigureQuestion } from './question'

/** Every kind of figure that there is. */
export const FIGURE_KINDS: readonly FigureKind[] = [
  headlines,
  volumes,
  outcomes,
  reasons,
  disputes,
  ranking,
  applicants,
  coverage,
  compare,
  problems,
  formTotals,
  slope,
  multiples,
  histogram,
  outcomeTrend,
  correctionTrend,
  settledTrend,
  flows,
  sankey,
  waterfall,
  disputePath,
  peerRanking,
]

const BY_ID = new Map(FIGURE_KINDS.map((kind) => [kind.id, kind]))

/** The kind of an id, which may come from a file; undefined for what this version does not know. */
export const figureKindOf = (id: string): FigureKind | undefined => BY_ID.get(id)

/** Asks a question again: what is unknown or malformed in it stands at its default. `null` where there is nothing to draw, or no such kind. */
export async function askFigure(asker: Asker, question: FigureQuestion): Promise<Chart | null> {
  const kind = BY_ID.get(question.kind)
  if (!kind) return null
  const where = filterOf(filtersOfQuestion(question))
  return kind.ask(asker, { where, switches: readParams(kind.params, question.query) })
}
