import type { Result } from '../report/report'
import type { BackupManifest } from '../store/backupFormat'
import type { LookedAt } from '../store/share'
import type { OpenedShare } from '../store/shareLabel'
import type { ShareChoice } from '../store/sharePick'
import type { ShareSize } from '../store/shareSize'
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
  /** The database, or a part of it, as one file for others to read. */
  share: Call<{ readonly database: string; readonly choice: ShareChoice }, Result<Blob, StoreError>, BackupProgress>
  /** How much a choice takes, about. */
  shareSize: Call<{ readonly database: string; readonly choice: ShareChoice }, Result<ShareSize, StoreError>>
  /** Whose data a shared file holds, or why it cannot be opened; changes nothing. */
  inspectShared: Call<{ readonly file: File }, Result<LookedAt, StoreError>>
  /** What a database of shared data holds; `null` where it holds nothing. */
  heldShare: Call<{ readonly database: string }, OpenedShare | null>
  /** Empties a database of shared data. */
  forgetShare: Call<{ readonly database: string }, Result<null, StoreError>>
  /** Checks a shared file whole, then puts it in place of the one that is open. */
  openShared: Call<{ readonly database: string; readonly file: File }, Result<OpenedShare, StoreError>, BackupProgress>
  /** The same, unless the database holds one already. */
  unpack: Call<{ readonly database: string; readonly file: File }, Result<OpenedShare, StoreError>, BackupProgress>
  /** Says what a file is a backup of, or why it cannot be restored here; changes nothing. */
  inspect: Call<{ readonly database: string; readonly file: File }, Result<BackupManifest, StoreError>>
  /** Checks the whole file against its own hashes, then replaces everything in one transaction. */
  restore: Call<{ readonly database: string; readonly file: File }, Result<BackupManifest, StoreError>, BackupProgress>
}
