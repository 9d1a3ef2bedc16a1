import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { COLOURS, ON_FILL } from '@/charts/colours'
import type { ColourName, FillName } from '@/charts/colours'
import { APPLICANT_FILLS, HIGHLIGHTS, OUTCOME_FILLS, RESULT_FILLS } from '@/charts/sets'
import { contrast, distance, SIGHTS } from './colourSight'

const THEMES = ['light', 'dark'] as const
const property = (name: string): string => `--${name.replace(/(?<=[a-z])[A-Z]/gu, (sign) => `-${sign.toLowerCase()}`)}`

/** The custom properties of the style sheet: the light block first, then the dark ones. */
async function tokenBlocks(): Promise<Map<string, string>[]> {
  const css = await readFile('src/ui/styles/tokens.css', 'utf8')
  return css
    .split(/:root[^{]*\{/u)
    .slice(1)
    .map(
      (block) =>
        new Map(
          [...block.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6})\b/giu)].map(([, name, value]) => [
            name ?? '',
            (value ?? '').toLowerCase(),
          ]),
        ),
    )
    .filter((block) => block.has('--paper') && block.has('--ink'))
}

describe('colours', () => {
  it('are the same in the style sheet and in the charts', async () => {
    const [light, ...darks] = await tokenBlocks()
    expect(darks.length).toBeGreaterThan(0)
    for (const [theme, blocks] of [
      ['light', [light]],
      ['dark', darks],
    ] as const)
      for (const block of blocks) {
        for (const [name, value] of Object.entries(COLOURS[theme]))
          expect([name, block?.get(property(name))]).toEqual([name, value])
        for (const [name, value] of Object.entries(ON_FILL[theme]))
          expect([name, block?.get(property(name).replace('--', '--on-'))]).toEqual([name, value])
      }
  })

  it.each(THEMES)('are readable as text and visible as marks, %s', (theme) => {
    const { paper, sunken, ...rest } = COLOURS[theme]
    for (const name of ['ink', 'ink2', 'ink3', 'accent', 'error', 'warning', 'info', 'repaired', 'corrected'] as const)
      for (const ground of [paper, sunken]) expect([name, contrast(rest[name], ground) >= 4.5]).toEqual([name, true])
    for (const name of [...HIGHLIGHTS, ...Object.values(OUTCOME_FILLS), ...Object.values(RESULT_FILLS)])
      expect([name, contrast(COLOURS[theme][name], paper) >= 3]).toEqual([name, true])
    for (const [name, text] of Object.entries(ON_FILL[theme]))
      expect([name, contrast(COLOURS[theme][name as FillName], text) >= 4.5]).toEqual([name, true])
  })

  const sets: readonly (readonly [string, readonly ColourName[], number])[] = [
    ['outcomes', Object.values(OUTCOME_FILLS), 12],
    ['applicants', Object.values(APPLICANT_FILLS), 12],
    ['results', Object.values(RESULT_FILLS), 12],
    ['highlights', HIGHLIGHTS, 12],
    ['years', ['y2019', 'y2020', 'y2021', 'y2022', 'y2023', 'y2024'], 7],
  ]
  it.each(sets)('of one set stay apart for every kind of sight: %s', (_name, members, least) => {
    for (const theme of THEMES)
      for (const [sight, matrix] of Object.entries(SIGHTS))
        for (const [at, one] of members.entries())
          for (const other of members.slice(at + 1))
            expect([
              theme,
              sight,
              one,
              other,
              distance(COLOURS[theme][one], COLOURS[theme][other], matrix) >= least,
            ]).toEqual([theme, sight, one, other, true])
  })
})
