import { expect, it } from 'vitest'
import { droppedFiles } from '@/state/droppedFiles'

type Node = { readonly name: string; readonly inside?: readonly Node[]; readonly fails?: boolean }

/** What a browser makes of something dropped, with a file system that can fail. */
function entryOf({ name, inside, fails = false }: Node, above = ''): FileSystemEntry {
  const fullPath = `${above}/${name}`
  const lists = [inside?.map((node) => entryOf(node, fullPath)) ?? [], []]
  const ask = <T>(give: () => T, resolve: (value: T) => void, reject: (error: DOMException) => void): void => {
    if (fails) reject(new DOMException('locked', 'NotReadableError'))
    else resolve(give())
  }
  const entry = {
    isFile: !inside,
    isDirectory: inside !== undefined,
    name,
    fullPath,
    file: (resolve: (file: File) => void, reject: () => void) => ask(() => new File([name], name), resolve, reject),
    createReader: () => ({
      readEntries: (resolve: (entries: FileSystemEntry[]) => void, reject: () => void) =>
        ask(() => lists.shift() ?? [], resolve, reject),
    }),
  }
  return entry as unknown as FileSystemEntry
}

function drop(...nodes: Node[]): DataTransfer {
  const items = nodes.map((node) => ({ kind: 'file', webkitGetAsEntry: () => entryOf(node), getAsFile: () => null }))
  return { items } as unknown as DataTransfer
}

it('walks folders whole, in the order of paths', async () => {
  const given = await droppedFiles(
    drop(
      { name: '单.txt' },
      { name: '区', inside: [{ name: '乙.txt' }, { name: '科', inside: [{ name: '甲.docx' }] }] },
    ),
  )
  expect(given.map(({ path }) => path)).toEqual(['区/乙.txt', '区/科/甲.docx', '单.txt'].sort())
  expect(given.every(({ file }) => file instanceof File)).toBe(true)
})

it('names a file and a folder that cannot be got at, and gives the rest', async () => {
  const given = await droppedFiles(
    drop({
      name: '区',
      inside: [{ name: '锁.docx', fails: true }, { name: '密', inside: [], fails: true }, { name: '好.txt' }],
    }),
  )
  expect(Object.fromEntries(given.map(({ path, file }) => [path, file?.name ?? null]))).toEqual({
    '区/好.txt': '好.txt',
    '区/密': null,
    '区/锁.docx': null,
  })
})
