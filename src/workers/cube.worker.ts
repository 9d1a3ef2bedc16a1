import type { CubeEngine } from '../cube/engine'
import type { Result } from '../report/report'
import { fingerprintOf } from '../store/fingerprint'
import type { StoreError } from '../store/storeError'
import type { CubeApi, FillingProgress } from './cubeApi'
import { CubeOfStore } from './cubeOfStore'
import { storeOf } from './openStores'
import { serve } from './rpc'
import type { CallContext } from './rpc'

const cubes = new Map<string, CubeOfStore>()

function cubeOf(database: string): CubeOfStore {
  const known = cubes.get(database)
  if (known) return known
  const cube = new CubeOfStore(database)
  cubes.set(database, cube)
  return cube
}

async function ask<T>(
  database: string,
  { progress }: CallContext<FillingProgress>,
  question: (engine: CubeEngine) => Promise<T>,
): Promise<Result<T, StoreError>> {
  const engine = await cubeOf(database).ready(progress)
  return engine.ok ? { ok: true, value: await question(engine.value) } : engine
}

serve<CubeApi>({
  query: ({ database, query }, context) => ask(database, context, (engine) => engine.query(query)),
  coverage: ({ database, where }, context) => ask(database, context, (engine) => engine.coverage(where)),
  latestMissing: ({ database }, context) => ask(database, context, (engine) => engine.latestMissing()),
  catalogue: ({ database }, context) => ask(database, context, (engine) => engine.catalogue()),
  fingerprint: async ({ database }) => {
    const store = await storeOf(database)
    return store.ok ? { ok: true, value: await fingerprintOf(store.value) } : store
  },
  changed: (change) => {
    cubes.get(change.database)?.changed(change)
    return null
  },
})
