import { describe, expect, it } from 'vitest'
import { textFindings } from '@/check/text/textFindings'
import { MORE_TRAPS } from './moreTraps'
import { PLANTED } from './planted'
import { textReport } from './textReport'
import type { Told } from './textReport'
import { TRAPS } from './traps'

const ALL_TRAPS = [...TRAPS, ...MORE_TRAPS]

const rulesIn = (text: string, told?: Told): string[] =>
  textFindings(textReport(text, told)).map(({ rule, formula }) => `${rule} ${formula}`)

describe('sentences against tables', () => {
  it.each(ALL_TRAPS.map(([text, told]) => ({ text, told })))('is no accusation: $text', ({ text, told }) => {
    expect(rulesIn(text, told)).toEqual([])
  })

  it('the set is large enough, and half of it are traps', () => {
    expect(PLANTED.length + ALL_TRAPS.length).toBeGreaterThanOrEqual(150)
    expect(ALL_TRAPS.length).toBeGreaterThanOrEqual(PLANTED.length)
  })

  it('finds nine planted errors of ten', () => {
    const missed = PLANTED.filter(([rule, text, told]) => !rulesIn(text, told).some((found) => found.startsWith(rule)))
    expect(missed.length / PLANTED.length, missed.map(([, text]) => text).join('\n')).toBeLessThanOrEqual(0.1)
  })
})
