import { createPinia } from 'pinia'
import { beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-vue'
import { defineComponent, h, ref } from 'vue'
import { sampleFiles } from '@/sample/sampleFiles'
import { useImporting } from '@/state/importing'
import type { ImportLine } from '@/state/importLines'
import { i18n } from '@/ui/i18n'
import FileChooser from '@/ui/import/FileChooser.vue'
import ResultList from '@/ui/import/ResultList.vue'
import { visit, violations } from './app'

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

beforeEach(async () => {
  localStorage.clear()
  sessionStorage.clear()
  await page.viewport(1366, 768)
})

// One visit after the other over one database, as a person works: what one stored, the next finds.
describe('the import page in a browser', () => {
  test('reads chosen files, says what came of each, and lets agency and year be put right', async () => {
    const { screen, router } = await visit('/import')
    const files = sample()
    await userEvent.upload(screen.getByLabelText('选择年报文件', { exact: true }), [...files, new File([], '空.txt')])

    await expect.element(screen.getByText('7 份已读完').first()).toBeVisible()
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
    await expect.poll(() => router.currentRoute.value.name).toBe('report')
    expect(router.currentRoute.value.params['year']).toBe('2022')
  })

  test('the same files again change nothing and say so', async () => {
    const { screen } = await visit('/import')
    await userEvent.upload(screen.getByLabelText('选择年报文件', { exact: true }), sample().slice(1))
    await expect.element(screen.getByText('5 份已读完').first()).toBeVisible()
    await screen.getByRole('button', { name: '未改动 5' }).click()
    await expect.poll(() => screen.getByRole('row').elements().length).toBe(6)
    await userEvent.keyboard('{Tab}')
    await screen
      .getByRole('row', { name: /未改动/u })
      .nth(1)
      .click()
    await expect.element(screen.getByRole('article')).toHaveTextContent(/内容与 .*导入的相同，未改动。/u)
  })

  test('takes a table that is pasted anywhere, and asks for its agency and year', async () => {
    const { screen } = await visit('/import')
    const [report] = sampleFiles({ ...city, agencies: 1, years: [2024], formats: ['html'], seed: 'paste' })
    const whole = new TextDecoder().decode(report?.bytes)
    const tables = whole.match(/<table border="1"[\s\S]*?<\/table>/gu) ?? []
    const transfer = new DataTransfer()
    transfer.setData('text/html', `<html><body><!--StartFragment-->${tables.join('')}<!--EndFragment--></body></html>`)
    transfer.setData('text/plain', 'a\tb')
    await expect.element(screen.getByRole('button', { name: '粘贴表格' })).toBeVisible()
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true }))
    await expect
      .element(screen.getByRole('row', { name: /粘贴 \d{4}-\d\d-\d\d \d{6}\.html.*待定/u }), { timeout: 20_000 })
      .toBeVisible()
    await expect.element(screen.getByText('机关或年份没有读出，暂不计入任何数字。填好即入库。')).toBeVisible()

    await screen.getByRole('button', { name: '粘贴表格' }).click()
    const field = screen.getByRole('textbox', { name: /选中表格/u })
    await expect.element(field).toHaveFocus()
    field.element().dispatchEvent(new ClipboardEvent('paste', { clipboardData: new DataTransfer(), bubbles: true }))
    await expect.element(screen.getByRole('alert')).toHaveTextContent('剪贴板里没有表格和文字')
    expect(await violations()).toEqual([])
    await userEvent.keyboard('{Escape}')
    await expect.element(field).not.toBeInTheDocument()
  })
})

/** A report of a body of any name and year, in a text view. */
function reportOf(agency: string, year: number): File {
  const [made] = sampleFiles({ ...city, agencies: 1, years: [year], seed: 'named' })
  const text = new TextDecoder().decode(made?.bytes)
  const own = /([^/]+?)\d{4}年/u.exec(made?.path ?? '')?.[1] ?? ''
  return new File([text.replaceAll(own, agency)], `${agency}${String(year)}.txt`)
}

describe('one import after another in a browser', () => {
  test('takes the files of a chooser that the list replaced while its dialog was open', async () => {
    const pinia = createPinia()
    const screen = await render(FileChooser, { global: { plugins: [pinia, i18n] } })
    const input = screen.getByLabelText('选择年报文件', { exact: true }).element() as HTMLInputElement
    await screen.unmount()
    const chosen = new DataTransfer()
    chosen.items.add(reportOf('杨岭镇人民政府', 2023))
    input.files = chosen.files
    input.dispatchEvent(new Event('change'))
    const importing = useImporting(pinia)
    await expect
      .poll(() => importing.lines.map(({ result }) => result.file), { timeout: 20_000 })
      .toEqual(['杨岭镇人民政府2023.txt'])
  })

  test('each stands by itself, and what is being typed beside an earlier line stays', async () => {
    const { screen } = await visit('/import')
    const input = screen.getByLabelText('选择年报文件', { exact: true })
    await userEvent.upload(input, [reportOf('石门镇人民政府', 2023), reportOf('石门镇人民政府', 2024)])
    await expect.element(screen.getByText('2 份已读完').first()).toBeVisible()
    const name = screen.getByRole('form', { name: '机关与年份' }).getByLabelText('机关')
    await name.fill('松岭乡人民')
    await expect.element(name).toHaveFocus()
    const more = new DataTransfer()
    more.items.add(reportOf('柳河乡人民政府', 2024))
    window.dispatchEvent(new DragEvent('drop', { dataTransfer: more, bubbles: true, cancelable: true }))
    await expect.element(screen.getByText('1 份已读完').first()).toBeVisible()
    // Its line alone is in the list, and counted; the draft is untouched.
    await expect.poll(() => screen.getByRole('row').elements().length).toBe(2)
    await expect.element(screen.getByRole('row', { name: /柳河乡/u })).toBeVisible()
    await expect.element(screen.getByRole('button', { name: '全部 1' })).toBeVisible()
    await expect.element(name).toHaveValue('松岭乡人民')

    await screen.getByRole('button', { name: /柳河乡.*\.txt/u }).click()
    await expect.element(name).toHaveValue('柳河乡人民政府')
    await screen.getByText(/^以前 \d+/u).click()
    await screen.getByRole('button', { name: '石门镇人民政府2023.txt' }).click()
    await expect.element(name).toHaveValue('松岭乡人民')
    expect(await violations()).toEqual([])
  })

  test('a doubtful name is answered yes or no once, and never asked again', async () => {
    const { screen } = await visit('/import')
    const input = screen.getByLabelText('选择年报文件', { exact: true })
    const read = async (...files: File[]): Promise<void> => {
      await userEvent.upload(input, files)
      await expect
        .element(screen.getByText(`${String(files.length)} 份已读完`).first(), { timeout: 20_000 })
        .toBeVisible()
    }
    await read(reportOf('临澜市发展和改革委员会', 2023), reportOf('临澜市卫生健康委员会', 2023))
    await read(reportOf('临澜市发改委', 2024), reportOf('临澜市卫健委', 2024), reportOf('临澜市卫健委', 2023))

    await screen.getByRole('button', { name: '临澜市发改委2024.txt', exact: true }).click()
    await screen.getByRole('button', { name: '就是 临澜市发展和改革委员会' }).click()
    await expect.element(screen.getByText('已记住：“临澜市发改委”就是 临澜市发展和改革委员会。')).toBeVisible()
    await expect.element(screen.getByRole('row', { name: /临澜市发改委2024.*临澜市发展和改革委员会/u })).toBeVisible()

    await screen.getByRole('button', { name: '临澜市卫健委2024.txt', exact: true }).click()
    await screen.getByRole('button', { name: '不是，另是一个机关' }).click()
    await expect.element(screen.getByText('已记住：“临澜市卫健委”另是一个机关，不再问。')).toBeVisible()
    // The other year of the same name asked the same.
    await screen.getByRole('button', { name: '临澜市卫健委2023.txt', exact: true }).click()
    await expect.element(screen.getByRole('article').getByText(/库里已有的机关/u)).not.toBeInTheDocument()

    await read(reportOf('临澜市发改委', 2022), reportOf('临澜市卫健委', 2022))
    const agencies = (): string[] =>
      [...document.querySelectorAll('tbody tr')].map((row) => row.querySelector('.agency')?.textContent ?? '')
    await expect.poll(agencies).toEqual(['临澜市发展和改革委员会', '临澜市卫健委'])
    for (const name of ['临澜市发改委2022.txt', '临澜市卫健委2022.txt']) {
      await screen.getByRole('button', { name, exact: true }).click()
      await expect.element(screen.getByRole('article').getByText(/库里已有的机关/u)).not.toBeInTheDocument()
    }
  })
})

describe('what an earlier visit left open, in a browser', () => {
  test('a doubtful name and numbers that do not foot are listed, and the name can be answered', async () => {
    const before = await visit('/import')
    const input = before.screen.getByLabelText('选择年报文件', { exact: true })
    await userEvent.upload(input, reportOf('临澜市退役军人事务局', 2023))
    await expect.element(before.screen.getByText('1 份已读完').first()).toBeVisible()
    const text = await reportOf('临澜市退役军人局', 2024).text()
    // One more than was received.
    const wrong = text.replace(/(一、本年新收\D*)(\d+)/u, (_, head: string, n: string) => head + String(Number(n) + 1))
    expect(wrong).not.toBe(text)
    await userEvent.upload(input, new File([wrong], '临澜市退役军人局2024.txt'))
    await expect.element(before.screen.getByRole('row', { name: /退役军人局2024.*机关待认/u })).toBeVisible()
    // Another visit: nothing of this one's list is left.
    await before.screen.unmount()
    sessionStorage.clear()

    const { screen } = await visit('/import')
    await expect.element(screen.getByRole('row', { name: /退役军人局2024.*机关待认/u })).toBeVisible()
    await screen.getByRole('button', { name: '临澜市退役军人局2024.txt', exact: true }).click()
    await screen.getByRole('button', { name: '不是，另是一个机关' }).click()
    await expect.element(screen.getByText('已记住：“临澜市退役军人局”另是一个机关，不再问。')).toBeVisible()
    await expect.element(screen.getByRole('row', { name: /退役军人局2024.*处不相合/u })).toBeVisible()
    expect(await violations()).toEqual([])
    // And at the next visit, of itself.
    await screen.unmount()
    sessionStorage.clear()
    const later = await visit('/import')
    await expect.element(later.screen.getByRole('row', { name: /退役军人局2024.*处不相合/u })).toBeVisible()
  })
})

describe('the result list in a browser', () => {
  const lines = Array.from({ length: 5000 }, (_, key): ImportLine => ({
    key: String(key),
    run: 1,
    result: {
      kind: 'refused',
      file: `folder/${String(key)}.docx`,
      error: { file: `folder/${String(key)}.docx`, code: 'unreadable', reason: 'empty', params: {} },
    },
  }))

  test('of five thousand lines only those in sight exist, and the keyboard reaches the last', async () => {
    const chosen = ref<string | null>('0')
    const Pane = defineComponent(
      () => () =>
        h('div', { style: { display: 'flex', height: '400px' } }, [
          h(ResultList, {
            lines,
            modelValue: chosen.value,
            'onUpdate:modelValue': (key: string | null) => {
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
