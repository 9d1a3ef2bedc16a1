import { readSource } from './readSource'
import { storeOf } from './openStores'
import { serve, Transferred } from './rpc'
import type { SourceApi } from './sourceApi'

/** Copies that were given because none was kept: by hash, for as long as the page lives. */
const given = new Map<string, Uint8Array>()

serve<SourceApi>({
  read: async (request, { progress }) => {
    const store = await storeOf(request.database)
    if (!store.ok) return { ok: false, error: { kind: 'store', error: store.error } }
    const read = await readSource(store.value, request, given, progress)
    return new Transferred(read, read.ok && read.value.pdf ? [read.value.pdf.buffer] : [])
  },
})
