import { cityAgencies, cityReports } from '../sample/city'
import type { Store } from '../store/db'
import { write } from '../store/db'
import { emptyStore } from '../store/empty'
import { writeSetting } from '../store/settings'
import type { ImportSummary } from './importApi'
import { fileOfBytes } from './importFile'
import type { ImportContext } from './importFiles'
import { ImportRun } from './importFiles'
import { Parsers } from './parsers'

/** Empties the database and fills it with the fictional city: its register, then its documents, read as any other file is. */
export async function importSample(store: Store, context: ImportContext): Promise<ImportSummary> {
  const agencies = cityAgencies()
  const unmarked = await writeSetting(store, 'cityLoaded', false)
  const emptied = unmarked.ok ? await emptyStore(store) : unmarked
  const registered = emptied.ok
    ? await write(store, [store.db.agencies], () => store.db.agencies.bulkAdd(agencies))
    : emptied
  if (!registered.ok) return { done: 0, of: 0, cancelled: false, stopped: registered.error }
  const files = [...cityReports()].map(({ path, document }, at) => fileOfBytes(path, document.bytes, at))
  const run = await ImportRun.of({ store, parsers: new Parsers(), keeper: null }, files.length, context)
  run.take(files)
  const summary = await run.work()
  if (summary.stopped || summary.cancelled) return summary
  const marked = await writeSetting(store, 'cityLoaded', true)
  return marked.ok ? summary : { ...summary, stopped: marked.error }
}
