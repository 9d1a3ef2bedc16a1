import { expect, it } from 'vitest'
import { FileQueue } from '@/workers/fileQueue'
import type { GivenFile } from '@/workers/importApi'

const file = (path: string): GivenFile => ({ file: null, path })

async function taken(queue: FileQueue, count: number): Promise<string[]> {
  const paths: string[] = []
  for await (const { path } of queue.take(count)) paths.push(path)
  return paths
}

it('gives files as they come, and ends with the last of them', async () => {
  const queue = new FileQueue()
  const all = taken(queue, 3)
  queue.push([file('a')])
  await Promise.resolve()
  queue.push([file('b'), file('c'), file('d')])
  expect(await all).toEqual(['a', 'b', 'c'])
})

it('ends early where it is closed, with what came before', async () => {
  const queue = new FileQueue()
  queue.push([file('a')])
  const all = taken(queue, 3)
  queue.close()
  expect(await all).toEqual(['a'])
})
