import axe from 'axe-core'
import { createPinia } from 'pinia'
import { render } from 'vitest-browser-vue'
import App from '@/App.vue'
import { createAppRouter } from '@/router'
import { i18n } from '@/ui/i18n'
import '@/ui/styles/tokens.css'
import '@/ui/styles/base.css'
import '@/ui/styles/controls.css'

/** Opens the whole app at an address behind the `#`. */
export async function visit(path: string) {
  location.hash = path
  const router = createAppRouter()
  const pinia = createPinia()
  const screen = await render(App, { global: { plugins: [pinia, i18n, router] } })
  await router.isReady()
  return { screen, router, pinia }
}

/** What axe finds on the page by WCAG 2.0–2.2, A and AA: the rule and its first element. */
export async function violations(): Promise<string[]> {
  const found = await axe.run(document.body, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
  return found.violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`)
}
