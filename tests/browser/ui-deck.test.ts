import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { usePreferences } from '@/state/preferences'
import { agencyNames, chineseLeft, dropFilled, expectUsable, visitFilled } from './analysisFixtures'

beforeEach(async () => {
  localStorage.clear()
  await page.viewport(1366, 768)
})
afterAll(dropFilled)

const figures = (): Element[] => [...document.querySelectorAll('main figure')]
const drawn = (): number => figures().filter((figure) => figure.querySelector('svg, table, .numbers')).length

describe('the deck in a browser', () => {
  test('empty, full and on paper it can be used by everybody, and is English to the last word', async () => {
    const { screen, router, pinia } = await visitFilled('/deck')
    const preferences = usePreferences(pinia)
    preferences.setLanguage('en')
    const names = await agencyNames()
    await expect.element(screen.getByRole('heading', { name: 'The deck is empty' })).toBeVisible()
    await expectUsable(pinia, 'empty', async () => {
      await expect.element(screen.getByRole('button', { name: 'Make the deck' })).toBeVisible()
    })
    expect(chineseLeft(names)).toEqual([])

    await screen.getByRole('button', { name: 'Make the deck' }).click()
    // The section that it begins with has nothing to look at.
    await expect.element(screen.getByText(/^Item 2 of \d+$/u)).toBeVisible()
    await userEvent.keyboard('jj')
    await expect.poll(drawn).toBe(1)
    await expectUsable(pinia, 'deck', async () => {
      await expect.poll(drawn).toBe(1)
    })
    expect(chineseLeft(names)).toEqual([])

    await router.push('/deck/print')
    await expect.poll(() => figures().length).toBeGreaterThan(8)
    await expectUsable(pinia, 'on paper', async () => {
      await expect.poll(drawn).toBe(figures().length)
    })
    expect(chineseLeft(names)).toEqual([])

    await router.push('/deck/present')
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}')
    await expectUsable(pinia, 'on the wall', async () => {
      await expect.poll(drawn).toBe(1)
    })
    expect(chineseLeft(names)).toEqual([])
    expect(document.querySelector('main')?.getBoundingClientRect().height).toBe(window.innerHeight)
    await userEvent.keyboard('{Escape}')
    await expect.element(screen.getByRole('link', { name: 'Present' })).toBeVisible()
    await expect.poll(drawn).toBe(1)
  })
})
