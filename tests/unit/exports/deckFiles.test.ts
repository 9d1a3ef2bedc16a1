import { describe, expect, it } from 'vitest'
import type { DeckTemplate } from '@/analysis/kept'
import { deckPresentation } from '@/exports/deck/presentation'
import type { DeckPage } from '@/exports/deck/pages'
import { sheetName } from '@/exports/deck/sheetName'
import { pictureOf } from '@/exports/picture'
import { fitting, paintable, pictureSizeOf } from '@/exports/pictureChoice'
import { contrast } from '@/exports/pptx/contrast'
import { houseLook } from '@/ui/deck/houseStyle'
import { lookOf } from '@/exports/pptx/look'
import { captionOf } from '@/charts/caption'
import { cityCharts, CITY_HEAD, pageOf } from './cityFigures'
import { named, plain, tablesIn, textsOf } from './readOut'

const DOT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const TEMPLATE: DeckTemplate = {
  accent: '#a3262a',
  paper: '#102030',
  logo: { type: 'image/png', base64: DOT, width: 300, height: 100 },
}
const PAGES: readonly DeckPage[] = [
  {
    kind: 'text',
    title: '要点',
    lines: Array.from({ length: 40 }, (_, at) => `第 ${at} 点，说得长一些，占去一行的大半。`),
  },
  { kind: 'section', title: '一、多少' },
  ...cityCharts.flatMap((chart) => [
    pageOf(chart, { changed: ['2024 新收：由 1 到 2'] }),
    pageOf(chart, { form: 'number' }),
    pageOf(chart, { form: 'reading' }),
  ]),
]
const made = (format: '16:9' | '4:3', template: DeckTemplate = {}) =>
  deckPresentation({ head: { ...CITY_HEAD, format, template }, pages: PAGES })

describe('a deck as a presentation', () => {
  it('has no relation to a part that is not there, and no type of one', async () => {
    await made('4:3')
    const bytes = await made('16:9', TEMPLATE)
    const parts = textsOf(bytes)
    const types = parts.get('[Content_Types].xml') ?? ''
    const overrides = [...types.matchAll(/PartName="\/([^"]+)"/gu)].map(([, name = '']) => name)
    expect(overrides.filter((name) => name.endsWith('.xml') && !parts.has(name))).toEqual([])
    for (const file of named(parts, /\.rels$/u))
      for (const [, target = ''] of (parts.get(file) ?? '').matchAll(/Target="([^"]+\.xml)"/gu)) {
        const path = target.startsWith('/')
          ? target.slice(1)
          : new URL(target, `http://x/${file.replace('_rels/', '')}`).pathname.slice(1)
        expect(`${file} ${path} ${String(parts.has(path))}`).toBe(`${file} ${path} true`)
      }
  })

  it('has notes with what has changed on every page of a figure, fonts for Chinese on every run, and one chart part a chart', async () => {
    const parts = textsOf(await made('4:3', TEMPLATE))
    const notes = named(parts, /^ppt\/notesSlides\/notesSlide\d+\.xml$/u).map((name) => parts.get(name) ?? '')
    expect(notes.filter((xml) => xml.includes('2024 新收：由 1 到 2'))).toHaveLength(cityCharts.length)
    for (const xml of notes.filter((one) => one.includes('由 1 到 2'))) expect(xml).not.toContain('\n来源')
    for (const name of named(parts, /^ppt\/slides\/slide\d+\.xml$/u))
      for (const [run] of (parts.get(name) ?? '').matchAll(/<a:rPr [^>]*>.*?<\/a:rPr>/gsu))
        expect(run.includes('<a:latin') === run.includes('<a:ea')).toBe(true)
    // Names stand beside the plot, where no bar below zero covers them.
    for (const name of named(parts, /^ppt\/charts\/chart\d+\.xml$/u))
      expect(/<c:catAx>.*?<\/c:catAx>/su.exec(parts.get(name) ?? '')?.[0]).toContain('<c:tickLblPos val="low"/>')
    expect(named(parts, /^ppt\/charts\/chart\d+\.xml$/u)).toHaveLength(
      cityCharts.reduce((sum, { native = [] }) => sum + native.length, 0),
    )
  })

  it('goes on over pages rather than beyond their edge, and numbers them', async () => {
    const parts = textsOf(await made('16:9'))
    const texts = named(parts, /^ppt\/slides\/slide\d+\.xml$/u).map((name) => plain(parts.get(name) ?? ''))
    expect(texts.filter((xml) => xml.includes('说得长一些')).length).toBeGreaterThan(1)
    for (let at = 0; at < 40; at++) expect(texts.filter((xml) => xml.includes(`第 ${String(at)} 点`))).toHaveLength(1)
    expect(parts.get('ppt/slideLayouts/slideLayout3.xml') ?? '').toContain('type="slidenum"')
  })

  it('shows the leading numbers of the newest year large', async () => {
    const [volumes] = cityCharts.slice(1)
    const parts = textsOf(
      await deckPresentation({ head: CITY_HEAD, pages: volumes ? [pageOf(volumes, { form: 'number' })] : [] }),
    )
    const last = volumes?.table.rows.at(-1)
    const slide = plain(parts.get('ppt/slides/slide2.xml') ?? '')
    for (const cell of last?.slice(1, 4) ?? [])
      expect(slide).toContain(`>${cell.kind === 'number' ? String(cell.value) : ''}<`)
    expect(tablesIn(slide, 'a')).toEqual([])
  })
})

describe('the look of a template', () => {
  it('never writes what cannot be read', () => {
    for (const template of [
      { ink: '#111111', paper: '#101010' },
      { ink: '#ffffff' },
      TEMPLATE,
      { accent: '#ffcc00' },
    ]) {
      const look = lookOf(template)
      for (const name of ['ink', 'ink2', 'ink3', 'warning'] as const)
        expect(contrast(look.ink(name), look.paper)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(look.title, look.paper)).toBeGreaterThanOrEqual(3)
      expect(contrast(look.onSeries('fill', undefined), look.ink('fill'))).toBeGreaterThanOrEqual(4.5)
    }
  })

  it('says which colours it could not take, and by how much', () => {
    const pale = lookOf({ accent: '#ffe08a', ink: '#cccccc' })
    expect(pale.replaced).toEqual({ accent: contrast('FFE08A', 'FFFFFF'), ink: contrast('CCCCCC', 'FFFFFF') })
    for (const name of ['ink', 'accent'] as const) expect(pale.ink(name)).toBe(lookOf({}).ink('ink'))
    expect(pale.title).toBe(lookOf({}).ink('ink'))
    expect(pale.ink('fill')).toBe('FFE08A')
    expect(lookOf({ accent: '#a3262a', ink: '#102030', paper: '#fff8e0' }).replaced).toEqual({})
    // The same ink is read on another ground.
    expect(lookOf({ ink: '#cccccc', paper: '#10243a' }).replaced).toEqual({})
  })

  it('is that of the sheets on paper and on the wall', () => {
    expect(houseLook({}, 'dark')).toEqual({ theme: 'dark', style: {} })
    const template = { accent: '#ffb060', ink: '#f0f0f0', paper: '#10243a' }
    const { theme, style } = houseLook(template, 'light')
    const look = lookOf(template)
    expect(theme).toBe('dark')
    expect(style).toMatchObject({
      '--paper': '#10243A',
      '--ink': `#${look.ink('ink')}`,
      '--title': '#FFB060',
      '--accent-soft': `#${look.ink('accentSoft')}`,
    })
    expect(houseLook({ accent: '#ffe08a' }, 'dark').style['--title']).toBe(`#${lookOf({}).ink('ink')}`)
  })

  it('takes neither colours nor pictures that are none', () => {
    const look = lookOf({
      accent: '#a3262a"/><x',
      logo: { type: 'image/png', base64: '<svg onload=x>', width: 10, height: 10 },
    })
    expect(look.ink('fill')).toBe(lookOf({}).ink('fill'))
    expect(look.logo).toBeNull()
  })
})

describe('a picture of a chosen size', () => {
  const [chart] = cityCharts.slice(1)
  const choice = { width: 1600, scale: 2, ground: 'white', decals: false } as const
  const shown = { language: 'zh', theme: 'dark' } as const

  it('has the ground asked for, light inks never on white', () => {
    if (!chart) throw new Error('no chart')
    const caption = captionOf(chart, pageOf(chart).setting, 'zh')
    const drawn = (ground: 'paper' | 'white' | 'transparent') => {
      const size = pictureSizeOf({ ...choice, ground }, chart, shown)
      if (!size.ok) throw new Error('refused')
      return pictureOf(chart, caption, size.value)
    }
    expect(drawn('white').svg).toMatch(/<rect width="1600" height="\d+" fill="#ffffff"\/>/u)
    expect(drawn('white').svg).toContain('fill="#1b1a18"')
    expect(drawn('transparent').svg).not.toMatch(/<rect width="1600" height="\d+" fill/u)
    expect(drawn('paper').svg).toMatch(/<text[^>]*>.*受理申请/u)
  })

  it('is refused with what would go', () => {
    expect(pictureSizeOf({ ...choice, width: 100 }, {}, shown)).toEqual({
      ok: false,
      error: { reason: 'width', least: 480, most: 4000 },
    })
    expect(pictureSizeOf({ ...choice, width: Number.NaN }, {}, shown).ok).toBe(false)
    expect(pictureSizeOf({ ...choice, width: 500 }, { leastWidth: 900 }, shown)).toMatchObject({
      error: { least: 900 },
    })
    expect(paintable({ width: 4000, height: 4000 }, 2)).toEqual({ ok: false, error: { reason: 'pixels', most: 1 } })
    expect(paintable({ width: 1600, height: 900 }, 2)).toEqual({ ok: true, value: 2 })
  })

  it('is never too low for its words and a drawing', () => {
    if (!chart) throw new Error('no chart')
    const caption = captionOf(chart, pageOf(chart).setting, 'zh')
    const drawn = (height: number) => {
      const size = pictureSizeOf({ ...choice, height }, chart, shown)
      if (!size.ok) throw new Error('refused')
      return pictureOf(chart, caption, size.value)
    }
    expect(fitting(drawn(900), { height: 900 })).toEqual({ ok: true, value: 900 })
    const low = drawn(240)
    expect(low.height).toBeGreaterThan(240)
    expect(fitting(low, { height: 240 })).toMatchObject({ error: { reason: 'height', least: low.height } })
    expect(fitting(drawn(low.height), { height: low.height }).ok).toBe(true)
  })
})

describe('names of sheets', () => {
  it('are short, legal and unlike each other', () => {
    const taken = new Set<string>()
    const names = Array.from({ length: 12 }, () => sheetName(1, "a[b]:c*d?e/f\\g'很长的标题".repeat(4), taken))
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(12)
    for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\']{1,31}$/u)
  })
})
