import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { expectAccessible, origin, recordComplaints, test } from './app'

const launcher = fileURLToPath(new URL('../../src/cli/launch.mjs', import.meta.url))
const AGENCIES = 30
const FILES = AGENCIES * 6

let folder = ''
let samples: string[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gouji-queue-'))
  const options = ['--agencies', String(AGENCIES), '--years', '2019-2024', '--seed', '11', '--format', 'txt,html,docx']
  await promisify(execFile)(process.execPath, [launcher, 'gouji', 'sample', ...options, '--out', folder])
  const names = await readdir(folder, { recursive: true, withFileTypes: true })
  samples = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

/** Every report's numbers by agency and year, and how many rows the queue has. */
function stored(page: Page): Promise<{ reports: Record<string, unknown>; queued: number; kept: number }> {
  return page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('gouji')
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(new Error('gouji cannot be opened'))
    })
    const all = (table: string): Promise<Record<string, unknown>[]> =>
      new Promise((resolve, reject) => {
        const request = db.transaction(table).objectStore(table).getAll() as IDBRequest<Record<string, unknown>[]>
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(new Error(table))
      })
    const [heads, cells, queued] = [await all('reports'), await all('cells'), await all('queueFiles')]
    db.close()
    const numbers = new Map(cells.map((row) => [row['report'], row['cells']]))
    const reports = Object.fromEntries(
      heads.map(({ id, agency, year, version }) => [
        `${String(agency)} ${String(year)} ${String(version)}`,
        numbers.get(id),
      ]),
    )
    return { reports, queued: queued.length, kept: queued.filter(({ kept }) => kept).length }
  })
}

async function done(page: Page): Promise<void> {
  await page.getByRole('status').filter({ hasText: '份已读完' }).waitFor({ state: 'attached', timeout: 90_000 })
}

describe('an import whose page is closed', () => {
  test('is offered at the next visit and comes to the same end, cell for cell', async ({ app, browser }) => {
    const { page } = app
    await app.open('#/import')
    await page.locator('input[type=file]').first().setInputFiles(samples)
    await page.getByRole('button', { name: '暂停' }).click()
    await page.getByRole('status').filter({ hasText: '已暂停' }).waitFor({ state: 'attached' })
    await expectAccessible(page)
    await expect
      .poll(
        async () => {
          const { queued, kept } = await stored(page)
          return queued > 20 && kept === queued
        },
        { timeout: 20_000 },
      )
      .toBe(true)
    const before = await stored(page)
    expect(Object.keys(before.reports).length).toBeLessThan(FILES)
    await page.close()

    const again = await page.context().newPage()
    const complaints = await recordComplaints(page.context(), again)
    await again.goto(`${origin()}/#/reports`)
    await again.getByRole('region', { name: '上次导入没有做完' }).waitFor({ timeout: 30_000 })
    await expectAccessible(again)
    await again.getByRole('link', { name: '去导入页' }).click()
    await again.getByRole('button', { name: `继续导入（还剩 ${String(before.queued)} 个文件）` }).click()
    await done(again)
    await again
      .getByText(/^这一次 [1-9]/u)
      .first()
      .waitFor()
    expect(await again.getByRole('region', { name: '上次导入没有做完' }).count()).toBe(0)
    const after = await stored(again)
    expect(after.queued).toBe(0)
    expect(complaints).toEqual([])

    const context = await browser.newContext({ locale: 'zh-CN' })
    const other = await context.newPage()
    await other.goto(`${origin()}/#/import`)
    await other.locator('input[type=file]').first().setInputFiles(samples)
    await done(other)
    const whole = await stored(other)
    expect(Object.keys(whole.reports)).toHaveLength(FILES)
    expect(after.reports).toEqual(whole.reports)
    await context.close()
  })
})
