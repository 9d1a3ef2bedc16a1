import { drawDirt } from './dirt'
import type { Dirt, SampleFormat } from './dirtKind'
import { random } from './random'
import { writeDocument } from './sampleDocument'
import type { SampleDocument } from './sampleDocument'
import { sampleReports } from './sampleReports'
import { zipOldStyle } from './zipOldStyle'

export interface SampleOptions {
  readonly agencies: number
  /** Ascending without a gap, from 2019. */
  readonly years: readonly number[]
  readonly seed: string
  /** Taken by turns; none means docx. */
  readonly formats: readonly SampleFormat[]
  /** Whether agencies, by turns with the formats, send a zip archive of their reports whose names are GBK, as old programs write them. */
  readonly zipped: boolean
  /** Kinds to draw from, up to two for each document; empty for clean documents. */
  readonly dirt: readonly Dirt[]
}

/** A file of the sample folder with the documents in it. */
export interface SampleFile {
  /** Path in the folder, separators `/`. */
  readonly path: string
  readonly bytes: Uint8Array
  /** `member` is the path inside an archive. */
  readonly documents: readonly { readonly member?: string; readonly document: SampleDocument }[]
}

const MOST_DIRT = 2

/** Writes fictional reports: a file for each, in a folder for each year; or an archive for each agency. Agency by agency, so that memory stays small. */
export function* sampleFiles(options: SampleOptions): Generator<SampleFile, void, undefined> {
  const formats: readonly SampleFormat[] = options.formats.length > 0 ? options.formats : ['docx']
  const stream = random(options.seed)
  let index = 0
  let agency = -1
  let archive: { readonly path: string; readonly bytes: Uint8Array; readonly document: SampleDocument }[] = []
  for (const report of sampleReports(options.agencies, options.years, stream)) {
    if (report.year === options.years[0]) agency++
    const own = stream.fork(`${report.agency}/${report.year}`)
    const format = formats[index % formats.length] ?? 'docx'
    index++
    const document = writeDocument(report, format, drawDirt(options.dirt, format, MOST_DIRT, own), own)
    const name = `${report.agency}${report.year}年政府信息公开工作年度报告.${format}`
    if (!options.zipped || agency % (options.formats.length + 1) !== options.formats.length) {
      yield { path: `${report.year}/${name}`, bytes: document.bytes, documents: [{ document }] }
      continue
    }
    archive.push({ path: `${report.year}/${name}`, bytes: document.bytes, document })
    if (report.year === options.years.at(-1)) {
      yield {
        path: `${report.agency}.zip`,
        bytes: zipOldStyle(archive),
        documents: archive.map((member) => ({ member: member.path, document: member.document })),
      }
      archive = []
    }
  }
}
