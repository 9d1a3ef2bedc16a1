/** All workers of a page that carries its data, in one script, so that what they share is there once: which of them it is, its name says. */
const WORKERS: Readonly<Record<string, () => Promise<unknown>>> = {
  'gouji-backup': () => import('./backup.worker'),
  'gouji-checks': () => import('./checks.worker'),
  'gouji-cube': () => import('./cube.worker'),
  'gouji-dataset': () => import('./dataset.worker'),
  'gouji-total': () => import('./total.worker'),
}

void WORKERS[self.name]?.()
