import Dexie from 'dexie'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { sampleFiles } from '@/sample/sampleFiles'
import { useImporting } from '@/state/importing'
import { databaseOf } from '@/state/openDatabases'
import { DATABASES } from '@/store/db'
import { visit, violations } from './app'

const options = {
  agencies: 3,
  years: [2022, 2023],
  seed: 'figures',
  zipped: false,
  dirt: [],
  formats: ['html'],
} as const
const files = (): File[] =>
  [...sampleFiles(options)].map(({ path, bytes }) => new File([new Uint8Array(bytes)], path.replace(/^.*\//u, '')))

/** The overview over six reports, with its figures of volumes and outcomes. */
async function overview() {
  const visited = await visit('/import')
  await useImporting(visited.pinia).addFiles(files())
  await visited.router.push('/')
  const { screen } = visited
  const figureOf = (title: string) => screen.getByRole('figure').filter({ hasText: title })
  const volumes = figureOf('受理申请，2022–2023 年')
  const outcomes = figureOf('办理结果，2022–2023 年')
  await expect.element(outcomes.getByRole('img').first()).toBeVisible()
  await expect.element(volumes.getByRole('img').first()).toBeVisible()
  return { ...visited, volumes, outcomes }
}

type Figure = Awaited<ReturnType<typeof overview>>['volumes']

/** Year, and part where there are several, in the form of a new note. */
const choice = (figure: Figure, at: number) =>
  figure.getByRole('region', { name: '加注' }).getByRole('combobox').nth(at)

/** Of the drawing of a figure, where it stands on the page: a point by its share of width and height. */
function pointOf(figure: Figure, across: number, down: number) {
  const drawing = figure.element().querySelector('.pointed')
  if (!drawing) throw new Error('no drawing')
  const { left, top, width, height } = drawing.getBoundingClientRect()
  return { drawing, clientX: left + width * across, clientY: top + height * down }
}

/** Texts of a drawing that are the number 1. */
const ones = (figure: Figure): number =>
  [...figure.element().querySelectorAll('.drawing text')].filter(({ textContent }) => textContent === '1').length

const marks = (figure: Figure): number => figure.element().querySelectorAll('.mark').length

async function pointAt(figure: Figure, across: number, down: number): Promise<void> {
  await expect
    .poll(() => {
      const { drawing, ...at } = pointOf(figure, across, down)
      const event = { ...at, bubbles: true, pointerType: 'mouse' }
      drawing.dispatchEvent(new PointerEvent('pointerover', event))
      drawing.dispatchEvent(new PointerEvent('pointermove', event))
      return marks(figure)
    })
    .toBeGreaterThan(0)
}

function tap(figure: Figure, across: number, down: number): void {
  const { drawing, ...at } = pointOf(figure, across, down)
  const touch = { ...at, bubbles: true, pointerType: 'touch' }
  drawing.dispatchEvent(new PointerEvent('pointerdown', touch))
  drawing.dispatchEvent(new PointerEvent('pointerup', touch))
  drawing.dispatchEvent(new PointerEvent('pointerleave', touch))
  drawing.dispatchEvent(new MouseEvent('click', { ...at, bubbles: true }))
}

/** What the page gives to be saved from now on. */
function saved() {
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue()
  const made = vi.spyOn(URL, 'createObjectURL')
  onTestFinished(() => {
    click.mockRestore()
    made.mockRestore()
  })
  return {
    count: (): number => click.mock.calls.length,
    last: (): Blob => {
      const blob = made.mock.calls.at(-1)?.[0]
      if (!(blob instanceof Blob)) throw new Error('nothing was saved')
      return blob
    },
  }
}

beforeAll(() => page.viewport(1366, 768))
beforeEach(() => {
  localStorage.clear()
})
afterAll(async () => {
  const store = await databaseOf('real')
  if (store.ok) store.value.db.close()
  await Dexie.delete(DATABASES.real)
})

describe('a note on a figure', () => {
  test('is written where one points, stands in every figure of the point and in its files, and can be taken back', async () => {
    const { screen, volumes, outcomes } = await overview()
    const before = new Map([volumes, outcomes].map((figure) => [figure, ones(figure)]))
    await pointAt(volumes, 0.2, 0.5)
    await userEvent.keyboard('n')
    await expect.element(choice(volumes, 0)).toHaveValue('2022')
    await expect.element(volumes.getByRole('textbox', { name: '注记' })).toHaveFocus()
    expect(await violations()).toEqual([])
    // It is on this figure alone unless it is said to be of the year everywhere.
    const onlyHere = volumes.getByRole('checkbox', { name: '只在这张图上' })
    await expect.element(onlyHere).toBeChecked()
    await expect.element(volumes.getByText('只出现在“受理申请”、范围为“全部机关”时')).toBeVisible()
    await onlyHere.click()
    await expect.element(volumes.getByText('会出现在每一张画出这一点的图下')).toBeVisible()
    await volumes.getByRole('textbox', { name: '注记' }).click()
    await userEvent.keyboard('2022 年机构改革{Enter}')
    for (const figure of [volumes, outcomes]) {
      await expect.element(figure.getByRole('list', { name: '注记' })).toHaveTextContent('1 2022 年机构改革')
      await expect.poll(() => ones(figure)).toBe((before.get(figure) ?? 0) + 1)
    }

    const files = saved()
    await volumes.getByRole('button', { name: '另存' }).click()
    await volumes.getByRole('button', { name: 'CSV', exact: true }).click()
    await expect.poll(files.count).toBe(1)
    expect(await files.last().text()).toContain('¹ 2022 年机构改革')
    await volumes.getByRole('button', { name: 'SVG', exact: true }).click()
    await expect.poll(files.count).toBe(2)
    expect(await files.last().text()).toContain('¹ 2022 年机构改革')

    await volumes.getByRole('button', { name: /^改注记/u }).click()
    await volumes.getByRole('textbox', { name: '注记' }).fill('<b>改</b>了')
    await userEvent.keyboard('{Enter}')
    await expect.element(outcomes.getByRole('list', { name: '注记' })).toHaveTextContent('1 <b>改</b>了')
    await expect.element(volumes.getByRole('button', { name: /^改注记/u })).toHaveFocus()

    await volumes.getByRole('button', { name: /^删去注记/u }).click()
    await expect.element(screen.getByText('<b>改</b>了').first()).not.toBeInTheDocument()
    await userEvent.keyboard('z')
    await expect.element(volumes.getByRole('list', { name: '注记' })).toHaveTextContent('1 <b>改</b>了')
    await expect.element(screen.getByText('已撤销：删去注记')).toBeVisible()
    await userEvent.keyboard('y')
    await expect.element(volumes.getByRole('list', { name: '注记' })).not.toBeInTheDocument()
  })

  test('can be on one part, on one kind of figure only', async () => {
    const { volumes, outcomes, screen } = await overview()
    await outcomes.getByRole('button', { name: '加注' }).click()
    await choice(outcomes, 0).selectOptions('不限年份')
    await expect.element(outcomes.getByText('这张图没有这一点')).toBeVisible()
    await outcomes.getByRole('textbox', { name: '注记' }).fill('口径')
    await expect.element(outcomes.getByRole('button', { name: '存下' })).toBeDisabled()
    await choice(outcomes, 1).selectOptions('予以公开率')
    await expect.element(choice(outcomes, 0)).toHaveValue('2023')
    await outcomes.getByRole('button', { name: '存下' }).click()
    await expect.element(outcomes.getByRole('list', { name: '注记' })).toHaveTextContent('1 口径')
    await expect.element(volumes.getByRole('list', { name: '注记' })).not.toBeInTheDocument()
    await outcomes.getByRole('button', { name: '撤销' }).click()
    await expect.element(screen.getByText('口径', { exact: true }).first()).toBeVisible()
    await expect.element(outcomes.getByRole('list', { name: '注记' })).not.toBeInTheDocument()
  })

  test('form and picture options are accessible in light and dark, wide and narrow', async () => {
    const { volumes } = await overview()
    await volumes.getByRole('button', { name: '加注' }).click()
    await volumes.getByRole('button', { name: '另存' }).click()
    await volumes.getByRole('button', { name: '图片选项' }).click()
    onTestFinished(async () => {
      document.documentElement.dataset['theme'] = 'light'
      await page.viewport(1366, 768)
    })
    for (const width of [1366, 390]) {
      await page.viewport(width, 768)
      for (const theme of ['light', 'dark']) {
        document.documentElement.dataset['theme'] = theme
        expect(await violations()).toEqual([])
      }
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width)
    }
  })
})

describe('a picture of a chosen size', () => {
  test('is saved so, remembered, and refused in words where it cannot be', async () => {
    const { volumes } = await overview()
    const files = saved()
    await volumes.getByRole('button', { name: '另存' }).click()
    await volumes.getByRole('button', { name: '图片选项' }).click()
    await volumes.getByLabelText('宽（像素）').fill('700')
    await volumes.getByText('×3').click()
    await volumes.getByText('透明', { exact: true }).click()
    await volumes.getByRole('button', { name: '存 PNG' }).click()
    await expect.poll(files.count).toBe(1)
    const bitmap = await createImageBitmap(files.last())
    expect(bitmap.width).toBe(2100)
    const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
    pen?.drawImage(bitmap, 0, 0)
    expect([...(pen?.getImageData(2, 2, 1, 1).data ?? [])]).toEqual([0, 0, 0, 0])
    expect(JSON.parse(localStorage.getItem('gouji.picture') ?? '')).toMatchObject({ width: 700, scale: 3 })

    await volumes.getByLabelText('宽（像素）').fill('70')
    await volumes.getByRole('button', { name: '存 PNG' }).click()
    await expect.element(volumes.getByRole('alert')).toHaveTextContent('宽要在 480 到 4000 像素之间。')
    await volumes.getByLabelText('宽（像素）').fill('4000')
    await volumes.getByRole('button', { name: '存 PNG' }).click()
    await expect.element(volumes.getByRole('alert')).toHaveTextContent('浏览器画不出')
    expect(files.count()).toBe(1)
  })
})

describe('pointing at figures', () => {
  test('by a finger marks first and opens then', async () => {
    const { volumes, outcomes, router } = await overview()
    await pointAt(volumes, 0.7, 0.5)
    tap(volumes, 0.2, 0.5)
    await expect.poll(() => marks(volumes)).toBeGreaterThan(0)
    expect(marks(outcomes)).toBeGreaterThan(0)
    expect(router.currentRoute.value.name).toBe('overview')
    tap(volumes, 0.2, 0.5)
    await expect.poll(() => router.currentRoute.value.name).toBe('compare')
  })

  test('marks places within the drawing, and a share leads to its cell', async () => {
    const { outcomes, volumes, router, screen } = await overview()
    await pointAt(outcomes, 0.2, 0.5)
    for (const figure of [outcomes, volumes]) {
      const outer = figure.element().querySelector('.drawing svg')?.getBoundingClientRect()
      for (const mark of figure.element().querySelectorAll('.mark')) {
        const box = mark.getBoundingClientRect()
        expect(box.left).toBeGreaterThanOrEqual((outer?.left ?? 0) - 1)
        expect(box.right).toBeLessThanOrEqual((outer?.right ?? 0) + 1)
        expect(box.bottom).toBeLessThanOrEqual((outer?.bottom ?? 0) + 1)
      }
    }
    const catalogue = router.currentRoute.value
    expect(catalogue.name).toBe('overview')
    await screen.getByRole('button', { name: /^机关/u }).click()
    await userEvent.click(document.querySelectorAll('.filter-sheet .option')[0] ?? document.body)
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => router.currentRoute.value.query['agencies']).toBeTruthy()
    await expect.element(outcomes.getByRole('img').first()).toBeVisible()
    const drawing = outcomes.element().querySelector<HTMLElement>('.pointed')
    drawing?.focus()
    await expect.poll(() => drawing?.getAttribute('tabindex')).toBe('0')
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{Enter}')
    await expect.poll(() => router.currentRoute.value.name).toBe('report')
    expect(router.currentRoute.value.query['cell']).toMatch(/^requests\.\w+\.total$/u)
  })
})
