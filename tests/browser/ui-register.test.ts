import Dexie from 'dexie'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { DATABASES } from '@/store/db'
import { visit, violations } from './app'
import { dropAll, footing, open as openStore, report, save } from './storeFixtures'

/** Names in the list, groups among them, as they stand on the page. */
function listed(): string[] {
  return [...document.querySelectorAll('[role="treegrid"] tbody b')].map((name) => name.textContent)
}

beforeAll(async () => {
  await Dexie.delete(DATABASES.real)
  const store = await openStore(DATABASES.real)
  for (const [agency, year] of [
    ['临澜市人民政府', 2023],
    ['临澜市教育局', 2023],
    ['石门镇人民政府', 2022],
    ['石门镇人民政府', 2023],
  ] as const)
    await save(store, report({ agency, year, numbers: footing(year - 2000), file: `${agency}${year}.docx` }))
  store.db.close()
})
afterAll(async () => {
  await dropAll()
  await Dexie.delete(DATABASES.real)
})
beforeEach(async () => {
  localStorage.clear()
  sessionStorage.clear()
  await page.viewport(1366, 768)
})

// One visit after the other over one database, as a person works.
describe('the page of the register in a browser', () => {
  test('the register is a tree: an agency is chosen, edited, renamed and taken back by the keyboard', async () => {
    const { screen, router } = await visit('/agencies')
    const row = screen.getByRole('row', { name: /石门镇人民政府/u })
    await row.click()
    const panel = screen.getByRole('article', { name: '机关：石门镇人民政府' })
    await panel.getByRole('combobox', { name: '范围' }).selectOptions('本级汇总')
    await expect.element(screen.getByText('改“石门镇人民政府”的范围。')).toBeVisible()
    await expect.element(panel.getByText('已改')).toBeVisible()
    await row.click()
    await userEvent.keyboard('{Control>}z{/Control}')
    await expect.element(screen.getByText('已撤销：改“石门镇人民政府”的范围。')).toBeVisible()
    await expect.element(panel.getByRole('combobox', { name: '范围' })).toHaveValue('own')

    // A name that another has is refused; a renaming keeps the old name.
    const other = '临澜市教育局'
    const name = panel.getByRole('textbox', { name: '名称', exact: true })
    await name.fill(other)
    await userEvent.keyboard('{Enter}')
    await panel.getByRole('button', { name: '改名称' }).click()
    await expect.element(screen.getByRole('alert')).toHaveTextContent(`已有名为“${other}”的机关`)
    await expect.element(name).toHaveValue('石门镇人民政府')
    await name.fill('石门街道办事处')
    await userEvent.keyboard('{Enter}')
    await panel.getByLabelText('旧名用到').fill('2023')
    await userEvent.keyboard('{Enter}')
    await expect.element(screen.getByText('“石门镇人民政府”改名“石门街道办事处”。')).toBeVisible()
    await expect.element(screen.getByRole('row', { name: /石门街道办事处.*原 石门镇人民政府/u })).toBeVisible()
    expect(await violations()).toEqual([])
    await screen.getByRole('button', { name: '撤销', exact: true }).click()
    await expect.element(screen.getByRole('row', { name: /石门镇人民政府/u })).toBeVisible()
    expect(router.currentRoute.value.query['agency']).toBeTruthy()
  })

  test('a register’s table is shown before it is taken over, doubles in it are asked about and merged, all of it is undone', async () => {
    const { screen } = await visit('/agencies')
    await screen.getByRole('button', { name: '从表格导入' }).click()
    const rows = ['全称,类别', '临澜市科学技术和经济信息化局,', '临澜市科信局,', '某处,没有这一类']
    const file = new File([rows.join('\r\n')], '登记.csv', { type: 'text/csv' })
    await userEvent.upload(screen.getByLabelText('选择表格'), file)
    await expect.element(screen.getByText('未采纳 1 行')).toBeVisible()
    expect(await violations()).toEqual([])
    await screen.getByRole('button', { name: '写入 2 处' }).click()
    await screen.getByRole('button', { name: '待确认 1' }).click()
    const card = screen.getByRole('region', { name: '“临澜市科信局”是不是：' })
    await expect.element(card.getByText('临澜市科学技术和经济信息化局', { exact: true })).toBeVisible()
    expect(await violations()).toEqual([])
    ;(card.element() as HTMLElement).focus()
    await userEvent.keyboard('y')
    await expect.element(screen.getByText('“临澜市科信局”并入“临澜市科学技术和经济信息化局”。')).toBeVisible()
    await expect.element(screen.getByText('没有待确认的名称。')).toBeVisible()
    expect(listed()).not.toContain('临澜市科信局')
    await userEvent.keyboard('{Control>}z{/Control}')
    await expect.element(screen.getByRole('button', { name: '待确认 1' })).toBeVisible()
    await userEvent.keyboard('{Control>}z{/Control}')
    await expect.element(screen.getByText('已撤销：从表格写入 2 个机关。')).toBeVisible()
    await expect.poll(listed).not.toContain('临澜市科学技术和经济信息化局')
  })

  test('folds, finds by pinyin, narrows to what wants a look, and keeps it in the address', async () => {
    const { screen, router } = await visit('/agencies')
    const city = screen.getByRole('row', { name: /^临澜市人民政府/u })
    await expect.element(city).toHaveAttribute('aria-expanded', 'true')
    ;(city.element() as HTMLElement).focus()
    await userEvent.keyboard('{ArrowLeft}')
    await expect.element(city).toHaveAttribute('aria-expanded', 'false')
    expect(listed()).not.toContain('临澜市教育局')
    expect(router.currentRoute.value.query['turned']).toBeTruthy()
    await userEvent.keyboard('{ArrowRight}{ArrowDown}')
    await expect.element(screen.getByRole('row', { name: /^临澜市教育局/u })).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    await expect.element(screen.getByRole('article', { name: '机关：临澜市教育局' })).toBeVisible()
    await expect.element(screen.getByRole('link', { name: '2023', exact: true })).toBeVisible()

    await screen.getByRole('searchbox', { name: '查找' }).fill('shimen')
    await expect.poll(listed).toContain('石门镇人民政府')
    await expect.poll(listed).not.toContain('临澜市教育局')
    await screen.getByRole('searchbox', { name: '查找' }).fill('')
    await router.push('/agencies?needs=region')
    await expect.poll(listed).toEqual(['临澜市人民政府', '石门镇人民政府'])
    await router.push('/agencies?view=list&kinds=department')
    await expect.poll(listed).toEqual(['临澜市教育局'])
  })

  test('merges two after showing what comes of it, and the reports stand under the one that stays', async () => {
    const { screen, router } = await visit('/agencies')
    await screen.getByRole('row', { name: /^石门镇人民政府/u }).click()
    const old = String(router.currentRoute.value.query['agency'])
    await screen.getByRole('button', { name: '与另一机关合并' }).click()
    await expect.element(screen.getByRole('button', { name: /^与它合并/u })).toHaveFocus()
    await screen.getByRole('button', { name: /^与它合并/u }).click()
    await screen.getByRole('combobox', { name: '查找与它合并' }).fill('jiaoyu')
    await userEvent.keyboard('{Enter}')
    await expect.element(screen.getByText(/两边都有年报的年度并为版本.*2023 年 \d+ 格不同/u)).toBeVisible()
    await screen.getByRole('radio', { name: '临澜市教育局' }).click()
    await expect.element(screen.getByText('2022 年的年报改归“临澜市教育局”。')).toBeVisible()
    expect(await violations()).toEqual([])
    // The two differ in kind: whose stands is chosen, and it is the person's from then on.
    await screen.getByRole('group', { name: '类别' }).getByRole('radio', { name: '乡镇街道' }).click()
    await screen.getByRole('button', { name: '合并', exact: true }).click()
    const panel = screen.getByRole('article', { name: '机关：临澜市教育局' })
    await expect.element(panel.getByRole('link', { name: '2022', exact: true })).toBeVisible()
    expect(listed()).not.toContain('石门镇人民政府')
    await expect.element(panel.getByRole('combobox', { name: '类别' })).toHaveValue('township')
    await expect.element(panel.getByText('已改')).toBeVisible()
    // Old addresses lead to the one that stayed, and say so.
    await router.push(`/reports/${old}/2022`)
    await expect.element(screen.getByRole('heading', { name: '临澜市教育局' })).toBeVisible()
    await expect.element(screen.getByText('此地址所指的机关已并入下面这个机关。')).toBeVisible()
    await router.push(`/agencies/${old}`)
    await expect.element(screen.getByText('此地址所指的机关已并入下面这个机关。')).toBeVisible()
    await expect.element(panel.getByRole('link', { name: '2022', exact: true })).toBeVisible()
    expect(await violations()).toEqual([])
    // One of its names is a body of its own after all.
    await panel.getByRole('button', { name: '分出' }).click()
    await expect.poll(listed).toContain('石门镇人民政府')
    await userEvent.keyboard('{Control>}z{/Control}')
    await expect.poll(listed).not.toContain('石门镇人民政府')
    await userEvent.keyboard('{Control>}z{/Control}')
    await expect.poll(listed).toContain('石门镇人民政府')
  })

  for (const theme of ['light', 'dark'])
    for (const width of [1366, 390])
      test(`axe finds nothing in tree, panel, questions and table, ${theme}, ${String(width)} wide`, async () => {
        localStorage.setItem('gouji.theme', theme)
        await page.viewport(width, 768)
        const { screen, router } = await visit('/agencies')
        await expect.element(screen.getByRole('treegrid')).toBeVisible()
        expect(await violations()).toEqual([])
        await screen.getByRole('row', { name: /^石门镇人民政府/u }).click()
        await expect.element(screen.getByRole('article', { name: '机关：石门镇人民政府' })).toBeVisible()
        expect(await violations()).toEqual([])
        for (const side of ['questions', 'table']) {
          await router.push(`/agencies?side=${side}`)
          await expect.element(screen.getByRole('article')).toBeVisible()
          expect(await violations()).toEqual([])
        }
      })
})
