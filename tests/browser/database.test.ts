import { expect, test } from 'vitest'

test('the browser of these tests is at the floor or above, with a real IndexedDB', async () => {
  const version = Number(/Chrom(?:e|ium)\/(\d+)/.exec(navigator.userAgent)?.[1])
  expect(version).toBeGreaterThanOrEqual(100)
  const kept = await new Promise<string>((resolve, reject) => {
    const opening = indexedDB.open('gouji-floor', 3)
    opening.onerror = () => {
      reject(opening.error ?? new Error('not opened'))
    }
    opening.onsuccess = () => {
      resolve(`${opening.result.name} ${String(opening.result.version)}`)
      opening.result.close()
    }
  })
  expect(kept).toBe('gouji-floor 3')
})
