import { DAMAGE, LAYOUTS, canMeet } from '@/sample/dirt'
import { SAMPLE_FORMATS } from '@/sample/dirtKind'
import type { Dirt, SampleFormat } from '@/sample/dirtKind'
import { random } from '@/sample/random'
import { writeDocument } from '@/sample/sampleDocument'
import type { SampleDocument } from '@/sample/sampleDocument'
import type { SampleReport } from '@/sample/sampleReport'
import { sampleReports } from '@/sample/sampleReports'

/** A document of the corpus and where in the matrix it stands. */
export interface CorpusDocument {
  readonly format: SampleFormat
  /** The layout's kind; `null` for the plain one. */
  readonly layout: Dirt | null
  /** `null` for a clean one. */
  readonly damage: Dirt | null
  /** Draws the same document again: `random(seed)` over the pool of reports. */
  readonly seed: string
  readonly document: SampleDocument
}

const AGENCIES = 60
const YEARS = [2019, 2020, 2021, 2022, 2023, 2024]

/** Fictional reports of all years and kinds of agencies, from a seed. */
export function reportPool(seed: string): readonly SampleReport[] {
  return [...sampleReports(AGENCIES, YEARS, random(`${seed}/reports`))]
}

/** The layouts of a format: the plain one first. */
function layoutsOf(format: SampleFormat): readonly (Dirt | null)[] {
  return [null, ...LAYOUTS.filter(({ formats }) => formats.includes(format))]
}

/** The kinds of damage of a format: none first. */
export function damageOf(format: SampleFormat): readonly (Dirt | null)[] {
  return [null, ...DAMAGE.filter(({ formats }) => formats.includes(format))]
}

/** Every format × layout × damage that can meet, `rounds` documents each. */
export function* corpus(seed: string, rounds: number): Generator<CorpusDocument, void, undefined> {
  const reports = reportPool(seed)
  for (const format of SAMPLE_FORMATS)
    for (const layout of layoutsOf(format))
      for (const damage of damageOf(format)) {
        if (layout && damage && !canMeet(layout, damage)) continue
        for (let round = 1; round <= rounds; round += 1)
          yield corpusDocument(reports, seed, format, layout, damage, round)
      }
}

/** One document of the corpus. */
export function corpusDocument(
  reports: readonly SampleReport[],
  seed: string,
  format: SampleFormat,
  layout: Dirt | null,
  damage: Dirt | null,
  round: number,
): CorpusDocument {
  const own = `${seed}/${format}/${layout?.name ?? 'plain'}/${damage?.name ?? 'clean'}/${round}`
  const stream = random(own)
  const kinds = [damage, layout].flatMap((kind) => kind ?? [])
  const document = writeDocument(stream.pick(reports), format, kinds, stream)
  return { format, layout, damage, seed: own, document }
}
