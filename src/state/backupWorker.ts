import type { BackupApi } from '@/workers/backupApi'
import { WorkerLink } from './workerLink'

/** The worker that makes files of whole databases, and reads them. */
export const backupWorker = new WorkerLink<BackupApi>(
  () => new Worker(new URL('../workers/backup.worker.ts', import.meta.url), { type: 'module', name: 'gouji-backup' }),
)
