import Dexie from 'dexie'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
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

/** The overview over six reports, and its figure of outcomes. */
async function overview() {
  const { screen, router, pinia } = await visit('/import')
  const importing = useImporting(pinia)
  await importing.addFiles(files())
  await router.push('/')
  const figure = screen.getByRole('figure').filter({ hasText: '办理结果' })
  await expect.element(figure.getByRole('img').first()).toBeVisible()
  return { screen, router, figure }
}

beforeAll(() => page.viewport(1366, 768))
beforeEach(() => {
  localStorage.clear()
})
afterEach(() => {
  vi.restoreAllMocks()
})
afterAll(async () => {
  const store = await databaseOf('real')
  if (store.ok) store.value.db.close()
  await Dexie.delete(DATABASES.real)
})

describe('a figure in a browser', () => {
  test('is copied as a picture, or saved where that is refused, and says which', async () => {
    const { figure } = await overview()
    const write = vi.spyOn(navigator.clipboard, 'write').mockResolvedValue()
    await figure.getByRole('button', { name: '复制', exact: true }).click()
    await expect.element(figure.getByText('图已复制，可以粘贴。')).toBeVisible()
    const [item] = write.mock.calls[0]?.[0] ?? []
    const blob = await item?.getType('image/png')
    const head = new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0)).subarray(1, 4)
    expect(new TextDecoder().decode(head)).toBe('PNG')
    expect(await violations()).toEqual([])

    write.mockRejectedValue(new DOMException('no', 'NotAllowedError'))
    const saved = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue()
    await figure.getByRole('button', { name: '复制', exact: true }).click()
    await expect.element(figure.getByText('已改为下载 PNG')).toBeVisible()
    expect((saved.mock.contexts[0] as HTMLAnchorElement).download).toMatch(/^办理结果.*\.png$/u)
  })

  test('has patterns beside its colours where they are asked for', async () => {
    const { screen, router, figure } = await overview()
    const patterns = (): number => document.querySelectorAll('figure svg pattern').length
    // 尚未审结 is hatched at any rate.
    const always = patterns()
    await router.push('/settings')
    await screen.getByText('颜色加图案').click()
    await router.push('/')
    await expect.element(figure.getByRole('img').first()).toBeVisible()
    await expect.poll(patterns).toBeGreaterThan(always)
    expect(localStorage.getItem('gouji.patterns')).toBe('on')
  })
})
