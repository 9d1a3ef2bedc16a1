import { cityAgencies, cityReports } from '../sample/city'
import type { Store } from '../store/db'
import { write } from '../store/db'
import { emptyStore } from '../store/empty'
import { writeSetting } from '../store/settings'
import type { ImportSummary } from './importApi'
import type { ImportContext, ImportSource } from './importFiles'
import { importFiles } from './importFiles'

/** Empties the database and fills it with the fictional city: its register, then its documents, read as any other file is. */
export async function importSample(store: Store, context: ImportContext): Promise<ImportSummary> {
  const agencies = cityAgencies()
  const unmarked = await writeSetting(store, 'cityLoaded', false)
  const emptied = unmarked.ok ? await emptyStore(store) : unmarked
  const registered = emptied.ok
    ? await write(store, [store.db.agencies], () => store.db.agencies.bulkAdd(agencies))
    : emptied
  if (!registered.ok) return { done: 0, of: 0, cancelled: false, stopped: registered.error }
  const documents = [...cityReports()]
  const sources = documents.map(({ path, document }): ImportSource => ({
    path,
    read: () => Promise.resolve({ ok: true, value: document.bytes }),
  }))
  const summary = await importFiles(store, sources, sources.length, context)
  if (summary.stopped || summary.cancelled) return summary
  const marked = await writeSetting(store, 'cityLoaded', true)
  return marked.ok ? summary : { ...summary, stopped: marked.error }
}
