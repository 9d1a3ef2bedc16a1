import axe from 'axe-core'
import { createPinia } from 'pinia'
import { beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-vue'
import { defineComponent, h } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { Catalogue } from '@/cube/query'
import { useView } from '@/state/view'
import type { View } from '@/state/view'
import { choice } from '@/analysis/params'
import FilterBar from '@/ui/filters/FilterBar.vue'
import { i18n } from '@/ui/i18n'
import '@/ui/styles/tokens.css'
import '@/ui/styles/base.css'
import '@/ui/styles/controls.css'

const params = { unit: choice(['percent', 'count'], 'percent') }

function agency(name: string, kind: 'department' | 'township' | 'government', scope: 'own' | 'summed' = 'own') {
  return {
    id: `a-${name}`,
    name,
    aliases: [],
    kind,
    level: 'city',
    region: '临澜市',
    system: null,
    parent: null,
    scope,
    reports: 6,
  } as const
}

function catalogueOf(agencies: Catalogue['agencies']): Catalogue {
  return {
    years: [2019, 2020, 2021, 2022, 2023, 2024],
    agencies,
    series: [],
    reports: agencies.length * 6,
    updated: null,
  }
}
const small = catalogueOf([
  agency('临澜市人民政府', 'government', 'summed'),
  agency('临澜市水利局', 'department'),
  agency('临澜市财政局', 'department'),
  agency('石门镇', 'township'),
])

beforeEach(() => page.viewport(1366, 768))

async function open(catalogue: Catalogue, query: Record<string, string> = {}) {
  let view: View<typeof params> | undefined
  const Page = defineComponent(() => {
    const own = useView(params)
    view = own
    return () => h(FilterBar, { view: own, catalogue })
  })
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/', name: 'page', component: Page, meta: { title: 'overview.title' } }],
  })
  await router.push({ path: '/', query })
  const screen = await render(
    defineComponent(() => () => h(Page)),
    {
      global: { plugins: [createPinia(), i18n, router] },
    },
  )
  if (!view) throw new Error('the page did not open')
  return { screen, router, view }
}

describe('the filter bar in a browser', () => {
  test('says each filter in words, and only those that the data can tell apart', async () => {
    const { screen } = await open(small)
    await expect.element(screen.getByRole('button', { name: '年份 2019–2024' })).toBeVisible()
    await expect.element(screen.getByRole('button', { name: '类别 全部' })).toBeVisible()
    await expect.element(screen.getByRole('button', { name: '机关 全部 3 个' })).toBeVisible()
    await expect.element(screen.getByRole('button', { name: /层级|区域|系统/u })).not.toBeInTheDocument()
    await expect.element(screen.getByRole('radio', { name: '本机关' })).toBeChecked()
  })

  test('a choice stands in the address at once, and back takes the whole of it back', async () => {
    const { screen, router, view } = await open(small, { unit: 'count' })
    await screen.getByRole('button', { name: '年份 2019–2024' }).click()
    await screen.getByRole('option', { name: '2024' }).click()
    await screen.getByRole('option', { name: '2023' }).click()
    await expect.element(screen.getByRole('button', { name: '年份 2023–2024' })).toBeVisible()
    expect(router.currentRoute.value.query).toEqual({ years: '2023-2024', unit: 'count' })
    expect(view.filter.value).toEqual({ years: [2023, 2024] })
    router.back()
    await expect.element(screen.getByRole('button', { name: '年份 2019–2024' })).toBeVisible()
    expect(router.currentRoute.value.query).toEqual({ unit: 'count' })
  })

  test('hundreds of agencies are found by pinyin and chosen by the keyboard', async () => {
    const many = Array.from({ length: 600 }, (_, index) => agency(`第${String(index)}街道办事处`, 'township'))
    const { screen, router } = await open(catalogueOf([...many, agency('临澜市水利局', 'department')]))
    await screen.getByRole('button', { name: '机关 全部 601 个' }).click()
    await expect.element(screen.getByRole('combobox')).toHaveFocus()
    expect(screen.getByRole('option').elements().length).toBeLessThan(60)
    await userEvent.keyboard('slj')
    await expect.element(screen.getByRole('option')).toHaveTextContent('临澜市水利局')
    await userEvent.keyboard('{Enter}')
    await expect.element(screen.getByRole('option', { name: /水利局/u })).toHaveAttribute('aria-selected', 'true')
    await userEvent.keyboard('{Escape}')
    expect(router.currentRoute.value.query).toEqual({ agencies: 'a-临澜市水利局' })
    await expect.element(screen.getByRole('button', { name: '机关 临澜市水利局' })).toHaveFocus()
  })

  test('two changes in one moment both count', async () => {
    const { router, view } = await open(small)
    view.setFilter({ years: [2024] })
    view.set({ unit: 'count' })
    await expect.poll(() => router.currentRoute.value.query).toEqual({ years: '2024', unit: 'count' })
  })

  test('scope is chosen between the two, and its default leaves the address', async () => {
    const { screen, router, view } = await open(small)
    await screen.getByText('本级汇总').click()
    await expect.poll(() => router.currentRoute.value.query).toEqual({ scope: 'summed' })
    expect(view.filter.value).toEqual({ scope: 'summed' })
    await screen.getByText('本机关').click()
    await expect.poll(() => router.currentRoute.value.query).toEqual({})
  })

  test('clear takes everything back, what the data does not know too', async () => {
    const { screen, router } = await open(small, { agencies: 'a-nobody', kinds: 'township', unit: 'count' })
    await expect.element(screen.getByRole('button', { name: '机关 不在库中的机关' })).toBeVisible()
    await screen.getByRole('button', { name: '清除' }).click()
    await expect.element(screen.getByRole('button', { name: '机关 全部 3 个' })).toBeVisible()
    expect(router.currentRoute.value.query).toEqual({})
  })

  test('axe finds nothing with a list open', async () => {
    const many = Array.from({ length: 20 }, (_, index) => agency(`第${String(index)}街道办事处`, 'township'))
    const { screen } = await open(catalogueOf(many))
    await screen.getByRole('button', { name: /机关/u }).click()
    await expect.element(screen.getByRole('combobox')).toBeVisible()
    const { violations } = await axe.run(document.body, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] })
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`)).toEqual([])
  })

  test('on a phone it is one line that says what is chosen, until it is asked for', async () => {
    await page.viewport(390, 844)
    const { screen } = await open(small, { years: '2023,2024' })
    const bar = screen.getByRole('button', { name: '筛选 2023–2024 · 3 个机关' })
    await expect.element(bar).toHaveAttribute('aria-expanded', 'false')
    await expect.element(screen.getByRole('button', { name: /^年份/u })).not.toBeInTheDocument()
    await bar.click()
    await expect.element(bar).toHaveAttribute('aria-expanded', 'true')
    await expect.element(screen.getByRole('button', { name: /^年份/u })).toBeVisible()
  })
})
