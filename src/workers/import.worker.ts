import type { Store } from '../store/db'
import type { StoreError } from '../store/storeError'
import type { ImportApi, ImportSummary } from './importApi'
import { FileQueue } from './fileQueue'
import { importFiles, sourceOfFile } from './importFiles'
import type { ImportSource } from './importFiles'
import { importSample } from './importSample'
import { storeOf } from './openStores'
import { serve } from './rpc'

let queue = new FileQueue()

serve<ImportApi>({
  import: ({ database, of }, context) => {
    const files = new FileQueue()
    queue = files
    context.signal.addEventListener('abort', () => files.close())
    return writable(database, of, (store) => importFiles(store, sources(files, of), of, context))
  },
  give: (files) => {
    queue.push(files)
  },
  sample: ({ database }, context) => writable(database, 0, (store) => importSample(store, context)),
})

async function* sources(files: FileQueue, of: number): AsyncGenerator<ImportSource> {
  for await (const file of files.take(of)) yield sourceOfFile(file)
}

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
