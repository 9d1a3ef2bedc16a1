import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** Corrects a cell of the report that is open, by the keys of the panel that tells where it comes from. */
export async function correct(page: Page, field: string, to: string): Promise<void> {
  await page.locator(`[data-field="${field}"]`).click()
  const panel = page.locator('.origin')
  // A key pressed before the panel has the focus is the table's.
  await expect.poll(() => panel.evaluate((element) => element.contains(document.activeElement))).toBe(true)
  await page.keyboard.press('e')
  await panel.getByLabel('改为').fill(to)
  await panel.getByLabel('理由').fill('填报机关电话确认')
  await panel.getByRole('button', { name: '保存更正' }).click()
}
