import { parseFile } from '@/extract/parse'
import type { FileError, Report, Result } from '@/report/report'
import { SAMPLE_FORMATS } from '@/sample/dirtKind'
import type { Soiled } from '@/sample/soiled'
import { corpus, corpusDocument, damageOf, reportPool } from './corpus'
import type { CorpusDocument } from './corpus'
import { browserConverter } from './browser'
import type { Conversion, Converter } from './conversion'
import { officeConverter } from './office'
import { addTally, emptyTally, tallyOf } from './tally'
import type { Tally } from './tally'

/** One place of the matrix. */
export interface Place {
  readonly format: string
  readonly layout: string
  readonly damage: string
  readonly tally: Tally
}

export interface Measured {
  readonly places: readonly Place[]
  /** What is wrong, in words, each with the seed of its document. */
  readonly wrong: readonly string[]
  /** Reasons for which whole kinds of files were refused. */
  readonly unread: ReadonlyMap<string, string>
  /** The programs that made documents of ours into others, with their versions. */
  readonly converters: readonly string[]
}

export interface MeasureOptions {
  readonly seed: string
  readonly rounds: number
  /** Told what is being done. */
  readonly say: (words: string) => void
  /** Given every document that is written. */
  readonly keep?: (path: string, bytes: Uint8Array) => void
}

class Matrix {
  readonly places = new Map<string, Place>()
  readonly wrong: string[] = []
  readonly unread = new Map<string, string>()

  async add(format: string, layout: string, found: CorpusDocument, bytes: Uint8Array): Promise<void> {
    const damage = found.damage?.name ?? 'clean'
    const key = [format, layout, damage].join(' ')
    const place = this.places.get(key) ?? { format, layout, damage, tally: emptyTally() }
    this.places.set(key, place)
    const results = await read(`来件.${format}`, bytes)
    const [first] = results
    if (first?.ok === false && first.error.code === 'unsupported') this.unread.set(format, first.error.reason)
    this.#judge(place, found.document.truth, results, `${found.seed} (${format}, ${layout})`)
  }

  #judge(place: Place, truth: Soiled, results: readonly Result<Report, FileError>[], seed: string): void {
    const { tally, wrong } = tallyOf(truth, results)
    addTally(place.tally, tally)
    for (const words of wrong) this.wrong.push(`${seed}: ${words}`)
  }
}

/** Reads a file into its reports. */
export async function read(path: string, bytes: Uint8Array): Promise<Result<Report, FileError>[]> {
  const results: Result<Report, FileError>[] = []
  for await (const result of parseFile({ path, bytes })) results.push(result)
  return results
}

/** Writes the corpus, reads it back, and counts what came of it; then the same with what other programs make of documents. */
export async function measure(options: MeasureOptions): Promise<Measured> {
  const { seed, rounds, say, keep } = options
  const matrix = new Matrix()
  let format = ''
  for (const found of corpus(seed, rounds)) {
    if (found.format !== format) say(`${(format = found.format)} …`)
    keep?.(`${found.seed.replaceAll('/', '-')}.${found.format}`, found.document.bytes)
    await matrix.add(found.format, found.layout?.name ?? 'plain', found, found.document.bytes)
  }
  const converters: string[] = []
  for (const converter of [officeConverter(), await browserConverter()]) {
    if (!converter) continue
    for (const conversion of converter.conversions) await addConverted(matrix, converter, conversion, options)
    await converter.end()
    converters.push(converter.version)
  }
  return { places: [...matrix.places.values()], wrong: matrix.wrong, unread: matrix.unread, converters }
}

async function addConverted(
  matrix: Matrix,
  { name, convert }: Converter,
  conversion: Conversion,
  { seed, say, keep }: MeasureOptions,
): Promise<void> {
  const from = SAMPLE_FORMATS.find((format) => format === conversion.from)
  if (!from) return
  say(`${name}: ${conversion.from} → ${conversion.to} …`)
  const reports = reportPool(seed)
  const kinds = damageOf(from).filter((damage) => !conversion.without?.includes(damage?.name ?? ''))
  const documents = kinds.map((damage) => corpusDocument(reports, seed, from, null, damage, 1))
  const made = await convert(conversion, documents)
  for (const [at, found] of documents.entries()) {
    const bytes = made[at]
    if (!bytes) continue
    keep?.(`${found.seed.replaceAll('/', '-')}-${name}.${conversion.to}`, bytes)
    await matrix.add(conversion.to, `${name} from ${conversion.from}`, found, bytes)
  }
}
