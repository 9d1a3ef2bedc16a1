import { createRouter, createWebHashHistory } from 'vue-router'
import type { Router, RouteRecordRaw } from 'vue-router'
import { followDatabase } from '@/state/databaseAddress'
import type { MessageKey } from '@/ui/i18n'
import { watchRouteFocus } from '@/ui/routeFocus'

declare module 'vue-router' {
  interface RouteMeta {
    /** The page's name in the rail, the search and the document's title. */
    title: MessageKey
    /** The page has the window to itself. */
    bare?: boolean
  }
}

/** Every page, each loaded when it is first opened. */
const routes: RouteRecordRaw[] = [
  {
    path: '/',
    name: 'overview',
    component: () => import('@/pages/OverviewPage.vue'),
    meta: { title: 'overview.title' },
  },
  {
    path: '/ask/:question',
    name: 'question',
    component: () => import('@/pages/QuestionPage.vue'),
    meta: { title: 'overview.title' },
  },
  {
    path: '/compare',
    name: 'compare',
    component: () => import('@/pages/ComparePage.vue'),
    meta: { title: 'compare.title' },
  },
  {
    path: '/deck',
    name: 'deck',
    component: () => import('@/pages/DeckPage.vue'),
    meta: { title: 'deck.title' },
  },
  {
    path: '/deck/print',
    name: 'deckPrint',
    component: () => import('@/pages/DeckPrintPage.vue'),
    meta: { title: 'deck.print.title' },
  },
  {
    path: '/deck/present',
    name: 'deckPresent',
    component: () => import('@/pages/DeckPresentPage.vue'),
    meta: { title: 'deck.present.title', bare: true },
  },
  {
    path: '/import',
    name: 'import',
    component: () => import('@/pages/ImportPage.vue'),
    meta: { title: 'import.title' },
  },
  {
    path: '/coverage',
    name: 'coverage',
    component: () => import('@/pages/CoveragePage.vue'),
    meta: { title: 'coverage.title' },
  },
  {
    path: '/reports',
    name: 'reports',
    component: () => import('@/pages/ReportsPage.vue'),
    meta: { title: 'reports.title' },
  },
  {
    path: '/reports/:agency/:year(\\d{4})',
    name: 'report',
    component: () => import('@/pages/ReportPage.vue'),
    meta: { title: 'report.title' },
  },
  {
    path: '/reports/:agency/:year(\\d{4})/changes',
    name: 'changes',
    component: () => import('@/pages/ChangesPage.vue'),
    meta: { title: 'revision.title' },
  },
  {
    path: '/review/:report',
    name: 'review',
    component: () => import('@/pages/ReviewPage.vue'),
    meta: { title: 'review.title' },
  },
  {
    path: '/documents/:id',
    name: 'document',
    component: () => import('@/pages/DocumentPage.vue'),
    meta: { title: 'documents.title' },
  },
  {
    path: '/fill/:id',
    name: 'fill',
    component: () => import('@/pages/FillPage.vue'),
    meta: { title: 'filling.title' },
  },
  {
    path: '/checks',
    name: 'checks',
    component: () => import('@/pages/ChecksPage.vue'),
    meta: { title: 'checks.title' },
  },
  {
    path: '/totals',
    name: 'totals',
    component: () => import('@/pages/TotalsPage.vue'),
    meta: { title: 'totals.title' },
  },
  {
    path: '/definitions',
    name: 'definitions',
    component: () => import('@/pages/DefinitionsPage.vue'),
    meta: { title: 'definitions.title' },
  },
  {
    path: '/agencies',
    name: 'agencies',
    component: () => import('@/pages/AgenciesPage.vue'),
    meta: { title: 'agencies.title' },
  },
  {
    path: '/agencies/:agency',
    redirect: ({ params }) => ({ name: 'agencies', params: {}, query: { agency: params['agency'] } }),
  },
  {
    path: '/settings',
    name: 'settings',
    component: () => import('@/pages/SettingsPage.vue'),
    meta: { title: 'settings.title' },
  },
  {
    path: '/merge',
    name: 'merge',
    component: () => import('@/pages/MergePage.vue'),
    meta: { title: 'merge.title' },
  },
  {
    path: '/:path(.*)*',
    name: 'notFound',
    component: () => import('@/pages/NotFoundPage.vue'),
    meta: { title: 'shell.notFound.title' },
  },
]

/** The router over the address's hash, so that any static host serves every page. Install it after Pinia. */
export function createAppRouter(): Router {
  const router = createRouter({
    history: createWebHashHistory(),
    routes,
    scrollBehavior: (to, from, saved) => {
      if (saved) return saved
      return to.path === from.path ? undefined : { top: 0 }
    },
  })
  followDatabase(router)
  watchRouteFocus(router)
  return router
}
