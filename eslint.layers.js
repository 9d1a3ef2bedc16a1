/** Folders that know neither the page nor Node: the page, the worker, the command line and the tests share them. */
export const pureLayers = [
  'form',
  'readers',
  'report',
  'extract',
  'register',
  'totals',
  'check',
  'revision',
  'cube',
  'charts',
  'analysis',
  'exports',
  'sample',
]

/**
 * Who may import whom. A folder of `src/` sees the folders of its row and nothing else; the order
 * is that of the way from bytes to pages.
 *
 * @type {Record<string, { imports: string[], types?: string[] }>} `types`: by `import type` only
 */
const layers = {
  form: { imports: [] },
  readers: { imports: [], types: ['report'] },
  report: { imports: ['form'] },
  extract: { imports: ['form', 'readers', 'report'] },
  register: { imports: ['form'] },
  totals: { imports: ['form', 'report', 'register'] },
  check: { imports: ['form', 'report', 'register', 'totals'] },
  revision: { imports: ['form', 'report', 'check'] },
  cube: { imports: ['form', 'report', 'register'] },
  charts: { imports: ['form'], types: ['report', 'cube'] },
  analysis: { imports: ['form', 'register', 'charts'], types: ['report', 'cube'] },
  exports: {
    imports: ['form', 'report', 'register', 'totals', 'check', 'revision', 'charts'],
    types: ['cube', 'analysis'],
  },
  sample: { imports: ['form', 'report', 'register', 'exports'] },
  store: { imports: ['form', 'report', 'register', 'check', 'analysis'] },
  workers: { imports: [...pureLayers, 'store'] },
  state: { imports: [...pureLayers, 'store', 'workers'] },
  ui: { imports: [...pureLayers, 'state', 'chartComponent'], types: ['store', 'workers'] },
  chartComponent: { imports: [...pureLayers, 'state', 'ui'] },
  pages: { imports: [...pureLayers, 'state', 'ui', 'chartComponent'], types: ['store', 'workers'] },
  app: { imports: [...pureLayers, 'state', 'ui', 'pages'] },
  cli: { imports: pureLayers },
  policy: { imports: [] },
}

/** Libraries that only some folders may import: [the libraries, the folders, how]. */
const libraries = [
  {
    modules: ['vue', 'vue-router', 'pinia', 'vue-i18n', 'reka-ui', '@tanstack/*'],
    layers: ['state', 'ui', 'chartComponent', 'pages', 'app'],
  },
  { modules: ['dexie'], layers: ['store'] },
  {
    modules: ['echarts', 'echarts/*', 'zrender'],
    layers: ['exports', 'chartComponent'],
    types: ['charts', 'ui', 'pages'],
  },
]

const wholeFiles = /** @type {const} */ ({
  app: ['src/main.ts', 'src/App.vue', 'src/router.ts'],
  policy: ['src/security.ts'],
})

const elements = [
  ...Object.entries(wholeFiles).map(([type, pattern]) => ({ type, pattern, mode: 'full' })),
  { type: 'chartComponent', pattern: 'src/ui/chart', partialMatch: false },
  ...Object.keys(layers)
    .filter((type) => !(type in wholeFiles) && type !== 'chartComponent')
    .map((type) => ({ type, pattern: `src/${type}`, partialMatch: false })),
  { type: 'data', pattern: 'data', partialMatch: false },
]

const layerPolicies = Object.entries(layers).flatMap(([type, { imports, types = [] }]) => [
  { from: { element: { type } }, allow: { to: { element: { type: [type, ...imports] } } } },
  ...(types.length === 0
    ? []
    : [{ from: { element: { type } }, allow: { to: { element: { type: types } }, dependency: { kind: 'type' } } }]),
])

const libraryPolicies = libraries.flatMap(({ modules, layers: allowed, types = [] }) => {
  const to = { module: { origin: 'external', source: modules } }
  const others = Object.keys(layers).filter((type) => !allowed.includes(type))
  return [
    { from: { element: { type: others } }, disallow: { to } },
    ...(types.length === 0
      ? []
      : [{ from: { element: { type: types } }, allow: { to, dependency: { kind: 'type' } } }]),
  ]
})

export const boundarySettings = {
  'boundaries/elements': elements,
  'boundaries/dependency-nodes': ['import', 'dynamic-import', 'export'],
  'boundaries/legacy-warnings': false,
}

/** @type {import('eslint').Linter.RulesRecord} */
export const boundaryRules = {
  'boundaries/no-unknown-files': 'error',
  'boundaries/no-unknown-dependencies': 'error',
  'boundaries/dependencies': [
    'error',
    {
      default: 'disallow',
      checkAllOrigins: true,
      policies: [
        ...layerPolicies,
        {
          from: { element: { type: ['register', 'sample', 'state', 'cli'] } },
          allow: { to: { element: { type: 'data' } } },
        },
        { allow: { to: { module: { origin: 'external' } } } },
        ...libraryPolicies,
        { from: { element: { type: 'cli' } }, allow: { to: { module: { origin: 'core' } } } },
      ],
    },
  ],
}
