import { ref, shallowRef, watch } from 'vue'
import type { Ref, ShallowRef } from 'vue'
import type { Block, SourceDocument } from '@/readers/document'
import type { SourceApi, SourceFailure } from '@/workers/sourceApi'
import { useDatabase } from './database'
import { databaseName } from './openDatabases'
import { WorkerLink } from './workerLink'

const sourceWorker = new WorkerLink<SourceApi>(
  () => new Worker(new URL('../workers/source.worker.ts', import.meta.url), { type: 'module', name: 'gouji-source' }),
)

/** A source document to be looked at. */
export interface ShownSource {
  readonly format: SourceDocument['format'] | 'pdf'
  readonly blocks: readonly Block[]
  /** The file itself where it is a PDF, which has no blocks here. */
  readonly pdf: Uint8Array | null
}

/** The bytes that a report was read from. */
export interface SourceChoice {
  readonly hash: string
  /** Path as imported. */
  readonly path: string
}

export interface Source {
  /** `null` while it is read, and where it cannot be. */
  readonly document: Readonly<ShallowRef<ShownSource | null>>
  readonly reading: Readonly<Ref<boolean>>
  /** Why there is none; `null` while all is well. A file given in its place that has other bytes is `other`. */
  readonly failure: Readonly<ShallowRef<SourceFailure | { readonly kind: 'worker'; readonly message: string } | null>>
  /** Reads a file given anew, where no copy was kept: its bytes, or those of a member, must be the same. */
  readonly give: (file: File) => Promise<void>
}

/** The source of a report, read again by a worker from the kept copy; follows the choice. */
export function useSource(choice: Ref<SourceChoice | null>): Source {
  const database = useDatabase()
  const document = shallowRef<ShownSource | null>(null)
  const reading = ref(false)
  const failure: Source['failure'] & ShallowRef = shallowRef(null)
  let turns = 0

  async function read(file?: File): Promise<void> {
    const turn = ++turns
    const wanted = choice.value
    failure.value = null
    if (!file) document.value = null
    if (!wanted) return
    reading.value = true
    const blocks: Block[] = []
    try {
      const request = {
        database: databaseName(database.id),
        hash: wanted.hash,
        path: wanted.path,
        ...(file && { file }),
      }
      const head = await sourceWorker.call('read', request, {
        onProgress: (piece) => {
          blocks.push(...piece)
        },
      })
      if (turn !== turns) return
      if (head.ok) document.value = { format: head.value.format, blocks, pdf: head.value.pdf }
      else failure.value = head.error
    } catch (error) {
      if (turn !== turns) return
      failure.value = { kind: 'worker', message: error instanceof Error ? error.message : String(error) }
    }
    reading.value = false
  }

  watch(
    () => (choice.value ? `${database.id} ${choice.value.hash}` : ''),
    () => void read(),
    { immediate: true },
  )
  return { document, reading, failure, give: read }
}
