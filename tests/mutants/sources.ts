import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DIRT, drawDirt } from '@/sample/dirt'
import { SAMPLE_FORMATS } from '@/sample/dirtKind'
import type { SampleFormat } from '@/sample/dirtKind'
import type { Random } from '@/sample/random'
import { random } from '@/sample/random'
import { writeDocument } from '@/sample/sampleDocument'
import type { SampleDocument } from '@/sample/sampleDocument'
import type { SampleReport } from '@/sample/sampleReport'
import { sampleReports } from '@/sample/sampleReports'
import { ofdOf } from './ofd'
import { flatPackage, webArchive } from './packed'

const YEARS = [2019, 2020, 2021, 2022, 2023, 2024]
const FIXTURES = join(import.meta.dirname, '../fixtures')

/** Formats that nobody here writes: where in the fixtures their files lie, and how their names end. */
const FIXTURE_FORMATS: Readonly<Record<string, readonly [folder: string, ending: string]>> = {
  doc: ['doc', '.doc'],
  rtf: ['doc', '.rtf'],
  xls: ['sheet', '.xls'],
  'excel-xml': ['sheet', '.xml'],
  pdf: ['pdf', '.pdf'],
}
const WORD_2003 = ['doc', '.xml'] as const

/** Does damage to a document before it is packed into another format. */
type Damage = (bytes: Uint8Array) => Uint8Array

/** Where the fixtures of a format are; the program may run from a bundle elsewhere. */
export interface Sources {
  /** Formats of which there are whole documents to damage. */
  readonly formats: readonly string[]
  /** Formats that pack a page as a whole: `draw` can damage it before. */
  readonly packed: ReadonlySet<string>
  /** Bytes of a whole document of a format. */
  readonly draw: (format: string, random: Random, damage?: Damage) => Uint8Array
}

/** A report of the fictional agencies. */
export function drawReport(stream: Random): SampleReport {
  return stream.pick(reports)
}

const reports = [...sampleReports(40, YEARS, random('mutants'))]

/** Whole documents: written by the sample writers, packed from what they write, or from a folder of fixtures for the formats that nobody here writes. */
export function sources(fixtures = FIXTURES): Sources {
  const writers = new Map<string, (stream: Random, damage: Damage) => Uint8Array>()
  for (const format of SAMPLE_FORMATS) writers.set(format, (stream) => sample(format, stream).bytes)
  for (const [format, place] of Object.entries(FIXTURE_FORMATS)) {
    const files = filesIn(fixtures, place)
    if (files.length > 0) writers.set(format, (stream) => stream.pick(files))
  }
  const flatFiles = filesIn(fixtures, WORD_2003)
  writers.set('word-xml', (stream) =>
    flatFiles.length > 0 && stream.chance(0.5) ? stream.pick(flatFiles) : flatPackage(sample('docx', stream).bytes),
  )
  writers.set('mht', (stream, damage) => webArchive(damage(sample('html', stream).bytes), stream))
  writers.set('ofd', (stream) => ofdOf(sample('docx', stream).truth.draft))
  return {
    formats: [...writers.keys()],
    packed: new Set(['mht']),
    draw(format, stream, damage = (bytes) => bytes) {
      const write = writers.get(format)
      if (!write) throw new Error(`no documents of format ${format}`)
      return write(stream, damage)
    },
  }
}

function sample(format: SampleFormat, stream: Random): SampleDocument {
  return writeDocument(drawReport(stream), format, drawDirt(DIRT, format, 2, stream), stream)
}

function filesIn(fixtures: string, [name, ending]: readonly [string, string]): Uint8Array[] {
  const folder = join(fixtures, name)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .sort()
    .map((file) => Uint8Array.from(readFileSync(join(folder, file))))
}
