import { describe, expect, onTestFinished } from 'vitest'
import { origin, recordComplaints, test } from './app'
import type { Browser, Page } from 'playwright-core'

describe('the guard of the end-to-end tests', () => {
  test('records an inline script that the policy blocks', async ({ browser }) => {
    const { page, complaints } = await guarded(browser)
    await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'window.ran = true'
      document.head.append(script)
    })
    await expect.poll(() => complaints.join('\n')).toContain('policy violation: script-src-elem inline')
    expect(await page.evaluate(() => 'ran' in window)).toBe(false)
  })

  test('records a style attribute that the policy blocks', async ({ browser }) => {
    const { page, complaints } = await guarded(browser)
    await page.evaluate(() => {
      const attribute = document.createAttribute('style')
      attribute.value = 'color: red'
      document.body.setAttributeNode(attribute)
    })
    await expect.poll(() => complaints.join('\n')).toContain('policy violation: style-src-attr inline')
  })

  test('records a request to another host, and lets none out', async ({ browser }) => {
    const { page, complaints } = await guarded(browser)
    const came = await page.evaluate(() =>
      fetch('http://example.com/').then(
        () => true,
        () => false,
      ),
    )
    expect(came).toBe(false)
    await expect.poll(() => complaints.join('\n')).toContain('example.com')
  })

  test('records an uncaught error and a console error', async ({ browser }) => {
    const { page, complaints } = await guarded(browser)
    await page.evaluate(() => {
      console.error('said so')
      setTimeout(() => {
        throw new Error('thrown late')
      })
    })
    await expect.poll(() => complaints).toEqual(['console: said so', 'uncaught: thrown late'])
  })
})

async function guarded(browser: Browser): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext()
  onTestFinished(() => context.close())
  const page = await context.newPage()
  const complaints = await recordComplaints(context, page)
  await page.goto(origin())
  return { page, complaints }
}
