import { describe, expect, it } from 'vitest'
import { FIGURE_KINDS } from '@/analysis/catalogue'
import { KEPT_LIMITS } from '@/analysis/keptLimits'
import { FILTER_PARAMS } from '@/analysis/params'
import { readDeck, readItem, readTemplate } from '@/analysis/readDeck'
import { readNote, readQuery, readQuestion, readView } from '@/analysis/readKept'
import type { Deck } from '@/analysis/kept'

const MADE = '2026-03-01T08:00:00.000Z'
const PNG = { type: 'image/png', base64: 'iVBORw0KGgoAAAANSUhEUg==', width: 40, height: 20 } as const

const deck = {
  id: 'd1',
  name: '三月例会',
  format: '4:3',
  frozen: MADE,
  template: { accent: '#0a7d5c', logo: PNG },
  made: MADE,
  changed: MADE,
  items: [
    { kind: 'section', id: 'i1', title: '总体' },
    { kind: 'text', id: 'i2', title: '说明', lines: ['第一行', '第二行'] },
    {
      kind: 'figure',
      id: 'i3',
      question: { kind: 'volumes', query: { years: '2023-2024', agencies: 'a1,a2' } },
      form: 'table',
      title: null,
      lines: null,
      seen: { columns: ['年', '件'], rows: [['2023', '5']] },
    },
  ],
  answers: { catalogue: { years: [2023] } },
} as const satisfies Deck & { answers: object }

describe('a deck that is read', () => {
  it('is what was written, through JSON', () => {
    expect(readDeck(JSON.parse(JSON.stringify(deck)))).toEqual(deck)
  })

  it('is none without an id, and at its defaults where the rest cannot be read', () => {
    for (const bad of [null, undefined, 7, 'deck', [], {}, { ...deck, id: '../x y' }, { ...deck, id: 3 }])
      expect(readDeck(bad)).toBeNull()
    expect(readDeck({ id: 'd', name: 4, format: '1:1', frozen: 'yes', template: [], items: {}, made: 'then' })).toEqual(
      {
        id: 'd',
        name: '',
        format: '16:9',
        frozen: null,
        template: {},
        items: [],
        made: '1970-01-01T00:00:00.000Z',
        changed: '1970-01-01T00:00:00.000Z',
      },
    )
  })

  it('rests on no answers unless it is frozen', () => {
    expect(readDeck({ ...deck, frozen: null })).not.toHaveProperty('answers')
  })

  it('keeps a figure of a kind that nobody knows, and leaves out items of other sorts and second ones of an id', () => {
    const figure = { kind: 'figure', id: 'n', question: { kind: 'of-the-future', query: { x: '1', 'a b': '2', y: 3 } } }
    expect(
      readDeck({ ...deck, items: [figure, { kind: 'video', id: 'v' }, { ...figure, form: 'table' }, 5] })?.items,
    ).toEqual([
      {
        kind: 'figure',
        id: 'n',
        question: { kind: 'of-the-future', query: { x: '1' } },
        form: 'chart',
        title: null,
        lines: null,
        seen: { columns: [], rows: [] },
      },
    ])
    expect(readItem({ ...figure, question: { kind: '<img src=x>', query: {} } })).toBeNull()
  })

  it('cuts what is too long or too much, and rids texts of what no document can hold', () => {
    const items = Array.from({ length: KEPT_LIMITS.items + 5 }, (_, index) => ({
      kind: 'text',
      id: `t${String(index)}`,
      title: `\u0000标\n题\ud83d ${'长'.repeat(1000)}`,
      lines: index > 0 ? [] : Array.from({ length: 200 }, () => `行\u0007\ufffe`.repeat(3000)),
    }))
    const read = readDeck({ ...deck, name: '名'.repeat(5000), items })
    expect(read?.name).toHaveLength(KEPT_LIMITS.name)
    expect(read?.items).toHaveLength(KEPT_LIMITS.items)
    const [first] = read?.items ?? []
    if (first?.kind !== 'text') throw new Error('no text')
    expect(first.title.startsWith('标 题 长')).toBe(true)
    expect(first.title.length).toBeLessThanOrEqual(KEPT_LIMITS.title)
    expect(first.lines).toHaveLength(KEPT_LIMITS.lines)
    expect(first.lines[0]).toMatch(/^行+$/u)
  })

  it('has tables whose rows are as long as the head', () => {
    const many = { columns: ['a', 'b'], rows: Array.from({ length: KEPT_LIMITS.cells }, () => ['1', '2']) }
    const cut = readItem({ ...deck.items[2], seen: many })
    expect(cut?.kind === 'figure' && cut.seen.rows.length).toBe(KEPT_LIMITS.cells / 2)
    const seen = { columns: ['a', 'b'], rows: [['1', '2', '3'], ['4'], 'no row', [5, '6']] }
    expect(readItem({ ...deck.items[2], seen })).toMatchObject({
      seen: {
        columns: ['a', 'b'],
        rows: [
          ['1', '2'],
          ['4', ''],
          ['', '6'],
        ],
      },
    })
  })
})

describe('a template that is read', () => {
  it('has colours of six digits and a picture that is one, and nothing else', () => {
    expect(readTemplate({ accent: '#ABCDEF', ink: 'red', paper: 'url(http://x)', logo: PNG, more: 1 })).toEqual({
      accent: '#abcdef',
      logo: PNG,
    })
  })

  it('has no logo of another type than it says, with other signs than base64, too large, or without its size', () => {
    const large = `iVBORw0KGgo${'A'.repeat(Math.ceil(KEPT_LIMITS.logo / 3) * 4 + 1)}`
    const logos = [
      { ...PNG, type: 'image/svg+xml' },
      { ...PNG, type: 'image/jpeg' },
      { ...PNG, base64: 'iVBORw0KGgo<script>==' },
      { ...PNG, base64: 'iVBORw0KGgoAAA=A' },
      { ...PNG, base64: 'iVBORw0KGgoAAA' },
      { ...PNG, base64: large },
      { ...PNG, width: 0 },
      { ...PNG, height: '20' },
    ]
    expect(large.length % 4).toBe(0)
    for (const logo of logos) expect(readTemplate({ logo })).toEqual({})
  })
})

describe('views and notes that are read', () => {
  const view = { id: 'v1', name: '各局 2024', page: 'compare', query: { years: '2024' }, made: MADE }
  const note = {
    id: 'n1',
    mark: { agency: 'a1', year: 2023, part: 'granted' },
    kind: 'volumes',
    text: '机构改革',
    by: '张',
    at: MADE,
  }

  it('are what was written', () => {
    expect(readView(view)).toEqual(view)
    const ofQuestion = { ...view, page: 'question/outcomes' }
    expect(readView(ofQuestion)).toEqual(ofQuestion)
    expect(readNote(note)).toEqual(note)
    expect(readNote({ ...note, kind: undefined })).not.toHaveProperty('kind')
    const bound = { ...note, of: { figure: 'rate.opened', regions: '临澜市' } }
    expect(readNote(JSON.parse(JSON.stringify(bound)))).toEqual(bound)
  })

  it('are none where they lead nowhere or say nothing', () => {
    for (const bad of [
      null,
      { ...view, page: '//elsewhere' },
      { ...view, page: 'a/b/c' },
      { ...view, name: '  ' },
      { ...view, id: '' },
    ])
      expect(readView(bad)).toBeNull()
    for (const bad of [
      { ...note, text: ' \n' },
      { ...note, text: 5 },
      { ...note, kind: ['volumes'] },
      { ...note, of: 'rate.opened' },
      { ...note, of: { figure: ['rate.opened'] } },
      { ...note, of: { regions: '地'.repeat(KEPT_LIMITS.param + 1) } },
      { ...note, kind: undefined, of: {} },
    ])
      expect(readNote(bad)).toBeNull()
  })

  it('have no mark that could stand for another', () => {
    expect(readNote({ ...note, mark: { agency: 5, year: '2023', part: '' } })?.mark).toEqual({})
    expect(readNote({ ...note, mark: { year: 2023.5, agency: 'a1' } })?.mark).toEqual({ agency: 'a1' })
    expect(readNote({ ...note, mark: 'all' })?.mark).toEqual({})
  })

  it('ask for every kind of figure that there is', () => {
    const names = [...Object.keys(FILTER_PARAMS), ...FIGURE_KINDS.flatMap(({ params }) => Object.keys(params))]
    const query = Object.fromEntries(names.map((name) => [name, '1']))
    for (const { id: kind } of FIGURE_KINDS) expect(readQuestion({ kind, query })).toEqual({ kind, query })
  })

  it('have queries of names and texts alone', () => {
    const hostile = JSON.parse('{"__proto__":"x","years":"2024","on":["a"],"x-y":"1"}') as unknown
    expect(readQuery(hostile)).toEqual({ years: '2024' })
    expect(readQuery({ agencies: 'a'.repeat(KEPT_LIMITS.param + 1) })).toEqual({})
    expect(
      Object.keys(readQuery(Object.fromEntries(Array.from({ length: 99 }, (_, at) => [`p${String(at)}`, '1'])))),
    ).toHaveLength(KEPT_LIMITS.params)
  })
})
