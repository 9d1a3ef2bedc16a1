import type { ImportApi } from '@/workers/importApi'
import { WorkerLink } from './workerLink'

/** The worker that reads, checks and stores. */
export const importWorker = new WorkerLink<ImportApi>(
  () => new Worker(new URL('../workers/import.worker.ts', import.meta.url), { type: 'module', name: 'gouji-import' }),
)
