import type { Result } from '../report/report'
import { write } from './db'
import type { Store } from './db'
import type { FileRow } from './rows'
import type { StoreError } from './storeError'

/** Every file that gave a report, by name. */
export async function listFiles(store: Store): Promise<FileRow[]> {
  const files = await store.db.files.toArray()
  return files.sort((a, b) => a.name.localeCompare(b.name, 'zh'))
}

/** The bytes of a file as imported, where they were kept. */
export async function originalOf(store: Store, hash: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  return (await store.db.originals.get(hash))?.bytes
}

/** Whether the bytes of a file were kept, without reading them. */
export async function hasOriginal(store: Store, hash: string): Promise<boolean> {
  return (await store.db.originals.where(':id').equals(hash).count()) > 0
}

/** How much the kept originals take: a count and bytes. */
export async function originalsSize(store: Store): Promise<{ readonly files: number; readonly bytes: number }> {
  const kept = await store.db.files.filter((file) => file.kept).toArray()
  return { files: kept.length, bytes: kept.reduce((sum, { size }) => sum + size, 0) }
}

/** How many copies `deleteOriginals` would delete. */
export async function deletableOriginals({ db }: Store): Promise<number> {
  const { files, documents } = db
  return db.transaction('r', [files, documents], async () => {
    const needed = await hashesOfScans(documents)
    return files.filter((file) => file.kept && !needed.has(file.hash)).count()
  })
}

/** Scans that are not filled in: their pages are all that there is. */
async function hashesOfScans(documents: Store['db']['documents']): Promise<ReadonlySet<string>> {
  const scans = await documents.filter(({ kind }) => kind === 'scan').toArray()
  return new Set(scans.map(({ hash }) => hash))
}

/** Deletes the kept copies of originals; reports, numbers and places stay, and so do scans that are not filled in. */
export async function deleteOriginals(store: Store): Promise<Result<number, StoreError>> {
  const { files, originals, documents } = store.db
  return write(store, [files, originals, documents], async () => {
    const needed = await hashesOfScans(documents)
    await originals
      .where(':id')
      .noneOf([...needed])
      .delete()
    return files.filter((file) => file.kept && !needed.has(file.hash)).modify({ kept: false })
  })
}
