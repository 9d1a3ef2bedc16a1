import { describe, expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-vue'
import { i18n } from '@/ui/i18n'
import PdfPage from '@/ui/source/PdfPage.vue'
import '@/ui/styles/tokens.css'

/** A PDF of pages of 200 by 100 points, each with a word in a font that it does not hold, at 40 points from the left and 50 from the top. */
function pdfOf(words: readonly string[]): Uint8Array {
  const pages = words.map((_, at) => `${String(4 + 2 * at)} 0 R`).join(' ')
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${pages}]/Count ${String(words.length)}/MediaBox[0 0 200 100]/Resources<</Font<</F 3 0 R>>>>>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...words.flatMap((word, at) => {
      const content = `BT /F 20 Tf 40 50 Td (${word}) Tj ET`
      return [
        `<</Type/Page/Parent 2 0 R/Contents ${String(5 + 2 * at)} 0 R>>`,
        `<</Length ${String(content.length)}>>stream\n${content}\nendstream`,
      ]
    }),
  ]
  const body = objects.map((object, at) => `${String(at + 1)} 0 obj\n${object}\nendobj\n`).join('')
  return new TextEncoder().encode(`%PDF-1.4\n${body}trailer\n<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n`)
}

/** Columns of the canvas, of a hundred, that have ink. */
function inked(container: Element): number[] {
  const canvas = container.querySelector<HTMLCanvasElement>('[aria-busy=false] canvas')
  const context = canvas?.getContext('2d')
  if (!canvas || !context || canvas.width === 0) return []
  const { data, width } = context.getImageData(0, 0, canvas.width, canvas.height)
  const columns = new Set<number>()
  for (let at = 0; at < data.length; at += 4)
    if ((data[at] ?? 255) < 128) columns.add(Math.floor((((at / 4) % width) * 100) / width))
  return [...columns].sort((one, other) => one - other)
}

const three = pdfOf(['I', 'III', 'IIIIIIIIII'])

describe('a page of a PDF', () => {
  test('is drawn with the box where it is told, and the last of several asked for is the one that shows', async () => {
    const screen = await render(PdfPage, {
      props: { bytes: three, page: 1, box: [40, 30, 60, 55] as const },
      global: { plugins: [i18n] },
    })
    await vi.waitFor(() => expect(inked(screen.container).length).toBeGreaterThan(0), { timeout: 20_000 })
    expect(screen.emitted('pages')).toEqual([[3]])
    const narrow = inked(screen.container)
    expect(narrow[0]).toBeGreaterThanOrEqual(20)
    expect(narrow.at(-1)).toBeLessThan(30)
    const mark = screen.container.querySelector<HTMLElement>('.mark')
    expect(mark?.style.left).toBe('19%')
    expect(mark?.style.height).toBe('29%')
    for (const page of [2, 3, 2, 3]) await screen.rerender({ page })
    await vi.waitFor(() => expect(inked(screen.container).at(-1)).toBeGreaterThan(40), { timeout: 20_000 })
    await expect.element(screen.getByRole('img', { name: /3/u })).toBeVisible()
  })

  test('that cannot be shown says why', async () => {
    const screen = await render(PdfPage, { props: { bytes: three, page: 4 }, global: { plugins: [i18n] } })
    await expect.element(screen.getByRole('alert')).toBeVisible()
    await screen.rerender({ page: 1 })
    await vi.waitFor(() => expect(inked(screen.container).length).toBeGreaterThan(0))
    await screen.rerender({ bytes: three.subarray(0, 60) })
    await expect.element(screen.getByRole('alert')).toBeVisible()
    expect(screen.emitted('failed')).toEqual([['no-page'], ['unreadable']])
  })
})
