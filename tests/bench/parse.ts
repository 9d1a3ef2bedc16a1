import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
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
/** Formats that the sample writers do not write, and the folders of the fixtures where whole files of them lie. */
const FIXTURE_FORMATS = [
  ['doc', 'doc'],
  ['rtf', 'doc'],
  ['xls', 'sheet'],
  ['pdf', 'pdf'],
] as const

interface Written {
  readonly path: string
  readonly bytes: Uint8Array
  /** What the file says was received; absent where nobody wrote it down. */
  readonly received?: number | null
}

/** Another program's work on the same file, in the same rounds. */
interface Peer {
  readonly name: string
  readonly run: (file: Written) => Promise<void>
}

/**
 * Reports a second that are read into values with provenance, issues and sections, by format. Beside docx, mammoth turns the same files into HTML, beside PDF
 * pdf.js takes out their bare text, in the same rounds, file by file in turns; both do less: no value is found in it. `fixtures`: the folder of whole files.
 */
export async function benchParsing(files: number, rounds: number, fixtures: string): Promise<BenchLine[]> {
  const lines: BenchLine[] = []
  for (const format of SAMPLE_FORMATS)
    lines.push(await benchFormat(format, write(format, files), rounds, format === 'docx' ? MAMMOTH : null))
  for (const [format, room] of FIXTURE_FORMATS) {
    const found = fixturesOf(join(fixtures, room), format)
    lines.push(await benchFormat(format, found, rounds, format === 'pdf' ? await pdfText() : null))
  }
  return lines
}

async function benchFormat(
  format: string,
  files: readonly Written[],
  rounds: number,
  peer: Peer | null,
): Promise<BenchLine> {
  const ours: number[] = []
  const theirs: number[] = []
  for (let round = -1; round < rounds; round++) {
    const spent = await measure(files, peer)
    if (round < 0) continue
    ours.push(files.length / spent.ours)
    theirs.push(files.length / spent.theirs)
  }
  const value = median(ours)
  return {
    bench: 'parse',
    n: files.length,
    metric: format,
    value: rounded(value * 1000),
    unit: 'reports/s',
    vs: peer?.name ?? null,
    ratio: peer ? rounded(value / median(theirs)) : null,
  }
}

/** The whole files of a format among the fixtures. */
function fixturesOf(folder: string, format: string): Written[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(`.${format}`))
  return names.sort().map((name) => ({ path: name, bytes: Uint8Array.from(readFileSync(join(folder, name))) }))
}

/** Milliseconds over all files, ours and the peer's. */
async function measure(written: readonly Written[], peer: Peer | null): Promise<{ ours: number; theirs: number }> {
  let ours = 0
  let theirs = 0
  for (const file of written) {
    const start = performance.now()
    await parse(file)
    ours += performance.now() - start
    if (!peer) continue
    const peerStart = performance.now()
    await peer.run(file)
    theirs += performance.now() - peerStart
  }
  return { ours, theirs }
}

async function parse({ path, bytes, received }: Written): Promise<void> {
  const { value: first } = await parseFile({ path, bytes }).next()
  if (!first || !first.ok) throw new Error(`${path} gave no report`)
  const read = first.value.cells[RECEIVED]?.value ?? null
  if (received !== undefined && read !== received)
    throw new Error(`${path}: ${String(read)} was read for ${String(received)}`)
}

const MAMMOTH: Peer = {
  name: 'mammoth',
  run: async ({ path, bytes }) => {
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })
    if (!value.includes('<table')) throw new Error(`mammoth found no table in ${path}`)
  },
}

/** The part of pdf.js that takes the text out of a file. */
interface PdfText {
  readonly getDocument: (source: { data: Uint8Array; isEvalSupported: false; verbosity: 0 }) => {
    readonly promise: Promise<{
      readonly numPages: number
      readonly getPage: (page: number) => Promise<{ readonly getTextContent: () => Promise<{ items: unknown[] }> }>
      readonly destroy: () => Promise<void>
    }>
  }
}

/** Bare text extraction by pdf.js, every page; `null` where it is not installed. */
async function pdfText(): Promise<Peer | null> {
  const name = 'pdfjs-dist/legacy/build/pdf.mjs'
  let library: PdfText
  try {
    library = (await import(/* @vite-ignore */ name)) as PdfText
  } catch {
    return null
  }
  return {
    name: 'pdf.js, text alone',
    run: async ({ path, bytes }) => {
      // It takes the bytes away with it.
      const source = { data: bytes.slice(), isEvalSupported: false, verbosity: 0 } as const
      const document = await library.getDocument(source).promise
      let items = 0
      for (let page = 1; page <= document.numPages; page += 1)
        items += (await (await document.getPage(page)).getTextContent()).items.length
      await document.destroy()
      if (items === 0) throw new Error(`pdf.js found no text in ${path}`)
    },
  }
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
