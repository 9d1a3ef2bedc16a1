import type { DatasetOptions, DatasetReport } from '../exports/dataset'
import type { DatasetApi, DatasetFormat } from './datasetApi'
import { datasetOfStore } from './datasetOfStore'
import { serve } from './rpc'

type Maker = (reports: readonly DatasetReport[], options: DatasetOptions) => Promise<Blob>

const MAKERS: Readonly<Record<DatasetFormat, Maker>> = {
  xlsx: async (reports, options) => {
    const { datasetXlsx } = await import('../exports/datasetXlsx')
    const bytes = new Uint8Array(await datasetXlsx(reports, options))
    return new Blob([bytes], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' })
  },
  csv: async (reports, options) => {
    const { datasetCsv } = await import('../exports/datasetCsv')
    return new Blob(await all(datasetCsv(reports, options)), { type: 'text/csv;charset=utf-8' })
  },
  json: async (reports, options) => {
    const { datasetJson } = await import('../exports/datasetJson')
    return new Blob(await all(datasetJson(reports, options)), { type: 'application/json' })
  },
}

async function all(pieces: AsyncIterable<string>): Promise<string[]> {
  const taken: string[] = []
  for await (const piece of pieces) taken.push(piece)
  return taken
}

serve<DatasetApi>({
  make: async ({ database, format, language, example }, { progress }) => {
    const dataset = await datasetOfStore(database, language, (done, of) => {
      progress({ done, of })
    })
    if (!dataset.ok) return dataset
    const { reports, agencies } = dataset.value
    const file = await MAKERS[format](reports, { language, example, agencies, created: new Date().toISOString() })
    return { ok: true, value: { file, reports: reports.length } }
  },
})
