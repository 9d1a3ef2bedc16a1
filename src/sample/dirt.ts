import { DOCUMENT_DIRT } from './dirtDocument'
import { FORMAT_DIRT } from './dirtFormats'
import type { Dirt, SampleFormat } from './dirtKind'
import { LABEL_DIRT } from './dirtLabels'
import { LAYOUT_DIRT } from './dirtLayout'
import { VALUE_DIRT } from './dirtValues'
import { WORKBOOK_DIRT } from './dirtWorkbook'
import type { Random } from './random'

/** Every kind of damage, by what it touches. */
export const DIRT: readonly Dirt[] = [
  ...DOCUMENT_DIRT,
  ...LABEL_DIRT,
  ...VALUE_DIRT,
  ...LAYOUT_DIRT,
  ...FORMAT_DIRT,
  ...WORKBOOK_DIRT,
]

/** What the writer of a format does, its encoding included: the layout of a document, as against damage to what it says. */
export const LAYOUTS: readonly Dirt[] = DIRT.filter(
  (dirt) => FORMAT_DIRT.includes(dirt) || dirt.touches.includes('encoding'),
)

/** Damage to what a document says, whatever its layout. */
export const DAMAGE: readonly Dirt[] = DIRT.filter((dirt) => !LAYOUTS.includes(dirt))

/** Whether two kinds can be on one document: they do not touch the same. */
export function canMeet(one: Dirt, other: Dirt): boolean {
  return !one.touches.some((part) => other.touches.includes(part))
}

/** The kind of that name, or undefined. */
export function dirtOf(name: string): Dirt | undefined {
  return DIRT.find((dirt) => dirt.name === name)
}

/** Draws up to `most` of some kinds that suit the format and do not touch the same. */
export function drawDirt(kinds: readonly Dirt[], format: SampleFormat, most: number, random: Random): Dirt[] {
  const fitting = kinds.filter(({ formats }) => formats.includes(format))
  const drawn: Dirt[] = []
  for (let tries = 0; tries < most && fitting.length > 0; tries++) {
    const dirt = random.pick(fitting)
    if (drawn.every((other) => canMeet(other, dirt))) drawn.push(dirt)
  }
  return drawn
}
