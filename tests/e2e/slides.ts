import { strFromU8, unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { download } from './app'

/** What a figure's slide holds: its text, and how many charts and pictures. */
interface SavedSlide {
  readonly text: string
  readonly charts: number
  readonly pictures: number
}

/** Saves the slide of the figure with a heading, and opens the file. */
export async function slideOf(page: Page, heading: RegExp): Promise<SavedSlide> {
  const figure = page.locator('figure', { has: page.getByRole('heading', { name: heading }) })
  const { name, bytes } = await download(page, () => figure.getByRole('button', { name: 'PPTX' }).click())
  expect(name).toMatch(/\.pptx$/u)
  const parts = unzipSync(bytes)
  const count = (pattern: RegExp): number => Object.keys(parts).filter((part) => pattern.test(part)).length
  return {
    text: strFromU8(parts['ppt/slides/slide1.xml'] ?? new Uint8Array()),
    charts: count(/^ppt\/charts\/chart\d+\.xml$/u),
    pictures: count(/^ppt\/media\/.+\.(?:svg|png)$/u),
  }
}
