import { beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { visit, violations } from './app'

beforeEach(async () => {
  localStorage.clear()
  sessionStorage.clear()
  localStorage.setItem('gouji.language', 'zh')
  await page.viewport(1366, 768)
})

describe('the shell in a browser', () => {
  test('leads to every page by its rail, names the document and gives the heading the focus', async () => {
    const { screen } = await visit('/definitions')
    await expect.element(screen.getByRole('heading', { level: 1, name: '口径' })).toBeVisible()
    for (const name of ['机关', '设置', '导入', '口径']) {
      // Beside its name the link to the import tells how many reports wait.
      const link = screen.getByRole('link', { name: new RegExp(`^${name}(?:\\s.*)?$`, 'u') }).first()
      await link.click()
      const heading = screen.getByRole('heading', { level: 1, name })
      await expect.element(heading).toHaveFocus()
      expect(document.title).toBe(`${name} · 勾稽 Gouji`)
      await expect.element(link).toHaveAttribute('aria-current', 'page')
    }
  })

  test('speaks English at a press, says so to the reader, and remembers it', async () => {
    const { screen } = await visit('/definitions')
    await screen.getByRole('button', { name: 'Switch to English' }).click()
    await expect.element(screen.getByRole('heading', { level: 1, name: 'Definitions' })).toBeVisible()
    expect(document.documentElement.lang).toBe('en')
    expect(localStorage.getItem('gouji.language')).toBe('en')
  })

  test('turns dark and light at a press, whatever the system wants', async () => {
    const { screen } = await visit('/definitions')
    const before = document.documentElement.dataset['theme']
    await screen.getByRole('button', { name: /改用/u }).click()
    const after = document.documentElement.dataset['theme']
    expect([before, after].sort()).toEqual(['dark', 'light'])
    await screen.getByRole('button', { name: /改用/u }).click()
    expect(document.documentElement.dataset['theme']).toBe(before)
  })

  test('the search takes / from anywhere, finds by pinyin, and opens by the keyboard alone', async () => {
    const { screen, router } = await visit('/settings')
    await expect.element(screen.getByRole('heading', { level: 1, name: '设置' })).toBeVisible()
    await userEvent.keyboard('/')
    await expect.element(screen.getByRole('combobox', { name: '查找机关、文件、指标、页面' })).toHaveFocus()
    await userEvent.keyboard('zongheji')
    await expect.element(screen.getByRole('option', { name: /综合纠错率/u })).toBeVisible()
    await userEvent.keyboard('{Enter}')
    await expect.element(screen.getByRole('heading', { level: 1, name: '口径' })).toBeVisible()
    expect(router.currentRoute.value.query).toEqual({ f: 'rate.disputesCorrected' })
  })

  test('a slash typed into a field stays there', async () => {
    const { screen } = await visit('/definitions')
    const field = screen.getByRole('searchbox', { name: '查找' })
    await field.click()
    await userEvent.keyboard('/')
    await expect.element(field).toHaveFocus()
    await expect.element(field).toHaveValue('/')
  })

  test('an address that is no page says so and leads back', async () => {
    const { screen } = await visit('/nowhere/at/all')
    await expect.element(screen.getByText(/#\/nowhere\/at\/all/u)).toBeVisible()
    await expect.element(screen.getByRole('link', { name: '回到总览' })).toBeVisible()
  })

  test('on a phone there is a bottom bar of four words and more behind the fifth', async () => {
    await page.viewport(390, 844)
    const { screen } = await visit('/definitions')
    await screen.getByRole('button', { name: '更多' }).click()
    await screen.getByRole('link', { name: '设置', exact: true }).click()
    await expect.element(screen.getByRole('heading', { level: 1, name: '设置' })).toBeVisible()
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390)
  })
})

describe('definitions in a browser', () => {
  test('a link to one of them marks it and gives it the focus', async () => {
    const { screen } = await visit('/definitions?f=rate.opened')
    const row = screen.getByRole('row', { name: /rate\.opened/u })
    await expect.element(row).toHaveFocus()
    await expect.element(row).toBeInViewport()
  })

  test('a search narrows them, lives in the address, and names what nobody knows', async () => {
    const { screen, router } = await visit('/definitions')
    await screen.getByRole('searchbox', { name: '查找' }).fill('jiuyi fuyi')
    await expect.element(screen.getByText(/没有找到“jiuyi fuyi”/u)).toBeVisible()
    await screen.getByRole('searchbox', { name: '查找' }).fill('gongkailv')
    await expect.element(screen.getByRole('row', { name: /rate\.opened/u })).toBeVisible()
    expect(router.currentRoute.value.query).toEqual({ q: 'gongkailv' })
    await router.push('/definitions?f=rate.unheardOf')
    await expect.element(screen.getByText('没有编号为“rate.unheardOf”的口径。')).toBeVisible()
  })
})

describe('accessibility in a browser', () => {
  const paths = ['/definitions?group=indicators', '/import', '/agencies', '/settings']
  for (const path of paths)
    for (const theme of ['light', 'dark'])
      for (const width of [1366, 390])
        test(`axe finds nothing at #${path}, ${theme}, ${String(width)} wide`, async () => {
          localStorage.setItem('gouji.theme', theme)
          await page.viewport(width, 768)
          const { screen } = await visit(path)
          await expect.element(screen.getByRole('heading', { level: 1 })).toBeVisible()
          expect(await violations()).toEqual([])
        })
})
