import { benchImport } from './importing'
import { benchQueries } from './querying'

const bench = { import: benchImport, queries: benchQueries }

declare global {
  interface Window {
    /** What the runner calls. */
    bench: typeof bench
  }
}
window.bench = bench
