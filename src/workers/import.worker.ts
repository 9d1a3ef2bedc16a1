import type { Store } from '../store/db'
import { claim } from '../store/queue'
import type { StoreError } from '../store/storeError'
import type { GivenFile, ImportApi, ImportRequest, ImportSummary } from './importApi'
import { fileGiven, fileQueued } from './importFile'
import { ImportRun } from './importFiles'
import type { ImportContext } from './importFiles'
import { importSample } from './importSample'
import { storeOf } from './openStores'
import { Parsers } from './parsers'
import { QueueKeeper } from './queueKeeper'
import { serve } from './rpc'

const parsers = new Parsers()

/** The import under way, or that which was; files may be given before it has begun. */
interface Current {
  readonly id: string
  run: ImportRun | null
  early: GivenFile[]
  at: number
  promised: number
  paused: boolean
  over: boolean
}
let current = currentOf('', true)

function currentOf(id: string, over: boolean): Current {
  return { id, run: null, early: [], at: 0, promised: 0, paused: false, over }
}

serve<ImportApi>({
  import: async (request, context) => {
    const own = currentOf(request.queue?.run ?? '', false)
    current = own
    try {
      return await writable(request, (store) => importInto(store, own, request, context))
    } finally {
      own.over = true
    }
  },
  give: (files) => {
    if (current.run) giveTo(current, current.run, files)
    else current.early.push(...files)
  },
  more: (count) => {
    if (current.over) return false
    if (current.run) return current.run.promise(count)
    current.promised += count
    return true
  },
  pause: (paused) => {
    current.paused = paused
    current.run?.pause(paused)
  },
  parsers: (count, { signal, progress }) =>
    new Promise((resolve) => {
      const withdraw = parsers.offer(count, progress)
      signal.addEventListener('abort', () => {
        withdraw()
        resolve()
      })
    }),
  parserEnded: (id) => {
    parsers.ended(id)
  },
  sample: (request, context) => writable({ ...request, of: 0 }, (store) => importSample(store, context)),
})

async function importInto(
  store: Store,
  own: Current,
  { of, queue }: ImportRequest,
  context: ImportContext,
): Promise<ImportSummary> {
  const keeper = queue ? new QueueKeeper(store, queue.run, queue.alive) : null
  await keeper?.ready
  const left = queue?.goOn === true ? await claim(store, { id: queue.run, beat: Date.now() }, queue.alive) : null
  const queued = left?.ok === true ? left.value.map((row) => fileQueued(store, row)) : []
  const run = await ImportRun.of({ store, parsers, keeper }, of + queued.length, context)
  own.run = run
  run.promise(own.promised)
  if (own.paused) run.pause(true)
  run.take(queued)
  giveTo(own, run, own.early)
  return run.work()
}

function giveTo(to: Current, run: ImportRun, files: readonly GivenFile[]): void {
  run.take(files.map((file) => fileGiven(file, to.id, to.at++)))
}

/** Does the work in a database that can be written; otherwise says why none of it was begun. */
async function writable(
  { database, of }: Pick<ImportRequest, 'database' | 'of'>,
  work: (store: Store) => Promise<ImportSummary>,
): Promise<ImportSummary> {
  const notBegun = (stopped: StoreError): ImportSummary => ({ done: 0, of, cancelled: false, stopped })
  const opened = await storeOf(database)
  if (!opened.ok) return notBegun(opened.error)
  return opened.value.readOnly ? notBegun(opened.value.readOnly) : work(opened.value)
}
