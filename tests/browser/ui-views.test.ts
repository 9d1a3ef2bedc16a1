import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { violations } from './app'
import { dropFilled, visitFilled } from './analysisFixtures'

beforeEach(async () => {
  localStorage.clear()
  await page.viewport(1366, 768)
})
afterAll(dropFilled)

describe('saved views in a browser', () => {
  test('a page with its filter is kept under a name, found again, and what the program begins with', async () => {
    const { screen, router } = await visitFilled('/ask/outcomes?years=2023-2024&figure=rate.refused')
    await expect.element(screen.getByRole('heading', { name: /^办理结果，2023–2024 年$/u })).toBeVisible()
    await screen.getByRole('button', { name: '视图' }).click()
    await screen.getByRole('textbox', { name: /存为视图/u }).fill('例会')
    await screen.getByRole('button', { name: '存下' }).click()
    const link = screen.getByRole('link', { name: '例会' })
    await expect.element(link).toBeVisible()
    expect(await violations()).toEqual([])
    await screen.getByRole('button', { name: '开始时打开' }).click()
    await expect.element(screen.getByRole('button', { name: '✓ 开始时打开' })).toBeVisible()
    await userEvent.keyboard('{Escape}')

    await router.push('/coverage')
    await screen.getByRole('button', { name: '视图' }).click()
    await link.click()
    const kept = { params: { question: 'outcomes' }, query: { years: '2023-2024', figure: 'rate.refused' } }
    await expect.poll(() => router.currentRoute.value).toMatchObject(kept)
    await screen.unmount()

    const again = await visitFilled('/')
    await expect.poll(() => again.router.currentRoute.value).toMatchObject(kept)
    await again.screen.unmount()

    // A link says what to look at, and is not overruled.
    const linked = await visitFilled('/?years=2022')
    await expect.element(linked.screen.getByRole('heading', { name: /^受理申请，2022 年$/u })).toBeVisible()
    await linked.screen.getByRole('button', { name: '视图' }).click()
    await linked.screen.getByRole('button', { name: '删去视图“例会”' }).click()
    await expect.element(linked.screen.getByText('还没有存下的视图。')).toBeVisible()
  })
})
