import { DIRT, drawDirt } from '@/sample/dirt'
import { SAMPLE_FORMATS } from '@/sample/dirtKind'
import type { Dirt, SampleFormat } from '@/sample/dirtKind'
import { random } from '@/sample/random'
import type { Random } from '@/sample/random'
import { writeDocument } from '@/sample/sampleDocument'
import type { Soiled } from '@/sample/soiled'
import { BYTE_MUTATIONS, spliced } from './byteMutations'
import { TEXT_MUTATIONS } from './markupMutations'
import type { TextMutation } from './markupMutations'
import { PACKAGE_MUTATIONS } from './packageMutations'
import { RTF_MUTATIONS } from './rtfMutations'
import { SAID_MUTATIONS } from './saidMutations'
import { drawReport } from './sources'
import type { Sources } from './sources'

/** A damaged document. */
export interface Mutant {
  readonly kind: string
  readonly bytes: Uint8Array
  /** What it still says, where that is known. */
  readonly truth: Soiled | null
}

/** How many of the mutants have their figures or rows changed rather than their bytes. */
const SAID = 0.25
const SPLICED = 0.05
/** How many of the mutants of a format that packs a page have the page damaged and then packed. */
const DAMAGED_BEFORE = 0.4

/** The mutant of a format with that number; the same in every run. */
export function mutantOf(sources: Sources, format: string, seed: string, number: number): Mutant {
  const stream = random(`${seed}/${format}/${number}`)
  const written = SAMPLE_FORMATS.find((one) => one === format)
  if (written && stream.chance(SAID)) return saidMutant(written, stream)
  if (sources.packed.has(format) && stream.chance(DAMAGED_BEFORE)) return packedMutant(sources, format, stream)
  const whole = sources.draw(format, stream)
  if (stream.chance(SPLICED))
    return { kind: 'spliced', bytes: spliced(whole, sources.draw(format, stream), stream), truth: null }
  const mutations = mutationsOf(whole)
  const kind = stream.pick(Object.keys(mutations))
  return { kind, bytes: mutations[kind]?.(whole, stream) ?? whole, truth: null }
}

function packedMutant(sources: Sources, format: string, stream: Random): Mutant {
  let kind = ''
  const bytes = sources.draw(format, stream, (page) => {
    const mutations = mutationsOf(page)
    kind = stream.pick(Object.keys(mutations))
    return mutations[kind]?.(page, stream) ?? page
  })
  return { kind: `page: ${kind}`, bytes, truth: null }
}

function saidMutant(format: SampleFormat, stream: Random): Mutant {
  const kind = stream.pick(Object.keys(SAID_MUTATIONS))
  const soil = SAID_MUTATIONS[kind] ?? ((soiled) => soiled)
  const mutation: Dirt = { name: kind, label: { zh: kind, en: kind }, formats: [format], touches: [], soil }
  const dirt = drawDirt(DIRT, format, 2, stream)
  const { bytes, truth } = writeDocument(drawReport(stream), format, [mutation, ...dirt], stream)
  return { kind: [kind, ...dirt.map(({ name }) => name)].join(' + '), bytes, truth }
}

type Mutations = Readonly<Record<string, (bytes: Uint8Array, random: Random) => Uint8Array>>

/** What can be done to a file of this kind: to its bytes, and to its markup, its lines or the members of its package. */
function mutationsOf(bytes: Uint8Array): Mutations {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return { ...BYTE_MUTATIONS, ...PACKAGE_MUTATIONS }
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return BYTE_MUTATIONS
  return { ...BYTE_MUTATIONS, ...(bytes[0] === 0x7b ? RICH_TEXT : MARKUP) }
}

/** Mutations of text on the bytes of one, a character a byte so that every encoding stays as it is; what is put in is UTF-8. */
const onBytes = (mutations: Readonly<Record<string, TextMutation>>): Mutations =>
  Object.fromEntries(
    Object.entries(mutations).map(([name, mutate]) => [
      name,
      (bytes: Uint8Array, stream: Random) => {
        const text = Buffer.from(bytes).toString('latin1')
        const changed = mutate(text, stream)
        return changed === text ? bytes : toBytes(changed)
      },
    ]),
  )

const MARKUP = onBytes(TEXT_MUTATIONS)
const RICH_TEXT = onBytes(RTF_MUTATIONS)

function toBytes(text: string): Uint8Array {
  const parts = text.match(/[\u0000-\u00ff]+|[^\u0000-\u00ff]+/gu) ?? []
  return Uint8Array.from(
    Buffer.concat(parts.map((part) => Buffer.from(part, (part.codePointAt(0) ?? 0) > 0xff ? 'utf8' : 'latin1'))),
  )
}
