import { yearsBefore } from '../../charts/changes'
import { HEADLINE_FIGURES, headlinesChart } from '../../charts/headlines'
import type { QueryResult } from '../../cube/query'
import type { Asker } from '../asker'
import { figureKind } from '../figure'
import type { Asked } from '../figure'
import { SWITCHES, yearTold } from '../switches'
import { alike } from '../yearly'

const PARAMS = { change: SWITCHES.change, at: SWITCHES.at, least: SWITCHES.least } as const

/** What the headline figures are made of. */
export interface HeadlineAnswer {
  readonly result: QueryResult
  /** The year before, where the filter leaves it out. */
  readonly prior: QueryResult | null
  readonly year: number
  /** Cases that a rate must stand on to be set against the year before. */
  readonly leastN: number
}

/** The headline figures of the year told; `null` without reports. */
export async function askHeadlines(
  asker: Asker,
  { where, switches }: Asked<typeof PARAMS>,
): Promise<HeadlineAnswer | null> {
  const query = { figures: HEADLINE_FIGURES, groupBy: ['year'] } as const
  const result = await asker.query({ ...query, where, change: switches.change })
  const year = yearTold(result.years, switches.at)
  if (year === 0) return null
  const before = yearsBefore(where)
  const prior =
    before.length > 0 ? await asker.query({ ...query, where: { ...alike(where, result), years: before } }) : null
  return { result, prior, year, leastN: switches.least }
}

export const headlines = figureKind({
  id: 'headlines',
  name: { zh: '主要数字', en: 'Headline figures' },
  params: PARAMS,
  ask: async (asker, asked) => {
    const answer = await askHeadlines(asker, asked)
    return answer && headlinesChart(answer.result, answer.year, asked.switches.change, answer.prior, answer.leastN)
  },
})
