import type { Pinia } from 'pinia'
import { expect } from 'vitest'
import { cleanup } from 'vitest-browser-vue'
import { page } from 'vitest/browser'
import { databaseOf } from '@/state/openDatabases'
import { usePreferences } from '@/state/preferences'
import { DATABASES } from '@/store/db'
import { visit, violations } from './app'
import { dropDatabase, report, save } from './storeFixtures'
import type { Numbers } from './storeFixtures'

const AGENCIES = ['临澜市教育局', '临澜市财政局', '临澜市公安局', '临澜市民政局']
const YEARS = [2022, 2023, 2024]

/** Every request of a natural person, most of them granted, some refused for a reason, one in ten disputed. */
function numbersOf(received: number): Numbers {
  const refused = Math.round(received / 6)
  const whole = { 'requests.received': received, 'requests.granted': received - refused, 'requests.settled': received }
  const columns = { ...whole, 'requests.refused.stateSecret': refused }
  const requests = Object.entries(columns).flatMap(([row, value]) => [
    [`${row}.natural`, value] as const,
    [`${row}.total`, value] as const,
  ])
  const disputed = Math.round(received / 10)
  return { ...Object.fromEntries(requests), 'review.upheld': disputed, 'review.total': disputed }
}

/** Opens a page over twelve reports of four agencies. */
export async function visitFilled(path: string) {
  const store = await opened()
  if ((await store.db.reports.count()) === 0)
    for (const [at, agency] of AGENCIES.entries())
      for (const [later, year] of YEARS.entries()) {
        const numbers = numbersOf(60 + 20 * at + 9 * later * (at - 1))
        await save(store, report({ agency, year, numbers, file: `${agency}${String(year)}.docx` }))
      }
  return visit(path)
}

async function opened() {
  const store = await databaseOf('real')
  if (!store.ok) throw new Error(store.error.reason)
  return store.value
}

/** Throws away what the tests of a file kept. */
export async function dropFilled(): Promise<void> {
  cleanup()
  const { db } = await opened()
  // What pages of earlier tests still read must not find it gone: a writer waits for every reader before it, and some read twice.
  for (let turn = 0; turn < 3; turn++) await db.transaction('rw', db.tables, () => db.settings.count())
  db.close()
  await dropDatabase(DATABASES.real)
}

const LOOKS = [
  [390, 844, 'light'],
  [1366, 768, 'dark'],
  [1366, 768, 'light'],
] as const

/** Both themes on a screen of an office, and a phone: nothing that axe finds, nothing to scroll sideways. `ready`: what must stand before it is looked at. */
export async function expectUsable(pinia: Pinia, what: string, ready: () => Promise<void>): Promise<void> {
  const preferences = usePreferences(pinia)
  for (const [width, height, theme] of LOOKS) {
    await page.viewport(width, height)
    preferences.chosenTheme = theme
    await ready()
    await expect
      .poll(() => document.documentElement.scrollWidth, { message: `${what} at ${String(width)}` })
      .toBeLessThanOrEqual(width)
    expect(await violations(), `${what}, ${theme}, ${String(width)}`).toEqual([])
  }
}

/** Chinese words on the page, in labels and hints too, but for `names` and what stands in both languages. */
export function chineseLeft(names: readonly string[]): string[] {
  const words: string[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) words.push(walker.currentNode.textContent ?? '')
  for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]'))
    for (const name of ['aria-label', 'title', 'placeholder']) words.push(element.getAttribute(name) ?? '')
  const bare = words.map((text) =>
    [...names, '切换为中文', '中'].reduce((rest, name) => rest.replaceAll(name, ''), text),
  )
  return [...new Set(bare.filter((text) => /\p{Script=Han}|[（）：，。]/u.test(text)))]
}

/** Names of the agencies, which are Chinese in either language. */
export async function agencyNames(): Promise<string[]> {
  const { db } = await opened()
  return (await db.agencies.toArray()).map(({ name }) => name)
}
