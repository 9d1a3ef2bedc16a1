import { beforeAll, describe, expect, it } from 'vitest'
import { askerOf } from '@/analysis/asker'
import { askFigure, FIGURE_KINDS } from '@/analysis/catalogue'
import type { PointNote } from '@/analysis/kept'
import { firstMark, notePoints, withYear } from '@/analysis/notePoints'
import { bindingOf, sameBinding, TELLING } from '@/analysis/noteBinding'
import { notesOf, withNotes } from '@/analysis/notesOf'
import type { NotedFigure } from '@/analysis/notesOf'
import type { Mark } from '@/charts/places'
import type { Lineage } from '@/register/lineage'
import { engineOf } from './engine'

const ENGINE = engineOf()
let agencies: readonly string[] = []

const note = (mark: Mark, more: Partial<PointNote> = {}): PointNote => ({
  id: JSON.stringify(mark),
  mark,
  text: '机构改革',
  by: '',
  at: '2025-01-01T00:00:00.000Z',
  ...more,
})
const figure = async (
  kind: string,
  query: Record<string, string> = {},
  series: readonly Lineage[] = [],
): Promise<NotedFigure> => {
  const question = { kind, query }
  const chart = await askFigure(askerOf(ENGINE), question)
  if (!chart) throw new Error('nothing to draw')
  return { question, chart, series }
}
const numbers = (of: NotedFigure, ...notes: PointNote[]) =>
  notesOf(of, notes).map(({ note: { id }, number }) => [id, number])

beforeAll(async () => {
  agencies = (await ENGINE.catalogue()).agencies.filter(({ scope }) => scope === 'own').map(({ id }) => id)
})

describe('the notes that concern a figure', () => {
  it('are those on its points and its years, numbered from 1 without gaps', async () => {
    const volumes = await figure('volumes')
    const [newest, before] = [...volumes.chart.basis.years].reverse()
    const year = (of: number | undefined): Mark => (of === undefined ? {} : { year: of })
    expect(
      numbers(volumes, note({ year: 1999 }), note(year(before)), note({ agency: 'elsewhere' }), note(year(newest))),
    ).toEqual([
      [JSON.stringify({ year: before }), 1],
      [JSON.stringify({ year: newest }), 2],
    ])
    // One year alone is told: it is no point of its drawing.
    const reasons = await figure('reasons')
    expect(numbers(reasons, note(year(reasons.chart.basis.years[0])))).toEqual([
      [JSON.stringify({ year: reasons.chart.basis.years[0] }), null],
    ])
  })

  it('are of its kind or of none', async () => {
    const volumes = await figure('volumes')
    const year = volumes.chart.basis.years[0] ?? 0
    const [own, others, all] = ['volumes', 'outcomes', undefined].map((kind) =>
      note({ year }, { id: kind ?? 'all', ...(kind !== undefined && { kind }) }),
    )
    if (!own || !others || !all) throw new Error('three notes')
    expect(numbers(volumes, own, others, all)).toEqual([
      ['volumes', 1],
      ['all', 2],
    ])
  })

  it('are of the very figure where they are bound to it', async () => {
    const bound = (to: NotedFigure, mark: Mark) =>
      note(mark, { kind: to.question.kind, of: bindingOf(to, mark), id: JSON.stringify([to.question, mark]) })
    const opened = await figure('compare')
    const year: Mark = { year: opened.chart.basis.years.at(-1) ?? 0 }
    const isOn = (of: NotedFigure, own: PointNote) => notesOf(of, [own]).length === 1
    const onYear = bound(opened, year)
    // How it is shown, and which years with it, is no other figure.
    const shownOtherwise = { sort: 'name', mode: 'lines', least: '0', years: String(year.year) }
    expect(isOn(await figure('compare', shownOtherwise), onYear)).toBe(true)
    expect(isOn(await figure('compare', { figure: 'rate.opened' }), onYear)).toBe(true)
    expect(isOn(await figure('compare', { figure: 'rate.refused' }), onYear)).toBe(false)
    expect(isOn(await figure('compare', { kinds: 'department' }), onYear)).toBe(false)
    expect(isOn(opened, note(year, { kind: 'compare' }))).toBe(true)

    // An agency's number is the same whomever it stands among.
    const [agency] = notePoints(opened).agencies
    if (agency === undefined) throw new Error('no agency')
    const inRow = bound(opened, withYear({ agency }, notePoints(opened)))
    expect(isOn(await figure('compare', { agencies: agency }), inRow)).toBe(true)
    expect(isOn(await figure('compare', { figure: 'rate.refused' }), inRow)).toBe(false)

    const refused = await figure('reasons')
    const whole = bound(refused, year)
    expect(isOn(refused, whole)).toBe(true)
    expect(isOn(await figure('reasons', { reasons: 'unavailable' }), whole)).toBe(false)
  })

  it('know of every kind which switches make another figure of it', () => {
    // Where a figure is not itself the way between two years, the other year is only beside the one told, or in the sentences.
    const between = ['slope', 'waterfall']
    for (const { id, params } of FIGURE_KINDS) {
      const telling = ['figure', 'reasons', 'by', ...(between.includes(id) ? ['from'] : [])]
      expect([id, (TELLING[id] ?? []).filter((name) => telling.includes(name)).sort()]).toEqual([
        id,
        Object.keys(params)
          .filter((name) => telling.includes(name))
          .sort(),
      ])
    }
  })

  it('are bound to what a figure came to measure, whatever it was asked for', async () => {
    const fallen = await figure('waterfall')
    const year: Mark = { year: fallen.chart.basis.years.at(-1) ?? 0 }
    const own = bindingOf(fallen, year)
    expect(own).toEqual({ figure: 'requests.received.total', from: String(fallen.chart.basis.years[0]), by: 'agency' })
    const asked = await figure('waterfall', {
      figure: 'requests.received.total',
      from: String(fallen.chart.basis.years[0]),
    })
    expect(sameBinding(bindingOf(asked, year), own)).toBe(true)
    expect(sameBinding(bindingOf(await figure('waterfall', { by: 'outcome' }), year), own)).toBe(false)
  })

  it('follow an agency to whoever took its duties over, and stay where both are drawn', async () => {
    const ranking = await figure('ranking', { least: '0', every: '1' })
    const [shown, other] = notePoints(ranking).agencies
    if (shown === undefined || other === undefined) throw new Error('no agency')
    const gone = note(withYear({ agency: 'gone' }, notePoints(ranking)))
    expect(numbers(ranking, gone)).toEqual([])
    const series: Lineage[] = [{ head: shown, members: [shown, 'gone', other], changes: [] }]
    const joined = await figure('ranking', { least: '0', every: '1' }, series)
    const full = withYear({ agency: shown }, notePoints(joined))
    expect(notesOf(joined, [note({ ...full, agency: 'gone' })]).map(({ mark }) => mark.agency)).toEqual([shown])
    expect(notesOf(joined, [note({ ...full, agency: other })]).map(({ mark }) => mark.agency)).toEqual([other])
  })

  it('on the one agency that a figure is of stand on its years', async () => {
    const [agency, another] = agencies
    if (agency === undefined || another === undefined) throw new Error('no agency')
    const volumes = await figure('volumes', { agencies: agency })
    const year = volumes.chart.basis.years.at(-1) ?? 0
    const own = note({ agency, year })
    expect(notesOf(volumes, [own, note({ agency: another, year }), note({ agency })])).toEqual([
      { note: own, mark: { year }, number: 1 },
      { note: note({ agency }), mark: {}, number: null },
    ])
    expect(numbers(await figure('volumes'), own)).toEqual([])
  })

  it('are drawn as one line of text each, and leave the figures alone', async () => {
    const volumes = await figure('volumes')
    const year = volumes.chart.basis.years[0] ?? 0
    const noted = withNotes(volumes, [note({ year }, { text: '<b>机构</b>\n改革' })])
    expect(noted.notes[0]?.text.zh).toBe('¹ <b>机构</b> 改革。')
    expect(noted.table).toBe(volumes.chart.table)
    expect(withNotes(volumes, [note({ year: 1999 })])).toBe(volumes.chart)
  })
})

describe('what a note can be on', () => {
  it('is every year, agency and part that the figure shows, each named', async () => {
    const outcomes = await figure('outcomes')
    const points = notePoints(outcomes)
    expect(points.years).toEqual([...outcomes.chart.basis.years].reverse())
    expect(points.parts.map(({ part }) => part)).toContain('granted')
    expect(points.parts.every(({ name }) => name.zh !== '' && name.en !== '')).toBe(true)
    expect(points.standing({ year: points.years[0] ?? 0, part: 'granted' })).toBe('point')
    expect(points.standing({ part: 'granted' })).toBeNull()
    expect(withYear({ part: 'granted' }, points)).toEqual({ part: 'granted', year: points.years[0] })
  })

  it('begins with what was pointed at, as far as the figure shows it', async () => {
    const outcomes = await figure('outcomes')
    const points = notePoints(outcomes)
    const year = points.years[1] ?? 0
    expect(firstMark({ year, part: 'granted' }, outcomes, points)).toEqual({ year, part: 'granted' })
    expect(firstMark({ year, part: 'natural' }, outcomes, points)).toEqual({ year })
    expect(firstMark(null, outcomes, points)).toEqual({ year: points.years[0] })
    const [agency] = agencies
    if (agency === undefined) throw new Error('no agency')
    const own = await figure('outcomes', { agencies: agency })
    expect(firstMark({ year }, own, notePoints(own))).toEqual({ agency, year })
  })
})
