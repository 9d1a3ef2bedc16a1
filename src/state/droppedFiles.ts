import type { GivenFile } from '@/workers/importApi'

/** Files of an `<input type="file">`, with the path inside the chosen folder where a folder was chosen. */
export function chosenFiles(files: Iterable<File>): GivenFile[] {
  return Array.from(files, (file) => ({
    file,
    path: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath,
  }))
}

/**
 * Files of a drop, folders walked whole, in the order of their paths. Call in the event itself: the list is empty afterwards. A file or folder that
 * cannot be got at comes without its file.
 */
export async function droppedFiles(transfer: DataTransfer): Promise<GivenFile[]> {
  const items = Array.from(transfer.items).filter(({ kind }) => kind === 'file')
  const roots = items.map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }))
  const found = await Promise.all(
    roots.map(async ({ entry, file }) => (entry ? walk(entry) : file ? [{ file, path: file.name }] : [])),
  )
  return found.flat().sort((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path)))
}

async function walk(entry: FileSystemEntry): Promise<GivenFile[]> {
  const path = entry.fullPath.replace(/^\//u, '')
  if (isFile(entry)) return [{ file: await got<File>((resolve, reject) => entry.file(resolve, reject)), path }]
  if (!isDirectory(entry)) return []
  const found: GivenFile[] = []
  const reader = entry.createReader()
  // A reader gives a folder by the hundred, and an empty list at its end.
  for (;;) {
    const entries = await got<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (!entries) return [...found, { file: null, path }]
    if (entries.length === 0) return found
    for (const inner of entries) found.push(...(await walk(inner)))
  }
}

/** What the file system gives, `null` where it gives an error: locked, gone, no right to read. */
function got<T>(ask: (resolve: (value: T) => void, reject: () => void) => void): Promise<T | null> {
  return new Promise((resolve) => {
    ask(resolve, () => resolve(null))
  })
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}
