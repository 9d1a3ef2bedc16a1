import { fail } from '../failure'
import { LIMITS } from '../limits'
import type { XmlOutcome } from './scan'

/** Why a scan that did not come to its end gives no document; `null` for one that did. */
export function refusal(outcome: XmlOutcome): ReturnType<typeof fail> | null {
  switch (outcome) {
    case 'whole':
      return null
    case 'cut':
      return fail('unreadable', 'truncated')
    case 'declarations':
      return fail('unreadable', 'declarations')
    case 'too-long':
      return fail('too-large', 'too-many-parts', { limit: LIMITS.documentParts })
    case 'malformed':
      return fail('unreadable', 'damaged')
  }
}
