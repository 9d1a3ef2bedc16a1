import type { Result } from '@/report/report'
import { storeError } from '@/store/storeError'
import type { StoreError } from '@/store/storeError'
import { WorkerError } from '@/workers/rpc'
import { backupWorker } from './backupWorker'

/** How a web page carries a shared file: a block of text that no browser runs, and its attribute with the file's hash. */
export const CARRIED = { id: 'gouji-carried', hash: 'data-hash' } as const
/** Signs of the hash that are kept. */
export const HASH_SIGNS = 16

/** A shared file that this page carries in itself, as one that was saved as a web page does. */
interface Carried {
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
  const file = new File([bytes], decodeURIComponent(location.pathname.split('/').at(-1) ?? ''))
  try {
    const unpacked = await backupWorker.call('unpack', { database, file })
    return unpacked.ok ? { ok: true, value: null } : unpacked
  } catch (error) {
    // A browser that lets no local file start a worker.
    if (error instanceof WorkerError || error instanceof DOMException)
      return { ok: false, error: storeError('unavailable', { message: error.message }) }
    throw error
  }
}
