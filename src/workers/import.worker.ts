import type { Store } from '../store/db'
import type { StoreError } from '../store/storeError'
import type { ImportApi, ImportSummary } from './importApi'
import { importFiles, sourceOfFile } from './importFiles'
import { importSample } from './importSample'
import { storeOf } from './openStores'
import { serve } from './rpc'

serve<ImportApi>({
  import: ({ database, files }, context) =>
    writable(database, files.length, (store) => importFiles(store, files.map(sourceOfFile), files.length, context)),
  sample: ({ database }, context) => writable(database, 0, (store) => importSample(store, context)),
})

/** Does the work in a database that can be written; otherwise says why none of it was begun. */
async function writable(
  database: string,
  of: number,
  work: (store: Store) => Promise<ImportSummary>,
): Promise<ImportSummary> {
  const notBegun = (stopped: StoreError): ImportSummary => ({ done: 0, of, cancelled: false, stopped })
  const opened = await storeOf(database)
  if (!opened.ok) return notBegun(opened.error)
  return opened.value.readOnly ? notBegun(opened.value.readOnly) : work(opened.value)
}
