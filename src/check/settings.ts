import type { Agency } from '../register/agency'
import { STATUTORY, classOf } from '../register/deadlines'
import type { AgencyClass, Deadlines } from '../register/deadlines'

/** From where on a difference is worth a look. RULES.md is the source of every default unless said otherwise. */
export interface Thresholds {
  /** W6: how many times one year's figure is the other's, and by how many it differs; from or to 0 the latter alone. */
  readonly jump: { readonly times: number; readonly least: number }
  /** W5: 元 for 万元 is a factor of 10,000; what really changed in between is left a power of ten on either side. The larger amount must be `least` 万元. */
  readonly amount: { readonly low: number; readonly high: number; readonly least: number }
  /** W7: cells other than 0, no totals among them, that two reports have alike. */
  readonly sameCells: number
  /** W17: shared part (0–1) of two texts, statutory and common passages left out, and how many characters must be left (ours, by trial). */
  readonly text: { readonly ownYear: number; readonly otherAgency: number; readonly characters: number }
}

/** Thresholds and deadlines, as a person can change them. Plain data. */
export interface CheckSettings extends Deadlines {
  readonly thresholds: Readonly<Record<AgencyClass, Thresholds>>
  /** W17: a sentence that so many agencies have is common wording and counts for nothing: this many, and this share of all (ours, by trial). */
  readonly commonSentence: { readonly agencies: number; readonly share: number }
}

const THRESHOLDS: Thresholds = {
  jump: { times: 3, least: 20 },
  amount: { low: 1e3, high: 1e5, least: 100 },
  sameCells: 8,
  text: { ownYear: 0.85, otherAgency: 0.8, characters: 300 },
}

export const DEFAULT_SETTINGS: CheckSettings = {
  thresholds: { departments: THRESHOLDS, townships: THRESHOLDS, governments: THRESHOLDS },
  ...STATUTORY,
  commonSentence: { agencies: 8, share: 0.1 },
}

/** The thresholds that hold for an agency; one that the register lacks counts as a department. */
export function thresholdsFor(body: Agency | null, settings: CheckSettings): Thresholds {
  return settings.thresholds[body ? classOf(body) : 'departments']
}
