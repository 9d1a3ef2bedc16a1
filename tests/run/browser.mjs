import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright-core'

/** Chromium's flags for every test: no sandbox is to be had in a container, and no traffic of its own. */
export const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const commandNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

const applicationPaths = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/**
 * The browser that the tests run in: the one `CHROME_PATH` names, else one that is installed, else
 * Playwright's own.
 *
 * @returns {{ path: string, source: string } | null} null where there is none yet
 */
export function findBrowser() {
  const named = process.env['CHROME_PATH']
  if (named) return isExecutable(named) ? { path: named, source: 'CHROME_PATH' } : null
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean)
  for (const name of commandNames) {
    const path = folders.map((folder) => join(folder, name)).find(isExecutable)
    if (path) return { path, source: 'installed' }
  }
  const application = applicationPaths.find(isExecutable)
  if (application) return { path: application, source: 'installed' }
  const own = playwrightBrowser()
  return own ? { path: own, source: "Playwright's own" } : null
}

/** @returns {string | null} */
function playwrightBrowser() {
  const path = chromium.executablePath()
  return existsSync(path) ? path : null
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
