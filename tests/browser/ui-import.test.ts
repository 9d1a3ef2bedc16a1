import axe from 'axe-core'
import { createPinia } from 'pinia'
import { beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-vue'
import App from '@/App.vue'
import { defineComponent, h, ref } from 'vue'
import { createAppRouter } from '@/router'
import { sampleFiles } from '@/sample/sampleFiles'
import type { ImportLine } from '@/state/importLines'
import { i18n } from '@/ui/i18n'
import ResultList from '@/ui/import/ResultList.vue'
import '@/ui/styles/tokens.css'
import '@/ui/styles/base.css'
import '@/ui/styles/controls.css'

const city = {
  agencies: 3,
  years: [2023, 2024],
  seed: 'import page',
  formats: ['txt'],
  zipped: false,
  dirt: [],
} as const

function sample(): File[] {
  return [...sampleFiles(city)].map(({ path, bytes }) => new File([new Uint8Array(bytes)], path.replace(/\//gu, '-')))
}

async function open(path: string) {
  location.hash = path
  const router = createAppRouter()
  const screen = await render(App, { global: { plugins: [createPinia(), i18n, router] } })
  await router.isReady()
  return { screen, router }
}

async function violations(): Promise<string[]> {
  const found = await axe.run(document.body, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] })
  return found.violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`)
}

beforeEach(async () => {
  localStorage.clear()
  sessionStorage.clear()
  await page.viewport(1366, 768)
})

// One visit after the other over one database, as a person works: what one stored, the next finds.
describe('the import page in a browser', () => {
  test('reads chosen files, says what came of each, and lets agency and year be put right', async () => {
    const { screen, router } = await open('/import')
    const files = sample()
    await userEvent.upload(screen.getByLabelText('选择年报文件', { exact: true }), [...files, new File([], '空.txt')])

    await expect.element(screen.getByText('7 份已读完').first(), { timeout: 20_000 }).toBeVisible()
    const rows = screen.getByRole('row')
    await expect.poll(() => rows.elements().length).toBe(8)
    await expect.element(screen.getByRole('row', { name: /空\.txt.*读不出/u })).toBeVisible()

    await screen.getByRole('button', { name: '空.txt' }).click()
    await expect.element(screen.getByRole('article')).toHaveTextContent(/空\.txt 是空文件/u)

    const first = files[0]?.name ?? ''
    await screen.getByRole('button', { name: first }).click()
    const form = screen.getByRole('form', { name: '机关与年份' })
    await form.getByLabelText('机关').fill('石门镇人民政府')
    await form.getByLabelText('年份').fill('2022')
    await form.getByRole('button', { name: '改正' }).click()
    await expect.element(screen.getByText('已改为 石门镇人民政府 2022。')).toBeVisible()
    await expect
      .element(screen.getByRole('row', { name: new RegExp(`${first}.*石门镇人民政府 2022`, 'u') }))
      .toBeVisible()

    expect(await violations()).toEqual([])

    await screen.getByRole('link', { name: '打开这份年报' }).click()
    await expect.poll(() => router.currentRoute.value.name, { timeout: 20_000 }).toBe('report')
    expect(router.currentRoute.value.params['year']).toBe('2022')
  })

  test('the same files again change nothing and say so', async () => {
    const { screen } = await open('/import')
    await userEvent.upload(screen.getByLabelText('选择年报文件', { exact: true }), sample().slice(1))
    await expect.element(screen.getByText('5 份已读完').first(), { timeout: 20_000 }).toBeVisible()
    await screen.getByRole('button', { name: '未改动 5' }).click()
    await expect.poll(() => screen.getByRole('row').elements().length).toBe(6)
    await userEvent.keyboard('{Tab}')
    await screen
      .getByRole('row', { name: /未改动/u })
      .nth(1)
      .click()
    await expect.element(screen.getByRole('article')).toHaveTextContent(/内容与 .*导入的相同，未改动。/u)
  })

  test('the register is edited where it stands, and remembers', async () => {
    const { screen } = await open('/agencies')
    const scope = screen.getByRole('combobox', { name: '范围：石门镇人民政府' })
    await scope.selectOptions('本级汇总')
    await expect.element(screen.getByText('已改：石门镇人民政府。')).toBeVisible()
    const name = screen.getByRole('textbox', { name: '名称：石门镇人民政府' })
    const taken = screen.getByRole('textbox', { name: /^名称：(?!石门镇)/u }).first()
    const { value } = taken.element() as HTMLInputElement
    await name.fill(value)
    await userEvent.keyboard('{Enter}')
    await expect.element(screen.getByRole('alert')).toHaveTextContent(`已有名为“${value}”的机关`)
    await expect.element(screen.getByRole('combobox', { name: '范围：石门镇人民政府' })).toHaveValue('summed')
    expect(await violations()).toEqual([])
  })
})

describe('the result list in a browser', () => {
  const lines = Array.from({ length: 5000 }, (_, key): ImportLine => ({
    key,
    result: {
      kind: 'refused',
      file: `folder/${String(key)}.docx`,
      error: { file: `folder/${String(key)}.docx`, code: 'unreadable', reason: 'empty', params: {} },
    },
  }))

  test('of five thousand lines only those in sight exist, and the keyboard reaches the last', async () => {
    const chosen = ref<number | null>(0)
    const Pane = defineComponent(
      () => () =>
        h('div', { style: { display: 'flex', height: '400px' } }, [
          h(ResultList, {
            lines,
            modelValue: chosen.value,
            'onUpdate:modelValue': (key: number | null) => {
              chosen.value = key
            },
          }),
        ]),
    )
    const screen = await render(Pane, { global: { plugins: [createPinia(), i18n] } })
    await expect.poll(() => screen.getByRole('row').elements().length).toBeGreaterThan(10)
    expect(screen.getByRole('row').elements().length).toBeLessThan(60)
    const table = screen.getByRole('table')
    await expect.element(table).toHaveAttribute('aria-rowcount', '5001')
    await screen.getByRole('button', { name: '0.docx', exact: true }).click()
    await userEvent.keyboard('{End}')
    await expect.element(screen.getByRole('button', { name: '4999.docx' })).toHaveFocus()
    expect(screen.getByRole('row').elements().length).toBeLessThan(60)
  })
})
