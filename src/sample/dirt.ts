import { DOCUMENT_DIRT } from './dirtDocument'
import { FORMAT_DIRT } from './dirtFormats'
import type { Dirt, SampleFormat } from './dirtKind'
import { LABEL_DIRT } from './dirtLabels'
import { LAYOUT_DIRT } from './dirtLayout'
import { VALUE_DIRT } from './dirtValues'
import type { Random } from './random'

/** Every kind of damage, by what it touches. */
export const DIRT: readonly Dirt[] = [...DOCUMENT_DIRT, ...LABEL_DIRT, ...VALUE_DIRT, ...LAYOUT_DIRT, ...FORMAT_DIRT]

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
    if (drawn.every((other) => !other.touches.some((part) => dirt.touches.includes(part)))) drawn.push(dirt)
  }
  return drawn
}
