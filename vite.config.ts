import { fileURLToPath } from 'node:url'
import { playwright } from '@vitest/browser-playwright'
import vue from '@vitejs/plugin-vue'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import type { TestProjectConfiguration } from 'vitest/config'
import project from './package.json' with { type: 'json' }
import { metaPolicy, securityHeaders } from './src/security.ts'
import { chromiumArgs, findBrowser } from './tests/run/browser.mjs'

const browserFloor = ['chrome100', 'firefox115', 'safari15.4']

/** Puts the policy into the built page; the dev server's own scripts would break it. */
function contentSecurityPolicy(): Plugin {
  return {
    name: 'gouji:content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: metaPolicy },
        injectTo: 'head-prepend',
      },
    ],
  }
}

const executablePath = findBrowser()?.path

/** Where the time of a build went is nothing that whoever runs the app has to know. */
const quietBundler = { checks: { bundlerTimings: false } }

/** What a page is waited for: a slow machine is not a failure. */
const PATIENT = { poll: { timeout: 20_000 } }

/** Files of pure code leave nothing behind, and need not load all of it again each. */
const SHARED_MODULES = { isolate: false } as const

const FULL_DISK = 'tests/browser/storeQuota.test.ts'

/** Tests in a real browser: as many files at once as there are contexts, which share nothing. */
function inBrowser(name: string, include: string[], exclude: string[]): TestProjectConfiguration {
  return {
    extends: true,
    // Found only while tests run, a library would make the page load anew under them.
    optimizeDeps: {
      include: [
        ...Object.keys(project.dependencies),
        'axe-core',
        'hucre/csv',
        'hucre/xlsx',
        'pdfjs-dist/legacy/build/pdf.mjs',
        'pdfjs-dist/legacy/build/pdf.worker.min.mjs',
        'vitest-browser-vue',
        ...['core', 'charts', 'components', 'features', 'renderers'].map((part) => `echarts/${part}`),
      ],
    },
    test: {
      name,
      include,
      exclude,
      setupFiles: ['tests/browser/firstVisit.ts'],
      maxWorkers: 2,
      testTimeout: 60_000,
      expect: PATIENT,
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({
          launchOptions: {
            args: chromiumArgs,
            ...(executablePath === undefined ? {} : { executablePath }),
          },
        }),
        instances: [{ browser: 'chromium' }],
      },
    },
  }
}

export default defineConfig({
  base: './',
  // One page with hash routes: an address that is not a file is an error, not the page again.
  appType: 'mpa',
  plugins: [vue(), contentSecurityPolicy()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  define: {
    __VUE_OPTIONS_API__: 'false',
    __VUE_I18N_FULL_INSTALL__: 'false',
    __VUE_I18N_LEGACY_API__: 'false',
  },
  worker: { format: 'es', rolldownOptions: quietBundler },
  build: {
    target: browserFloor,
    assetsInlineLimit: 0,
    manifest: true,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: quietBundler,
  },
  preview: {
    host: '127.0.0.1',
    allowedHosts: ['gouji.test'],
    cors: false,
    headers: securityHeaders,
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/unit/**/*.test.ts'],
          ...SHARED_MODULES,
          // Some run the command line, which a busy machine begins slowly.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'property',
          environment: 'node',
          include: ['tests/property/**/*.test.ts'],
          ...SHARED_MODULES,
          testTimeout: 120_000,
        },
      },
      inBrowser('browser', ['tests/browser/**/*.test.ts'], [FULL_DISK]),
      // A browser of its own: Chromium remembers how much room there was before the quota was cut.
      inBrowser('full-disk', [FULL_DISK], []),
      {
        extends: true,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          // Each file has a browser of its own, and waits for it more than it computes.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          globalSetup: ['tests/e2e/server.ts'],
          expect: PATIENT,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
