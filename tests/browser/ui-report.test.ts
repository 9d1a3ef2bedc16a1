import Dexie from 'dexie'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { sampleFiles } from '@/sample/sampleFiles'
import { useImporting } from '@/state/importing'
import { databaseOf } from '@/state/openDatabases'
import { useReports } from '@/state/reports'
import { useStoreSettings } from '@/state/storeSettings'
import { DATABASES } from '@/store/db'
import { visit } from './app'
import { dropDatabase, value } from './storeFixtures'

const options = { agencies: 1, years: [2023], seed: 'report page', zipped: false, dirt: [] }

function theSample(): { name: string; bytes: Uint8Array<ArrayBuffer> } {
  for (const { path, bytes } of sampleFiles({ ...options, formats: ['html'] }))
    return { name: path.replace(/^.*\//u, ''), bytes: new Uint8Array(bytes) }
  throw new Error('no sample')
}
const sample = theSample()

/** The report page of the one report that there is. */
async function open(language: 'zh' | 'en' = 'zh') {
  localStorage.setItem('gouji.language', language)
  const { screen, router, pinia } = await visit('/settings')
  const reports = useReports(pinia)
  const importing = useImporting(pinia)
  await reports.load()
  if (reports.lines?.length === 0) await importing.addFiles([new File([sample.bytes], sample.name)])
  await vi.waitFor(
    () => {
      expect(reports.lines).toHaveLength(1)
    },
    { timeout: 20_000 },
  )
  const agency = reports.lines?.[0]?.agency.id ?? ''
  await router.push({ name: 'report', params: { agency, year: 2023 } })
  const cell = screen.getByRole('button', { name: /^(?:一、本年新收.*总计|received this year, total)/u })
  await expect.element(cell).toBeVisible()
  return { screen, router, cell, reports, agency, settings: useStoreSettings(pinia) }
}

/** The next file that the page hands to the browser's downloads. */
async function nextDownload(start: () => Promise<void>): Promise<{ name: string; blob: Blob }> {
  let name = ''
  const blobs: Blob[] = []
  const make = vi.spyOn(URL, 'createObjectURL').mockImplementation((given) => {
    if (given instanceof Blob) blobs.push(given)
    return 'blob:caught'
  })
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    name = this.download
  })
  await start()
  await vi.waitFor(() => {
    expect(name).not.toBe('')
  })
  make.mockRestore()
  click.mockRestore()
  const [blob] = blobs
  if (!blob) throw new Error('nothing was downloaded')
  return { name, blob }
}

// The page opens its own database, which other files of this run use too.
beforeAll(() => Dexie.delete(DATABASES.real))
afterAll(async () => {
  value(await databaseOf('real')).db.close()
  await dropDatabase(DATABASES.real)
})
beforeEach(async () => {
  localStorage.clear()
  sessionStorage.clear()
  await page.viewport(1366, 768)
})

describe('one report in a browser', () => {
  test('the keyboard opens where a number comes from and is back on the cell afterwards', async () => {
    const { screen, cell } = await open()
    cell.element().focus()
    await userEvent.keyboard('{Enter}')
    await expect.element(screen.getByRole('dialog')).toHaveTextContent('文件中第')
    await userEvent.keyboard('{Escape}')
    await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument()
    await expect.element(cell).toHaveFocus()
  })

  test('whoever clicks elsewhere stays there', async () => {
    const { screen, cell } = await open()
    await cell.click()
    await expect.element(screen.getByRole('dialog')).toBeVisible()
    await screen.getByRole('combobox').click()
    await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument()
    await expect.element(screen.getByRole('combobox')).toHaveFocus()
  })

  test('hands out the kept original byte for byte, as nothing that a browser would open; says so where none was kept', async () => {
    const { screen, cell, settings } = await open()
    await cell.click()
    const save = screen.getByRole('button', { name: '存原件' })
    await expect.element(save).toBeVisible()
    const { name, blob } = await nextDownload(() => save.click())
    expect(name).toBe(sample.name)
    expect(blob.type).toBe('application/octet-stream')
    expect(new Uint8Array(await blob.arrayBuffer())).toEqual(sample.bytes)
    await userEvent.keyboard('{Escape}')
    await settings.forgetOriginals()
    await cell.click()
    await expect.element(screen.getByText('没有保留原件副本')).toBeVisible()
  })

  test('no mark lies over a digit, in either language', async () => {
    const { screen, cell, reports } = await open('en')
    const [line] = reports.lines ?? []
    const fields = ['requests.received.total', 'requests.received.natural'] as const
    for (const field of fields)
      await reports.correct(line?.head.id ?? '', { field, to: 1234567, reason: 'test', by: 'test' })
    for (const to of ['zh', 'en'] as const) {
      await screen.getByRole('button', { name: to === 'zh' ? '切换为中文' : 'Switch to English' }).click()
      await expect.element(cell).toHaveTextContent('1,234,567')
      for (const field of fields) {
        const [mark, number] = ['.mark', '.number'].map((part) =>
          document.querySelector(`[data-field="${field}"] ${part}`)?.getBoundingClientRect(),
        )
        if (!mark || !number) throw new Error(`no mark on ${field}`)
        expect(mark.right <= number.left || mark.bottom <= number.top, `${field} in ${to}`).toBe(true)
      }
    }
  })

  test('is in English down to the rows of its tables', async () => {
    const { screen } = await open('en')
    await expect.element(screen.getByRole('rowheader', { name: '1. State secret' })).toBeVisible()
    await expect.element(screen.getByRole('columnheader', { name: 'Natural persons' })).toBeVisible()
    for (const tab of ['Table 2', 'Table 3', 'Table 4']) {
      await screen.getByRole('button', { name: new RegExp(`^${tab}`, 'u') }).click()
      await expect.element(screen.getByRole('region', { name: new RegExp(`^${tab}`, 'u') })).toBeVisible()
      expect(document.querySelector('table.form')?.textContent).not.toMatch(/[\u4e00-\u9fff]/u)
    }
  })

  test.each([390, 768, 1024, 1366])('the head shows the whole name and all of its tools at %i', async (width) => {
    const { screen } = await open('en')
    await page.viewport(width, 800)
    const heading = screen.getByRole('heading', { level: 1 }).element()
    expect(heading.textContent.length).toBeGreaterThan(5)
    expect(heading.scrollWidth).toBeLessThanOrEqual(heading.clientWidth)
    expect(getComputedStyle(heading).textOverflow).toBe('clip')
    for (const shown of document.querySelectorAll('.head :is(h1, select, a, button, [role=combobox])')) {
      const { width: wide, right } = shown.getBoundingClientRect()
      if (wide > 0) expect(right, `${shown.tagName} ${shown.textContent}`).toBeLessThanOrEqual(width)
    }
  })

  test('a phone has room for three columns of numbers beside the labels, which stay when they scroll', async () => {
    await open()
    await page.viewport(390, 844)
    const box = document.querySelector('.scroll')
    const label = document.querySelector('tbody th[colspan="1"][rowspan="1"]')
    const column = document.querySelector('col.value')
    if (!box || !label || !column) throw new Error('no table')
    const edge = label.getBoundingClientRect().right
    expect(box.getBoundingClientRect().right - edge).toBeGreaterThanOrEqual(3 * column.getBoundingClientRect().width)
    box.scrollLeft = 120
    expect(box.scrollLeft).toBe(120)
    expect(label.getBoundingClientRect().right).toBe(edge)
  })

  test('a year without a report is told by agency and year, as missing where it was owed, with the years there are', async () => {
    const { screen, router, agency } = await open()
    const name = screen.getByRole('heading', { level: 1 }).element().textContent
    await router.push({ name: 'report', params: { agency, year: 2021 } })
    await expect.element(screen.getByRole('heading', { name: `没有${name} 2021 年的年报` })).toBeVisible()
    await expect.element(screen.getByText('缺。')).not.toBeInTheDocument()
    await screen.getByRole('main').getByRole('link', { name: '2023' }).click()
    await expect.element(screen.getByRole('region', { name: '表三 申请办理' })).toBeVisible()
    await router.push({ name: 'report', params: { agency: 'nobody', year: 2021 } })
    await expect.element(screen.getByRole('heading', { name: '没有这个机关的年报' })).toBeVisible()
  })
})
