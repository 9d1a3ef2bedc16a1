import { benchQueries } from './querying'

const bench = { queries: benchQueries }

declare global {
  interface Window {
    /** What the runner calls. */
    bench: typeof bench
  }
}
window.bench = bench
