import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DIRT, drawDirt } from '@/sample/dirt'
import { SAMPLE_FORMATS } from '@/sample/dirtKind'
import type { Random } from '@/sample/random'
import { random } from '@/sample/random'
import { writeDocument } from '@/sample/sampleDocument'
import type { SampleReport } from '@/sample/sampleReport'
import { sampleReports } from '@/sample/sampleReports'

const YEARS = [2019, 2020, 2021, 2022, 2023, 2024]
const FIXTURES = join(import.meta.dirname, '../fixtures')

/** Formats that nobody here writes: their files lie in the fixtures. */
const FIXTURE_FORMATS = ['doc', 'xls', 'pdf'] as const

/** Where the fixtures of a format are; the program may run from a bundle elsewhere. */
export interface Sources {
  /** Formats of which there are whole documents to damage. */
  readonly formats: readonly string[]
  /** Bytes of a whole document of a format. */
  readonly draw: (format: string, random: Random) => Uint8Array
}

/** A report of the fictional agencies. */
export function drawReport(stream: Random): SampleReport {
  return stream.pick(reports)
}

const reports = [...sampleReports(40, YEARS, random('mutants'))]

/** Whole documents: written by the sample writers, or from a folder of fixtures for the formats that these do not write. */
export function sources(fixtures = FIXTURES): Sources {
  const found = new Map<string, readonly Uint8Array[]>()
  for (const format of FIXTURE_FORMATS) {
    const folder = join(fixtures, format)
    const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(`.${format}`)) : []
    if (names.length > 0)
      found.set(
        format,
        names.sort().map((name) => Uint8Array.from(readFileSync(join(folder, name)))),
      )
  }
  const written = SAMPLE_FORMATS.filter((format) => !found.has(format))
  return {
    formats: [...written, ...found.keys()],
    draw(format, stream) {
      const fixed = found.get(format)
      if (fixed) return stream.pick(fixed)
      const own = SAMPLE_FORMATS.find((one) => one === format)
      if (!own) throw new Error(`no documents of format ${format}`)
      return writeDocument(drawReport(stream), own, drawDirt(DIRT, own, 2, stream), stream).bytes
    },
  }
}
