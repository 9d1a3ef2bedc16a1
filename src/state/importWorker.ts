import type { ImportApi } from '@/workers/importApi'
import { parserCount } from '@/workers/parserHost'
import { WorkerLink } from './workerLink'

/** The worker that checks and stores. */
export const importWorker = new WorkerLink<ImportApi>(
  () => new Worker(new URL('../workers/import.worker.ts', import.meta.url), { type: 'module', name: 'gouji-import' }),
)

/** The workers that read for it. */
export const parseWorkers = {
  count: parserCount(navigator.hardwareConcurrency),
  start: () =>
    new Worker(new URL('../workers/parse.worker.ts', import.meta.url), { type: 'module', name: 'gouji-parse' }),
}
