import { askerOf } from '@/analysis/asker'
import type { Asker } from '@/analysis/asker'
import { askFigure } from '@/analysis/catalogue'
import type { Chart } from '@/charts/chart'
import { CubeEngine } from '@/cube/engine'
import { city } from '../charts/city'

export const RECEIVED = 'requests.received.total'
const cityAsker = askerOf(new CubeEngine(city))

/** A figure of what was received, of the city unless others are asked. */
export async function chartOf(
  kind: string,
  query: Readonly<Record<string, string>>,
  of: Asker = cityAsker,
): Promise<Chart> {
  const chart = await askFigure(of, { kind, query: { figure: RECEIVED, ...query } })
  if (!chart) throw new Error(`nothing to draw for ${kind}`)
  return chart
}

export const said = ({ readings }: Chart): string => readings.map(({ zh }) => zh).join('')
export const noted = ({ notes }: Chart): string => notes.map(({ text }) => text.zh).join('')
