import type { Result } from '@/report/report'
import { CARRIED } from '@/store/carriedFile'
import type { StoreError } from '@/store/storeError'
import { backupWorker } from './backupWorker'

/** A shared file that this page carries in itself, as one that was saved as a web page does. */
export interface Carried {
  /** Of the file's bytes, shortened; names its database. */
  readonly hash: string
  readonly base64: string
}

/** What this page carries; `null` for the program as it is served. */
export const carried: Carried | null = readCarried()

function readCarried(): Carried | null {
  const block = typeof document === 'undefined' ? null : document.getElementById(CARRIED.id)
  const hash = block?.getAttribute(CARRIED.hash) ?? ''
  return block && /^[0-9a-f]{16}$/u.test(hash) ? { hash, base64: block.textContent } : null
}

/** Puts what the page carries into its database, unless an earlier visit did. */
export async function unpackCarried({ base64 }: Carried, database: string): Promise<Result<null, StoreError>> {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
  const opened = await backupWorker.call('unpack', { database, file: new File([bytes], document.title) })
  return opened.ok ? { ok: true, value: null } : opened
}
