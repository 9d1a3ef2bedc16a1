import { beforeEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { databaseOf } from '@/state/openDatabases'
import type { FieldId } from '@/form/fields'
import { editAgency } from '@/store/editAgency'
import { listAgencies } from '@/store/agencies'
import { visit, violations } from './app'
import { footing, report, save, value } from './storeFixtures'

const BLANK: FieldId = 'requests.refused.stateSecret.natural'
const MEMBERS = ['临澜市教育局', '临澜市财政局', '临澜市公安局']

/** A government that published 7 where its members' reports add up to 8, one of them with a blank cell, and a member without a report. */
async function fill(): Promise<void> {
  const store = value(await databaseOf('real'))
  if ((await store.db.reports.count()) > 0) return
  const numbers = [{ ...footing(5), 'review.total': 3 }, { ...footing(2), [BLANK]: null }, footing(1)]
  for (const [index, agency] of MEMBERS.entries())
    await save(store, report({ agency, numbers: numbers[index] ?? {}, file: `${agency}.docx` }))
  await save(store, report({ agency: '临澜市人民政府', numbers: footing(7), file: 'city.docx' }))
  await save(store, report({ agency: '临澜市信访局', year: 2022, file: 'before.docx' }))
  // Another government has more members, none of which has reported since.
  for (const agency of ['云岭县人民政府', ...['教育', '财政', '公安', '民政', '司法'].map((name) => `云岭县${name}局`)])
    await save(store, report({ agency, year: 2022, file: `${agency}2022.docx` }))
  const all = await listAgencies(store)
  const county = all.find(({ name }) => name === '云岭县人民政府')?.id ?? ''
  value(await editAgency(store, county, { scope: 'summed' as const, parent: null }))
  for (const { id, name } of all)
    if (name.startsWith('云岭县') && id !== county) value(await editAgency(store, id, { parent: county }))
  const agencies = all.filter(({ name }) => name.startsWith('临澜市'))
  const city = agencies.find(({ name }) => name === '临澜市人民政府')?.id ?? ''
  for (const { id, name } of agencies) {
    const patch = id === city ? { scope: 'summed' as const, parent: null } : { scope: 'own' as const, parent: city }
    value(await editAgency(store, id, patch))
    expect(name).not.toBe('')
  }
}

async function open() {
  await fill()
  const { screen, router } = await visit('/totals')
  await expect.element(screen.getByRole('heading', { name: '汇总', level: 1 })).toBeVisible()
  return { screen, router }
}

beforeEach(async () => {
  localStorage.clear()
  localStorage.setItem('gouji.language', 'zh')
  await page.viewport(1366, 768)
})

describe('the totals page in a browser', () => {
  test('sums the members, marks what is lacking, and shows beside it what was published and who could explain the gap', async () => {
    const { screen } = await open()
    await expect.element(screen.getByText('3 / 4 已报')).toBeVisible()
    await expect.element(screen.getByText('缺 1')).toBeVisible()
    const cell = screen.getByRole('button', { name: /^一、本年新收.*总计，8，公布数 7，不等/u })
    await cell.click()
    const detail = screen.getByRole('region', { name: '加数' })
    await expect.element(detail.getByText('−1', { exact: true })).toBeVisible()
    await expect.element(detail.getByText(/临澜市公安局 的数（公布数可能漏计）/u)).toBeVisible()
    await expect.element(detail.getByRole('row', { name: /临澜市教育局 5 照录/u })).toBeVisible()
    await expect.element(detail.getByRole('row', { name: /临澜市信访局.*没有年报/u })).toBeVisible()

    await userEvent.keyboard('{ArrowDown}')
    await expect.element(screen.getByRole('button', { name: /^二、上年结转.*总计，0/u })).toHaveFocus()

    await screen.getByRole('button', { name: /1\.属于国家秘密.*自然人，0，1 个成员在此没有数/u }).click()
    await expect.element(detail.getByText(/1 个已报的成员在此没有数，这个和不完整/u)).toBeVisible()
    expect(await violations()).toEqual([])
  })

  test('a sum that rests on a number in an open error is marked, and leads to that cell; the cell stands in the address', async () => {
    const { screen, router } = await open()
    await screen.getByRole('button', { name: '表四 复议诉讼' }).click()
    const cell = screen.getByRole('button', { name: /^行政复议.*总计，3，1 个加数在未处理的错误中/u })
    await cell.click()
    await expect.element(cell).toHaveTextContent(/E≠3$/u)
    const detail = screen.getByRole('region', { name: '加数' })
    await expect.element(detail.getByText('1 个加数在各自年报未处理的错误中，照录相加。')).toBeVisible()
    expect(router.currentRoute.value.query).toMatchObject({ table: 'disputes', cell: 'review.total' })
    const table = document.querySelector('.sheet [role="region"]')
    expect(table?.scrollWidth).toBe(table?.clientWidth)
    expect(await violations()).toEqual([])
    await detail.getByRole('link', { name: '临澜市教育局' }).click()
    await expect.element(screen.getByRole('dialog', { name: /行政复议.*总计/u })).toBeVisible()
    router.back()
    await expect.element(detail.getByRole('row', { name: /临澜市教育局 3 照录 E/u })).toBeVisible()
  })

  test('a nil return counts as zero and the list can be confirmed; a change of it takes the confirmation away', async () => {
    const { screen, router } = await open()
    await screen.getByRole('button', { name: '记为零申报' }).click()
    await expect.element(screen.getByText('零申报 1')).toBeVisible()
    await screen.getByRole('button', { name: '名单无误' }).click()
    await expect.element(screen.getByText('已核')).toBeVisible()
    const store = value(await databaseOf('real'))
    const bureau = (await listAgencies(store)).find(({ name }) => name === '临澜市公安局')?.id ?? ''
    value(await editAgency(store, bureau, { parent: null }))
    // What other pages write is announced; a page that is opened anew reads it by itself.
    await router.push('/settings')
    await router.push('/totals')
    await expect.element(screen.getByText(/成员名单未经确认/u)).toBeVisible()
    value(
      await editAgency(store, bureau, {
        parent: (await listAgencies(store)).find(({ scope }) => scope === 'summed')?.id ?? null,
      }),
    )
  })

  test('hands the total over as a Word file of the statutory layout', async () => {
    const { screen } = await open()
    await expect.element(screen.getByRole('button', { name: 'Word 年报' })).toBeVisible()
    const blobs: Blob[] = []
    vi.spyOn(URL, 'createObjectURL').mockImplementation((given) => {
      if (given instanceof Blob) blobs.push(given)
      return 'blob:caught'
    })
    const names: string[] = []
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      names.push(this.download)
    })
    await screen.getByRole('button', { name: 'Word 年报' }).click()
    await expect.poll(() => names).toEqual(['临澜市人民政府2023年汇总.docx'])
    vi.restoreAllMocks()
    const head = new Uint8Array(await (blobs[0] ?? new Blob()).slice(0, 2).arrayBuffer())
    expect([...head]).toEqual([0x50, 0x4b])
  })
})
