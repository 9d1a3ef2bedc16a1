import { createPinia, setActivePinia } from 'pinia'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { databaseOf } from '@/state/openDatabases'
import { useShare } from '@/state/share'
import type { Store } from '@/store/db'
import { visit, violations } from './app'
import { correct, TOTAL } from './mergeFixtures'
import { fileOf, footing, report, save, value } from './storeFixtures'

async function emptied(): Promise<Store> {
  const store = value(await databaseOf('real'))
  await Promise.all(store.db.tables.map((table) => table.clear()))
  return store
}

beforeEach(async () => {
  localStorage.clear()
  localStorage.setItem('gouji.language', 'zh')
  await page.viewport(1366, 768)
  setActivePinia(createPinia())
  await emptied()
})
// Other files of this run use these databases, too.
afterAll(async () => {
  value(await useShare().forget())
  await emptied()
})

/** Opens a file of somebody else’s data, and leaves one’s own: one report of each sort that there is. */
async function opened(): Promise<void> {
  const theirs = await emptied()
  await save(theirs, report({ agency: '临澜市教育局', year: 2021, numbers: footing(1) }), fileOf('a'))
  await save(theirs, report({ agency: '临澜市教育局', year: 2022, numbers: footing(2) }), fileOf('b'))
  await save(theirs, report({ agency: '临澜市教育体育局', year: 2022, numbers: footing(3) }), fileOf('c'))
  await correct(theirs, '临澜市教育局', 2021, 9)
  const all = { name: '甲市', by: '周', agencies: null, years: null, decks: null, views: true, notes: true }
  const share = useShare()
  const file = new File([value(await share.make({ ...all, originals: false }))], 'a.zip')
  value(await share.open(file, { show: false }))
  const own = await emptied()
  await save(own, report({ agency: '临澜市教育局', year: 2021, numbers: footing(1) }), fileOf('a'))
  await save(own, report({ agency: '临澜市教育局', year: 2022, numbers: footing(5) }), fileOf('other'))
  await save(own, report({ agency: '临澜教育体育局', year: 2020, numbers: footing(3) }), fileOf('d'))
}

describe('merging on its page, in Chromium', () => {
  it('says what it would do, asks, does it, and the figures follow', async () => {
    await opened()
    const { screen } = await visit('/merge?data=shared')
    await expect.element(screen.getByText('“甲市”，由周于')).toBeVisible()
    await expect.element(screen.getByText('将并入：自己的数据。')).toBeVisible()
    const reports = screen.getByRole('row', { name: '年报' })
    await expect.element(reports).toHaveTextContent(/年报\s*2\s*1\s*0\s*1 份与自己的数字不同/u)
    await expect
      .element(screen.getByRole('listitem').filter({ hasText: '临澜市教育局 2022' }))
      .toHaveTextContent('自己 5，文件 2；一、本年新收政府信息公开申请数量·总计：自己 5，文件 2')
    expect(location.hash).not.toContain('data=')
    expect(await violations()).toEqual([])
    await page.viewport(390, 844)
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390)
    await page.viewport(1366, 768)

    // A correction that would change what counts is taken on a person's word alone, and so is an agency told.
    const taking = screen.getByRole('checkbox', { name: /采用对方对自己已有年报的更正/u })
    await expect.element(taking).not.toBeChecked()
    await expect.element(screen.getByText('现用的数不变，没有采用对方的更正')).toBeVisible()
    await taking.click()
    await expect.element(screen.getByText('按对方的更正计')).toBeVisible()
    await taking.click()
    await expect.element(screen.getByText('现用的数不变，没有采用对方的更正')).toBeVisible()
    const which = screen.getByRole('combobox', { name: '临澜市教育体育局 是哪个机关' })
    await which.selectOptions('就是 临澜教育体育局')
    await expect.element(screen.getByRole('row', { name: '机关' })).toHaveTextContent(/机关\s*0\s*2\s*0/u)
    await screen.getByRole('button', { name: '并入', exact: true }).click()
    await expect.element(screen.getByText('已并入。自己原有的内容没有改动。')).toBeVisible()
    expect(await violations()).toEqual([])

    const { db } = value(await databaseOf('real'))
    expect((await db.agencies.toArray()).map(({ name }) => name).sort()).toEqual(['临澜市教育局', '临澜教育体育局'])
    expect(await db.reports.count()).toBe(5)
    expect(await db.decisions.count()).toBe(0)
    await screen.getByRole('button', { name: 'Switch to English' }).click()
    await expect.element(screen.getByText('Merged. Your own data are unchanged.')).toBeVisible()
    await screen.getByRole('link', { name: 'To the overview' }).click()
    await expect.element(screen.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()
    const shown = await db.cells.toArray()
    expect(shown.map(({ cells }) => cells[TOTAL]?.value).sort()).toEqual([1, 2, 3, 3, 5])
  })

  it('says so where no file is open, and has nothing to do with one that brings nothing', async () => {
    value(await useShare().forget())
    const { screen } = await visit('/merge')
    await expect.element(screen.getByText('没有打开的分享文件。')).toBeVisible()
    expect(await violations()).toEqual([])
    await screen.unmount()

    await opened()
    const store = await emptied()
    await save(store, report({ agency: '临澜市教育局', year: 2021, numbers: footing(1) }), fileOf('a'))
    const again = value(
      await useShare().make({
        name: '同',
        by: '',
        agencies: null,
        years: null,
        decks: null,
        views: true,
        notes: true,
        originals: false,
      }),
    )
    value(await useShare().open(new File([again], 'b.zip'), { show: false }))
    const { screen: next } = await visit('/merge')
    await expect.element(next.getByText('没有新内容可并入')).toBeVisible()
    await expect.element(next.getByRole('button', { name: '并入', exact: true })).toBeDisabled()
  })
})
