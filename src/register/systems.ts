import type { Label } from '../form/version'
import type { SystemId } from './agency'

/** A system (条线) that agencies at every level share, with the words of a name that tell it. */
export interface System extends Label {
  readonly id: SystemId
  readonly pattern: RegExp
}

/** In the order in which a name is tried. */
export const SYSTEMS: readonly System[] = [{ id: 'finance', zh: '财政', en: 'Finance', pattern: /财政/u }]

/** The system that a name tells, or null. */
export function systemOf(name: string): SystemId | null {
  return SYSTEMS.find(({ pattern }) => pattern.test(name))?.id ?? null
}

/** Chinese and English name of a system; undefined for an id from outside that is none. */
export function systemLabel(id: SystemId): Label | undefined {
  return SYSTEMS.find((system) => system.id === id)
}
