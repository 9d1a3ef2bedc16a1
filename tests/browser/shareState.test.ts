import { createPinia, setActivePinia } from 'pinia'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { effectScope } from 'vue'
import { announce } from '@/state/changes'
import { useDatabase } from '@/state/database'
import { useEngine } from '@/state/engine'
import { databaseOf } from '@/state/openDatabases'
import { useReports } from '@/state/reports'
import { useSavedViews } from '@/state/savedViews'
import { useShare } from '@/state/share'
import type { ShareChoice } from '@/store/sharePick'
import { visit, violations } from './app'
import { footing, report, save, value } from './storeFixtures'

const ALL: ShareChoice = {
  name: '甲市',
  by: '周',
  agencies: null,
  years: null,
  decks: null,
  views: true,
  notes: true,
  originals: false,
}

beforeEach(async () => {
  localStorage.clear()
  localStorage.setItem('gouji.language', 'zh')
  await page.viewport(1366, 768)
  const { db } = value(await databaseOf('real'))
  await Promise.all(db.tables.map((table) => table.clear()))
  setActivePinia(createPinia())
})
// Other files of this run use these databases, too.
afterAll(async () => {
  value(await useShare().forget())
  const { db } = value(await databaseOf('real'))
  await Promise.all(db.tables.map((table) => table.clear()))
})

/** Two shared files made of this page's data: one of each year. */
async function twoFiles(): Promise<readonly [File, File]> {
  const store = value(await databaseOf('real'))
  for (const year of [2021, 2022]) await save(store, report({ year, numbers: footing(year) }))
  const share = useShare()
  const made = [
    value(await share.make({ ...ALL, years: [2021] })),
    value(await share.make({ ...ALL, name: '乙市', years: [2022] })),
  ] as const
  return [new File([made[0]], 'a.zip'), new File([made[1]], 'b.zip')]
}

async function received(): Promise<(number | null | undefined)[]> {
  const asked = 'requests.received.total'
  const { groups } = await useEngine().query({ figures: [asked], groupBy: ['year'], where: {} })
  return groups.map(({ figures }) => figures[asked]?.value)
}

describe('shared files beside the data of a page, in Chromium', () => {
  it('show their own figures, one after the other, and leave the data of the page alone', async () => {
    const [first, second] = await twoFiles()
    const scope = effectScope()
    const [database, share, views] = [useDatabase(), useShare(), useSavedViews()]
    await scope.run(() => useReports().load())
    expect(await share.held()).toBeNull()
    expect(await received()).toEqual([2021, 2022])

    value(await share.open(first))
    expect([database.id, database.share?.name, database.share?.part]).toEqual(['shared', '甲市', true])
    expect(database.readOnly?.reason).toBe('shared')
    expect(await received()).toEqual([2021])
    expect((await useEngine().fingerprint()).text).toBe(database.share?.fingerprint.text)

    // The next one while it is shown.
    value(await share.open(second))
    expect(database.share?.name).toBe('乙市')
    await expect.poll(received).toEqual([2022])
    expect((await useEngine().fingerprint()).text).toBe(database.share?.fingerprint.text)

    const saved = await views.save({ name: 'x', page: 'overview', query: {} })
    expect(saved.ok ? 'saved' : saved.error.reason).toBe('shared')

    await database.select('real')
    expect(database.share).toBeNull()
    expect(await received()).toEqual([2021, 2022])
    expect((await share.held())?.name).toBe('乙市')
    value(await share.forget())
    expect(await share.held()).toBeNull()
    scope.stop()
  })

  it('are named by the address: whose they are stands in the head of every page, in both languages', async () => {
    const [first] = await twoFiles()
    value(await useShare().open(first))
    const { screen, router } = await visit('/settings?data=shared')
    const mark = screen.getByRole('note', { name: '看的是别人分享的数据' })
    await expect
      .element(mark)
      .toHaveTextContent(/只读\s*部分数据\s*[0-9A-Z]{8}\s*甲市 · 周 · \d{4}-\d\d-\d\d\s*并入…\s*退出/u)
    expect(await violations()).toEqual([])
    await screen.getByRole('button', { name: 'Switch to English' }).click()
    await expect.element(screen.getByRole('note')).toHaveTextContent('Read only')
    await screen.getByRole('link', { name: 'Definitions' }).first().click()
    await expect.element(screen.getByRole('heading', { level: 1, name: 'Definitions' })).toBeVisible()
    expect(router.currentRoute.value.query['data']).toBe('shared')
    await screen.getByRole('note').getByRole('button', { name: 'Leave' }).click()
    await expect.poll(() => router.currentRoute.value.query['data']).toBeUndefined()
    expect(screen.getByRole('note').elements()).toEqual([])
  })

  it('are of the years and agencies that are chosen, by default those of the last filter', async () => {
    const store = value(await databaseOf('real'))
    for (const [agency, year] of [
      ['临澜市教育局', 2021],
      ['临澜市教育局', 2022],
      ['临澜市财政局', 2022],
    ] as const)
      await save(store, report({ agency, year, numbers: footing(year) }))
    announce({ database: 'real', reports: 'all', agencies: true, rest: true })
    const { screen } = await visit('/?years=2022')
    await expect.element(screen.getByText('本年新收').first()).toBeVisible()
    await screen.getByRole('link', { name: '设置', exact: true }).first().click()
    await expect.element(screen.getByText(/^\s*2022 年，2 个机关：2 份年报（含各版本），约/u)).toBeVisible()
    await screen.getByRole('button', { name: /^机关/u }).click()
    await screen.getByRole('option', { name: '临澜市财政局' }).click()
    await expect.element(screen.getByText(/^\s*2022 年，1 个机关：1 份年报/u)).toBeVisible()
    await screen.getByRole('heading', { name: '分享' }).click()
    await screen.getByRole('button', { name: '整理文件' }).click()
    await expect.element(screen.getByText(/1 份年报（含各版本）、1 个机关/u)).toBeVisible()
    expect(await violations()).toEqual([])
    await screen.getByRole('button', { name: '改为全部' }).click()
    await expect.element(screen.getByText(/^\s*全部数据：3 份年报/u)).toBeVisible()
    expect(screen.getByRole('button', { name: '保存文件' }).elements()).toEqual([])
  })

  it('say so where none is open, and refuse any other file before anything is asked', async () => {
    value(await useShare().forget())
    const { screen: shown } = await visit('/settings?data=shared')
    await expect.element(shown.getByRole('note')).toHaveTextContent('没有打开的分享')
    await shown.getByLabelText('选择分享文件').upload(new File(['这不是分享。'], '信.zip'))
    await expect.element(shown.getByRole('alert')).toHaveTextContent('信.zip 不是勾稽的分享文件')
    expect(await violations()).toEqual([])
  })
})
