import { watch } from 'vue'
import type { LocationQuery, LocationQueryRaw, Router } from 'vue-router'
import type { DatabaseId } from '@/store/db'
import { useDatabase } from './database'

/** In the address of every page that shows the fictional city or what was shared, so that a link to it never shows another's data, nor the other way round. */
const PARAM = 'data'

/**
 * Keeps the address and the database that is shown together. An address that comes from outside (opened, pasted, from the history) chooses the database;
 * going about in the app keeps it; and where it is chosen by a button the address follows.
 */
export function followDatabase(router: Router): void {
  /** The address was not made by this app just now. */
  let fromOutside = true
  let choosing = false
  let followed = false
  router.options.history.listen(() => {
    fromOutside = true
  })
  // While the first page is being loaded, the router hears of no other address.
  void router.isReady().then(() => {
    fromOutside = false
  })

  function followChoices(): void {
    followed = true
    const database = useDatabase()
    watch(
      () => database.id,
      (id) => {
        const { query, hash } = router.currentRoute.value
        if (!choosing) void router.replace({ query: withDatabase(query, id), hash })
      },
      { flush: 'sync' },
    )
  }

  router.beforeEach((to) => {
    const database = useDatabase()
    if (!followed) followChoices()
    const asked = databaseIn(to.query)
    if (!fromOutside) return asked === database.id || { ...to, query: withDatabase(to.query, database.id) }
    fromOutside = false
    // The page says itself what it shows while the database opens.
    choosing = true
    void (asked === 'example' ? database.loadExample() : database.select(asked))
    choosing = false
    return true
  })

  // A link may be opened in another tab.
  const resolve = router.resolve.bind(router)
  router.resolve = (to: Parameters<typeof resolve>[0], current?: Parameters<typeof resolve>[1]) => {
    const found = resolve(to, current)
    if (databaseIn(found.query) === useDatabase().id) return found
    return resolve({ path: found.path, query: withDatabase(found.query, useDatabase().id), hash: found.hash }, current)
  }
}

function databaseIn(query: LocationQuery): DatabaseId {
  if (useDatabase().isCarried) return 'shared'
  const asked = query[PARAM]
  return asked === 'example' || asked === 'shared' ? asked : 'real'
}

function withDatabase(query: LocationQuery, id: DatabaseId): LocationQueryRaw {
  return id === 'real' || useDatabase().isCarried ? withoutDatabase(query) : { ...query, [PARAM]: id }
}

/** An address's query without the word on which database is shown, to be kept in one of them. */
export function withoutDatabase<T>(query: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(query).filter(([name]) => name !== PARAM))
}
