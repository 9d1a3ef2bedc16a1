import type { Agency } from '@/register/agency'

/** What of an agency wants a look. */
export const NEEDS = ['doubt', 'parent', 'system', 'region', 'reports'] as const
export type Need = (typeof NEEDS)[number]

/** What is known of the register besides its rows. */
export interface NeedBasis {
  /** Whether the register has it, so that a parent is one. */
  readonly has: (agency: string) => boolean
  readonly reports: (agency: string) => number
  /** Whether it may be another entry's double. */
  readonly doubtful: (agency: string) => boolean
}

/** Governments, townships and zones belong to no system; vertical bodies and those of the centre, and a government that sums others, have no parent by nature. */
export function needsOf(agency: Agency, { has, reports, doubtful }: NeedBasis): Need[] {
  const { id, kind, level, scope, parent, region, system } = agency
  const isBody = kind === 'government' || kind === 'township' || kind === 'zone'
  const alone = kind === 'vertical' || level === 'national' || scope === 'summed'
  const wanting: Readonly<Record<Need, boolean>> = {
    doubt: doubtful(id),
    parent: !alone && (parent === null || !has(parent)),
    system: !isBody && system === null,
    region: region === '' && level !== 'national',
    reports: reports(id) === 0,
  }
  return NEEDS.filter((need) => wanting[need])
}
