import type { DBCore, DBCoreMutateRequest, DBCoreTable } from 'dexie'
import type { StampRow } from './rows'

/** Tables of which a page keeps a copy in memory, and so must learn when another page has written. */
const STAMPED = 'agencies'
const STAMPS = 'stamps'

/**
 * Gives `agencies` a new stamp in the very transaction that writes to it, whoever writes and however: a copy whose stamp is the stored one is up to date.
 * A stamp is a random number and not a count, so that it never comes back after a restore.
 */
export function stamping(core: DBCore): DBCore {
  return {
    ...core,
    transaction: (tables, mode, options) =>
      core.transaction(
        mode === 'readwrite' && tables.includes(STAMPED) ? [...new Set([...tables, STAMPS])] : tables,
        mode,
        options,
      ),
    table: (name): DBCoreTable => (name === STAMPED ? stamped(core, core.table(name)) : core.table(name)),
  }
}

function stamped(core: DBCore, table: DBCoreTable): DBCoreTable {
  return {
    ...table,
    mutate: (request) => {
      const written = table.mutate(request)
      if (changesNothing(request)) return written
      const row: StampRow = { table: STAMPED, stamp: Math.random() }
      return written.then((result) =>
        core
          .table(STAMPS)
          .mutate({ type: 'put', trans: request.trans, values: [row] })
          .then(() => result),
      )
    },
  }
}

function changesNothing(request: DBCoreMutateRequest): boolean {
  if (request.type === 'deleteRange') return false
  return (request.type === 'delete' ? request.keys : request.values).length === 0
}
