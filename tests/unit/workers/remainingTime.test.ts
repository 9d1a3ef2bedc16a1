import { describe, expect, it } from 'vitest'
import { RemainingTime } from '@/workers/remainingTime'

/** Files of one kind and size, done one after the other in `each` milliseconds by a parser; what is told after each. */
function course(
  time: RemainingTime,
  paths: readonly string[],
  each: (path: string) => number,
  size = 10_000,
): number[] {
  const told: number[] = []
  let now = 0
  time.runs(true, now)
  for (const path of paths) {
    now += each(path)
    time.did(path, size, 1, each(path))
    const left = time.left(now)
    if (left !== null) told.push(left)
  }
  return told
}

function given(paths: readonly string[], size = 10_000): RemainingTime {
  const time = new RemainingTime()
  for (const path of paths) time.given(path, size)
  return time
}

describe('the remaining time', () => {
  it('is not told before anything is known', () => {
    const time = given(['a.docx', 'b.docx'])
    time.runs(true, 0)
    expect(time.left(10_000)).toBeNull()
    time.did('a.docx', 10_000, 1, 1000)
    expect(time.left(1500)).toBeNull()
    expect(time.left(2500)).not.toBeNull()
  })

  it('comes down steadily for files that are alike', () => {
    const paths = Array.from({ length: 1000 }, (_, index) => `${String(index)}.docx`)
    const told = course(given(paths), paths, () => 10)
    expect(told[0]).toBeCloseTo(8000, -3)
    expect(told[told.length - 1]).toBeLessThan(100)
    for (const [index, left] of told.entries()) expect(left).toBeLessThanOrEqual((told[index - 1] ?? Infinity) + 1)
  })

  it('knows that the PDFs at the end take longer than the files before them', () => {
    const paths = [
      ...Array.from({ length: 400 }, (_, index) => `${String(index)}.docx`),
      ...Array.from({ length: 100 }, (_, index) => `${String(index)}.pdf`),
    ]
    const told = course(given(paths, 200_000), paths, (path) => (path.endsWith('.pdf') ? 200 : 10), 200_000)
    // 2 s of 24 have passed: by the number of files it would be 8 s.
    expect(told[0]).toBeGreaterThan(12_000)
    expect(told[0]).toBeLessThan(30_000)
    for (const [index, left] of told.entries()) expect(Math.abs(left - (told[index - 1] ?? left))).toBeLessThan(2500)
  })

  it('stands still while the import is held, and counts members of an archive as parts of it', () => {
    const time = given(['z.zip'], 1_000_000)
    time.runs(true, 0)
    for (let part = 0; part < 50; part++) time.did('z.zip', 1_000_000, 0.01, 100)
    expect(time.share).toBeCloseTo(0.5, 2)
    const before = time.left(5000)
    time.runs(false, 5000)
    time.runs(true, 905_000)
    expect(time.left(905_000)).toBeCloseTo(before ?? -1, 3)
    expect(before).toBeCloseTo(5000, -2)
  })
})
