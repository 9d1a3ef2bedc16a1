import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, inject, onTestFinished } from 'vitest'
import { metaPolicy, securityHeaders } from '@/security'
import { expectAccessible, origin, recordComplaints, test } from './app'

const dist = fileURLToPath(new URL('../../dist', import.meta.url))

describe('npm start', () => {
  test('sends the security headers with the page and with its scripts', async () => {
    const home = `http://127.0.0.1:${inject('port')}/`
    const page = await fetch(home)
    const script = /src="\.\/(assets\/[^"]+\.js)"/.exec(await page.text())?.[1] ?? ''
    for (const response of [page, await fetch(home + script)]) {
      expect(response.status).toBe(200)
      for (const [name, value] of Object.entries(securityHeaders)) expect(response.headers.get(name)).toBe(value)
    }
  })

  test('answers an address that is no file with 404', async () => {
    const response = await fetch(`http://127.0.0.1:${inject('port')}/assets/gone.js`)
    expect(response.status).toBe(404)
  })
})

describe('the built app', () => {
  test('opens on a host that is no secure context, without a complaint', async ({ app }) => {
    await app.open('')
    expect(await app.page.evaluate(() => window.isSecureContext)).toBe(false)
    expect(await app.page.title()).toContain('勾稽')
    await expectAccessible(app.page)
  })

  test('carries the policy in the page, for hosts that send no headers', async ({ app }) => {
    await app.open('')
    const meta = app.page.locator('meta[http-equiv="Content-Security-Policy"]')
    expect(await meta.getAttribute('content')).toBe(metaPolicy)
  })

  test('opens from a static host without headers, below a path', async ({ browser }) => {
    const address = await serveStatically('/公开/年报/')
    const context = await browser.newContext()
    onTestFinished(() => context.close())
    const page = await context.newPage()
    const complaints = await recordComplaints(context, page)
    await page.goto(address)
    await page.locator('#app > *').first().waitFor()
    expect(complaints).toEqual([])
  })

  test('says plainly that a browser is below the floor', async ({ browser }) => {
    const page = await browser.newPage()
    onTestFinished(() => page.close())
    await page.addInitScript(() => Reflect.deleteProperty(window, 'structuredClone'))
    await page.goto(origin())
    expect(await page.getByRole('alert').first().innerText()).toContain('Chromium 100')
  })
})

/** Serves `dist/` below a path, as any static host would. */
async function serveStatically(base: string): Promise<string> {
  const types: Record<string, string> = {
    '.html': 'text/html',
    '.js': 'text/javascript',
    '.css': 'text/css',
    '.svg': 'image/svg+xml',
  }
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '', 'http://host').pathname)
    const file = path === base ? 'index.html' : normalize(path.slice(base.length))
    readFile(join(dist, file)).then(
      (bytes) => {
        response.setHeader('Content-Type', types[extname(file)] ?? 'application/octet-stream')
        response.end(bytes)
      },
      () => {
        response.statusCode = path.startsWith(base) ? 404 : 403
        response.end()
      },
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The system gave no port')
  return `http://127.0.0.1:${address.port}${encodeURI(base)}`
}
