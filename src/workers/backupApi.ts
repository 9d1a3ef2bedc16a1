import type { Result } from '../report/report'
import type { BackupManifest } from '../store/backupFormat'
import type { StoreError } from '../store/storeError'
import type { Call } from './rpc'

/** Rows or files gone through, of how many. */
export interface BackupProgress {
  readonly phase: 'writing' | 'checking' | 'restoring'
  readonly done: number
  readonly of: number
}

/** `backup.worker.ts`: everything into one file, and back. */
export interface BackupApi {
  backup: Call<{ readonly database: string }, Result<Blob, StoreError>, BackupProgress>
  /** Says what a file is a backup of, or why it cannot be restored here; changes nothing. */
  inspect: Call<{ readonly database: string; readonly file: File }, Result<BackupManifest, StoreError>>
  /** Checks the whole file against its own hashes, then replaces everything in one transaction. */
  restore: Call<{ readonly database: string; readonly file: File }, Result<BackupManifest, StoreError>, BackupProgress>
}
