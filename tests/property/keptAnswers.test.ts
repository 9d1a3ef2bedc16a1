import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { askerOf } from '../../src/analysis/asker'
import type { Answers } from '../../src/analysis/asker'
import { askFigure, FIGURE_KINDS } from '../../src/analysis/catalogue'
import { askerOfAnswers, dataOfAnswers, KeptAnswerError } from '../../src/analysis/keptAnswers'
import { withNotes } from '../../src/analysis/notesOf'
import type { FigureQuestion } from '../../src/analysis/question'
import { changesSince, seenOf } from '../../src/analysis/seen'
import { captionOf } from '../../src/charts/caption'
import type { Chart } from '../../src/charts/chart'
import { tried } from '../../src/charts/tried'
import { writtenTable, writtenText } from '../../src/charts/writtenTable'
import { bareDrawing } from '../../src/exports/picture'
import { engineOf } from '../unit/analysis/engine'

const ENGINE = engineOf(24)
const SETTING = { filters: [], updated: null, example: false }
const NOTE = { id: 'note', mark: { year: 2023 }, text: '机构改革', by: '', at: '2025-01-01T00:00:00.000Z' }
const LEFT_OUT = Symbol('left out')
const RUNS = 30

type Json = null | boolean | number | string | Json[] | { [name: string]: Json }

const anything = fc.oneof(
  fc.constantFrom<Json | typeof LEFT_OUT>(null, LEFT_OUT, true, '', '<b>', [], {}, [null], { value: 1 }),
  fc.constantFrom(0, 1, -1, 0.5, 1e15, -1e15, 1e300, 2024, 2100, 2 ** 31, 1e-7),
  fc.constantFrom(
    '2024',
    '__proto__',
    'constructor',
    '未报',
    'own',
    'summed',
    '汇总',
    'x'.repeat(900),
    'x'.repeat(2_000),
  ),
  fc.integer(),
)

/** Every place of a value, as the names that lead to it. */
function placesOf(value: Json, before: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [[...before]]
  return [[...before], ...Object.entries(value).flatMap(([name, part]) => placesOf(part, [...before, name]))]
}

/** The value with another one at a place. */
function changed(
  value: Json,
  [name, ...further]: readonly string[],
  put: Json | typeof LEFT_OUT,
): Json | typeof LEFT_OUT {
  if (name === undefined || typeof value !== 'object' || value === null) return put
  const parts = Object.entries(value).flatMap(([own, part]): [string, Json][] => {
    const next = own === name ? changed(part, further, put) : part
    return next === LEFT_OUT ? [] : [[own, next]]
  })
  return Array.isArray(value) ? parts.map(([, part]) => part) : Object.fromEntries(parts)
}

/** All that pages and files do with a figure. */
function renderWhole(chart: Chart, question: FigureQuestion, answers: Answers): void {
  const { catalogue } = dataOfAnswers(answers)
  const noted = withNotes({ question, chart: tried(chart), series: catalogue?.series ?? [] }, [NOTE])
  const height = noted.heightAt(600)
  const { svg } = bareDrawing(noted, { language: 'zh', theme: 'dark', width: 600, height, scale: 1, decals: true })
  expect(svg).toContain('<svg')
  expect(/[^]{0,80}(?:NaN|undefined|\[object)[^]{0,80}/u.exec(svg)?.[0]).toBeUndefined()
  for (const language of ['zh', 'en'] as const) {
    expect(captionOf(noted, SETTING, language).title).not.toBe('')
    const texts = writtenTable(noted.table, language)
      .rows.flat()
      .map((cell) => writtenText(cell, language))
    for (const text of [...texts, ...chart.readings.map((reading) => reading[language])])
      expect(text).not.toMatch(/NaN|undefined|Infinity|\[object/u)
  }
  expect(changesSince(seenOf(chart), chart)).toEqual([])
  expect('next' in {}).toBe(false)
}

describe('kept answers of which one place was changed', () => {
  test.each(FIGURE_KINDS.map(({ id }) => id))('%s is refused, or drawn and told whole', async (kind) => {
    const asker = askerOf(ENGINE)
    const question = { kind, query: { every: '1', least: '0', peers: 'kind' } }
    expect(await askFigure(asker, question)).not.toBeNull()
    const kept = JSON.parse(JSON.stringify(await asker.answers())) as Record<string, Json>
    const whole = await askFigure(askerOfAnswers(kept), question)
    if (whole) renderWhole(whole, question, kept)
    const [query] = Object.keys(kept).filter((key) => key.startsWith('query '))
    const spoilt = changed(kept, [query ?? '', 'groups'], {}) as Answers
    await expect(askFigure(askerOfAnswers(spoilt), question)).rejects.toMatchObject({ at: 'groups' })
    const places = placesOf(kept).filter((place) => place.length > 0)
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...places), anything, async (place, put) => {
        const answers = changed(kept, place, put) as Answers
        let chart: Chart | null
        try {
          chart = await askFigure(askerOfAnswers(answers), question)
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(KeptAnswerError)
          return
        }
        if (!chart) return
        renderWhole(chart, question, answers)
      }),
      { numRuns: RUNS },
    )
  })
})
