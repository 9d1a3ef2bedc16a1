import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** Milliseconds without a change of the page after which nothing more is expected of it. */
const QUIET = 250

/** A day on which pages are looked at, after the last report of the fictional city was due. */
export const THE_DAY = '2025-04-10'

/** Waits until the page has what it asks for: no figure is being computed, no letter is loaded, and nothing changes any more. */
export async function steady(page: Page): Promise<void> {
  await expect.poll(() => page.locator('main :is(.waiting, .skeleton, figure.pending)').count()).toBe(0)
  await page.evaluate(async (quiet) => {
    await document.fonts.ready
    await new Promise<void>((resolve) => {
      let timer = setTimeout(resolve, quiet)
      new MutationObserver(() => {
        clearTimeout(timer)
        timer = setTimeout(resolve, quiet)
      }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true })
    })
  }, QUIET)
}

/**
 * Writes the day of the import over with a fixed one of as many signs. It is stamped in workers, which no page's clock reaches; all other days that pages show
 * are the page's own clock's or the reports'.
 */
export async function stillDays(page: Page): Promise<void> {
  await page.evaluate((day) => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let text = texts.nextNode(); text; text = texts.nextNode())
      if (text.nodeValue !== null) text.nodeValue = text.nodeValue.replace(/\b20(?:2[6-9]|[3-9]\d)-\d\d-\d\d\b/gu, day)
  }, THE_DAY)
}
