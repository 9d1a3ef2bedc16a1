import { expect, test } from 'vitest'

test('the browser of these tests is at the floor or above, with a real IndexedDB', async () => {
  const version = Number(/Chrom(?:e|ium)\/(\d+)/.exec(navigator.userAgent)?.[1])
  expect(version).toBeGreaterThanOrEqual(100)
  const databases = await indexedDB.databases()
  expect(databases).toEqual([])
})
