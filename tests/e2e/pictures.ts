import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'

/** How a browser draws letters: pictures of two that answer alike can be compared point by point. */
export interface Hand {
  readonly browser: string
  readonly platform: string
  /** Of a fixed text, drawn in the fonts that the program asks for. */
  readonly letters: string
}

export interface Difference {
  /** Points that differ, of all. */
  readonly points: number
  readonly of: number
  /** What is wrong besides, such as another size; `''` for nothing. */
  readonly says: string
}

/**
 * References keep 16 steps of each colour, which makes them a third as large. A point differs where a colour is off by more than the 8 that this rounding
 * takes and 4 for how blends are rounded by another processor.
 */
const STEP = 16
const ALLOWED = STEP / 2 + 4

/** Points of a picture that may differ: a speck where a curve is smoothed otherwise, less than one letter or one line. */
const SPECKS = 12

/** A blank page of its own, without the program's policy, on which pictures are unpacked, compared and packed. */
export async function deskOf(context: BrowserContext): Promise<Page> {
  const desk = await context.newPage()
  await desk.setContent('<body style="margin:0"><canvas style="display:block"></canvas></body>')
  return desk
}

/** How this browser draws. */
export async function handOf(desk: Page): Promise<Hand> {
  const { version, platform, picture } = await desk.evaluate(() => {
    const canvas = document.createElement('canvas')
    canvas.width = 600
    canvas.height = 120
    const context = canvas.getContext('2d')
    const families = ["'PingFang SC', 'Microsoft YaHei', 'Source Han Sans SC', 'Noto Sans CJK SC', sans-serif", 'serif']
    families.forEach((family, row) => {
      ;[13, 600].forEach((size, column) => {
        if (!context) return
        context.font = size === 13 ? `13px ${family}` : `600 22px ${family}`
        context.fillText('政府信息公开 1,234.5% n 43 Agency', column * 260, 30 + row * 60)
      })
    })
    return {
      version: /Chrom(?:e|ium)\/\d+/u.exec(navigator.userAgent)?.[0] ?? navigator.userAgent,
      platform: navigator.platform,
      picture: canvas.toDataURL(),
    }
  })
  const letters = createHash('sha256').update(picture).digest('hex').slice(0, 16)
  return { browser: version.replace('/', ' '), platform, letters }
}

/** A hand as people name it. */
export const inWords = ({ browser, platform, letters }: Hand): string => `${browser}, ${platform}, letters ${letters}`

export const sameHand = (one: Hand, other: Hand | null): boolean => other !== null && inWords(one) === inWords(other)

/** Compares a picture with its reference; the desk then shows the difference: what differs in red on the picture grown pale. */
async function compareOn(desk: Page, taken: Buffer, reference: Buffer): Promise<Difference> {
  return desk.evaluate(
    async ({ taken, reference, allowed }) => {
      const pointsOf = async (base64: string): Promise<ImageData> => {
        const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
        const image = await createImageBitmap(new Blob([bytes]))
        const context = new OffscreenCanvas(image.width, image.height).getContext('2d')
        if (!context) throw new Error('No canvas to compare on')
        context.drawImage(image, 0, 0)
        return context.getImageData(0, 0, image.width, image.height)
      }
      const now = await pointsOf(taken)
      const then = await pointsOf(reference)
      const shown = new ImageData(now.width, now.height)
      const same = now.width === then.width && now.height === then.height
      let points = 0
      for (let at = 0; at < now.data.length; at += 4) {
        const off = [0, 1, 2].some((colour) => {
          const before = same ? then.data[at + colour] : undefined
          return before === undefined || Math.abs((now.data[at + colour] ?? 0) - before) > allowed
        })
        if (off) points += 1
        const pale = (colour: number): number => 255 - (255 - (now.data[at + colour] ?? 0)) / 4
        shown.data.set(off ? [220, 0, 0, 255] : [pale(0), pale(1), pale(2), 255], at)
      }
      const canvas = document.querySelector('canvas')
      if (canvas) [canvas.width, canvas.height] = [now.width, now.height]
      canvas?.getContext('2d')?.putImageData(shown, 0, 0)
      const sizes = [now, then].map(({ width, height }) => `${String(width)} × ${String(height)}`)
      return {
        points,
        of: now.width * now.height,
        says: same ? '' : `it is ${sizes[0] ?? ''} points large, its reference ${sizes[1] ?? ''}`,
      }
    },
    { taken: taken.toString('base64'), reference: reference.toString('base64'), allowed: ALLOWED },
  )
}

/** The picture as a reference: in steps of its colours, packed without loss. */
async function packedOn(desk: Page, taken: Buffer): Promise<Buffer> {
  await desk.evaluate(
    async ({ taken, step }) => {
      const bytes = Uint8Array.from(atob(taken), (sign) => sign.charCodeAt(0))
      const image = await createImageBitmap(new Blob([bytes]))
      const canvas = document.querySelector('canvas')
      if (canvas) [canvas.width, canvas.height] = [image.width, image.height]
      const context = canvas?.getContext('2d')
      context?.drawImage(image, 0, 0)
      const points = context?.getImageData(0, 0, image.width, image.height)
      if (!context || !points) throw new Error('No canvas to pack on')
      for (let at = 0; at < points.data.length; at += 1) {
        const rounded = Math.round((points.data[at] ?? 0) / step) * step
        points.data[at] = Math.min(255, rounded)
      }
      context.putImageData(points, 0, 0)
    },
    { taken: taken.toString('base64'), step: STEP },
  )
  return desk.locator('canvas').screenshot({ type: 'webp' })
}

/** Committed pictures of pages, and how the browser that took them draws. */
export class References {
  readonly #folder: string
  readonly #failed: string
  readonly #desk: Page

  /** `failed` is the folder for the pictures of what differs. */
  constructor(folder: string, failed: string, desk: Page) {
    this.#folder = folder
    this.#failed = failed
    this.#desk = desk
  }

  /** The like in other folders, on the same desk. */
  in(folder: string, failed: string): References {
    return new References(folder, failed, this.#desk)
  }

  /** How the browser of the references draws; `null` where there are none. */
  async hand(): Promise<Hand | null> {
    const file = join(this.#folder, 'hand.json')
    return existsSync(file) ? (JSON.parse(await readFile(file, 'utf8')) as Hand) : null
  }

  async keepHand(hand: Hand): Promise<void> {
    await mkdir(this.#folder, { recursive: true })
    await writeFile(join(this.#folder, 'hand.json'), `${JSON.stringify(hand, null, 2)}\n`)
  }

  async keep(name: string, taken: Buffer): Promise<void> {
    await mkdir(this.#folder, { recursive: true })
    await writeFile(join(this.#folder, `${name}.webp`), await packedOn(this.#desk, taken))
  }

  /** What is wrong with a picture, and where to look at it; `null` where it is as its reference. */
  async complaint(name: string, taken: Buffer): Promise<string | null> {
    const file = join(this.#folder, `${name}.webp`)
    if (!existsSync(file)) return `${name}: there is no reference ${file}`
    const { points, of, says } = await compareOn(this.#desk, taken, await readFile(file))
    if (says === '' && points <= SPECKS) return null
    await mkdir(this.#failed, { recursive: true })
    const actual = join(this.#failed, `${name}.png`)
    const difference = join(this.#failed, `${name}.difference.png`)
    await writeFile(actual, taken)
    await this.#desk.locator('canvas').screenshot({ path: difference })
    const told = says === '' ? `${String(points)} of ${String(of)} points differ` : says
    return `${name}: ${told}. Look at ${actual} and ${difference}; where it is meant, run the update that CONTRIBUTING.md names.`
  }
}
