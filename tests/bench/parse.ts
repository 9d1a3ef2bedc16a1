import mammoth from 'mammoth'
import { parseFile } from '@/extract/parse'
import type { FieldId } from '@/form/fields'
import { SAMPLE_FORMATS } from '@/sample/dirtKind'
import type { SampleFormat } from '@/sample/dirtKind'
import { sampleFiles } from '@/sample/sampleFiles'
import { median, rounded } from './line'
import type { BenchLine } from './line'

const YEARS = [2019, 2020, 2021, 2022, 2023, 2024]
const RECEIVED: FieldId = 'requests.received.total'

interface Written {
  readonly path: string
  readonly bytes: Uint8Array
  readonly received: number | null
}

/**
 * Reports a second that are read into values with provenance, issues and sections, by format. Beside docx, mammoth turns the same files into HTML in the same rounds,
 * file by file in turns; it does less: no value is found in it.
 */
export async function benchParsing(files: number, rounds: number): Promise<BenchLine[]> {
  const lines: BenchLine[] = []
  for (const format of SAMPLE_FORMATS) {
    const written = write(format, files)
    const peer = format === 'docx' ? withMammoth : null
    const ours: number[] = []
    const theirs: number[] = []
    for (let round = -1; round < rounds; round++) {
      const spent = await measure(written, peer)
      if (round < 0) continue
      ours.push(files / spent.ours)
      theirs.push(files / spent.theirs)
    }
    const value = median(ours)
    lines.push({
      bench: 'parse',
      n: files,
      metric: format,
      value: rounded(value * 1000),
      unit: 'reports/s',
      vs: peer ? 'mammoth' : null,
      ratio: peer ? rounded(value / median(theirs)) : null,
    })
  }
  return lines
}

/** Milliseconds over all files, ours and the peer's. */
async function measure(
  written: readonly Written[],
  peer: ((file: Written) => Promise<void>) | null,
): Promise<{ ours: number; theirs: number }> {
  let ours = 0
  let theirs = 0
  for (const file of written) {
    const start = performance.now()
    await parse(file)
    ours += performance.now() - start
    if (!peer) continue
    const peerStart = performance.now()
    await peer(file)
    theirs += performance.now() - peerStart
  }
  return { ours, theirs }
}

async function parse({ path, bytes, received }: Written): Promise<void> {
  const { value: first } = await parseFile({ path, bytes }).next()
  if (!first || !first.ok) throw new Error(`${path} gave no report`)
  const read = first.value.cells[RECEIVED]?.value ?? null
  if (read !== received) throw new Error(`${path}: ${String(read)} was read for ${String(received)}`)
}

async function withMammoth({ path, bytes }: Written): Promise<void> {
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })
  if (!value.includes('<table')) throw new Error(`mammoth found no table in ${path}`)
}

function write(format: SampleFormat, files: number): Written[] {
  const written: Written[] = []
  const options = { agencies: Math.ceil(files / YEARS.length), years: YEARS, seed: 'bench', zipped: false, dirt: [] }
  for (const { path, bytes, documents } of sampleFiles({ ...options, formats: [format] })) {
    const received = documents[0]?.document.truth.report.values[RECEIVED] ?? null
    written.push({ path, bytes, received })
    if (written.length === files) break
  }
  return written
}
