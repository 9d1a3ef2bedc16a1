import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseAtOnce } from '../unit/readers/atOnce'
import { DIRT, drawDirt } from '@/sample/dirt'
import { SAMPLE_FORMATS } from '@/sample/dirtKind'
import type { Dirt, SampleFormat } from '@/sample/dirtKind'
import { random } from '@/sample/random'
import { writeDocument } from '@/sample/sampleDocument'
import { sampleReports } from '@/sample/sampleReports'
import { shortfalls } from './shortfalls'

/** Documents for each format and property; `GOUJI_ROUNDS=2000` makes it thousands. */
const ROUNDS = Number(process.env['GOUJI_ROUNDS'] ?? 60)
/** The same documents in every run, so that a change of the reader is what changes the outcome; `GOUJI_SEED=7` takes others. */
const SEED = Number(process.env['GOUJI_SEED'] ?? 1)
const YEARS = [2019, 2020, 2021, 2022, 2023, 2024]

/** Writes one report of a seed, reads it back, and says where the reader falls short. */
function roundTrip(
  seed: number,
  format: SampleFormat,
  dirt: (stream: ReturnType<typeof random>) => readonly Dirt[],
): string[] {
  const stream = random(`round trip ${seed}`)
  const reports = [...sampleReports(1 + (seed % 40), YEARS, stream)].slice(-YEARS.length)
  const report = reports[stream.int(0, YEARS.length - 1)]
  if (!report) throw new Error('no sample report')
  const kinds = dirt(stream)
  const document = writeDocument(report, format, kinds, stream)
  const results = parseAtOnce({ path: `来件.${format}`, bytes: document.bytes })
  const told = `seed ${seed}, ${format}, ${kinds.map((kind) => kind.name).join(' + ') || 'clean'}: `
  if (results.length !== 1) return [`${told}${results.length} results`]
  return results.flatMap((result) =>
    result.ok
      ? shortfalls(document.truth, result.value).map((line) => told + line)
      : [`${told}${result.error.code} ${result.error.reason}`],
  )
}

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 })

describe.each(SAMPLE_FORMATS)('%s written and read back', (format) => {
  it('gives every value, and no issue, where nothing is damaged', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        expect(roundTrip(seed, format, () => [])).toEqual([])
      }),
      { numRuns: ROUNDS, seed: SEED },
    )
  })

  it('never gives a wrong value without an issue, whatever the damage', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        expect(roundTrip(seed, format, (stream) => drawDirt(DIRT, format, 3, stream))).toEqual([])
      }),
      { numRuns: 2 * ROUNDS, seed: SEED },
    )
  })
})

const cases = DIRT.flatMap((dirt) => dirt.formats.map((format) => ({ dirt, format, name: dirt.name })))

describe('each kind of damage', () => {
  it.each(cases)('$name in $format is read as it owes', ({ dirt, format }) => {
    const found = Array.from({ length: Math.ceil(ROUNDS / 12) }, (_, seed) => roundTrip(seed, format, () => [dirt]))
    expect(found.flat()).toEqual([])
  })
})
