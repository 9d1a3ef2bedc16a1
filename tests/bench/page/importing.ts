import type { CubeApi } from '@/workers/cubeApi'
import type { ImportApi } from '@/workers/importApi'
import { connect } from '@/workers/rpc'
import { sampleFiles } from '@/sample/sampleFiles'
import { rounded } from '../line'
import type { BenchLine } from '../line'
import { overviewQueries } from '../overviewQueries'

const DATABASE = 'gouji-bench'
const YEARS = [2019, 2020, 2021, 2022, 2023, 2024]

/** Files of all formats through the app's own import worker into IndexedDB, then the first figures from what was stored. */
export async function benchImport(files: number): Promise<BenchLine[]> {
  await deleteDatabase()
  const worker = new Worker(new URL('../../../src/workers/import.worker.ts', import.meta.url), { type: 'module' })
  const given = writeFiles(files)
  const start = performance.now()
  let stored = 0
  const summary = await connect<ImportApi>(worker).call(
    'import',
    { database: DATABASE, files: given },
    {
      onProgress: ({ results }) => {
        stored += results.filter(({ kind }) => kind === 'stored').length
      },
    },
  )
  const seconds = (performance.now() - start) / 1000
  worker.terminate()
  if (stored !== files || summary.stopped) throw new Error(`${stored} of ${files} files were stored`)

  const cubeWorker = new Worker(new URL('../../../src/workers/cube.worker.ts', import.meta.url), { type: 'module' })
  const [first] = overviewQueries('')
  const opened = performance.now()
  const answer = await connect<CubeApi>(cubeWorker).call('query', { database: DATABASE, query: first.query })
  const opening = performance.now() - opened
  cubeWorker.terminate()
  if (!answer.ok || answer.value.reports === 0) throw new Error('the cube did not open')
  await deleteDatabase()
  const line = { n: files, vs: null, ratio: null }
  return [
    {
      ...line,
      bench: 'import',
      metric: 'txt, html and docx, read, checked and stored',
      value: rounded(files / seconds),
      unit: 'reports/s',
    },
    { ...line, bench: 'open', metric: 'from stored rows to the first figures', value: rounded(opening), unit: 'ms' },
  ]
}

function writeFiles(files: number): { file: File; path: string }[] {
  const given: { file: File; path: string }[] = []
  const options = { agencies: Math.ceil(files / YEARS.length), years: YEARS, seed: 'bench', zipped: false, dirt: [] }
  for (const { path, bytes } of sampleFiles({ ...options, formats: ['txt', 'html', 'docx'] })) {
    given.push({ file: new File([new Uint8Array(bytes)], path), path })
    if (given.length === files) break
  }
  return given
}

function deleteDatabase(): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(DATABASE)
    request.onsuccess = () => resolve()
    request.onerror = () => reject(new Error(`${DATABASE} cannot be deleted`))
  })
}
