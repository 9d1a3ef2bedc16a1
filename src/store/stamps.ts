import type { DBCore, DBCoreMutateRequest, DBCoreTable } from 'dexie'
import type { StampRow } from './rows'

/** The table of which a page keeps a copy in memory, and so must learn when another page has written. */
const STAMPED = 'agencies'
/** What a copy holds besides: that a name does not stand for an agency is one of the decisions. */
const BESIDE = 'decisions'
export const DISTINCT = 'distinct:'
const STAMPS = 'stamps'

/**
 * Gives `agencies` a new stamp in the very transaction that writes to it, or to what names do not stand for, whoever writes and however: a copy whose stamp is the stored one is up to date.
 * A stamp is a random number and not a count, so that it never comes back after a restore.
 */
export function stamping(core: DBCore): DBCore {
  return {
    ...core,
    transaction: (tables, mode, options) =>
      core.transaction(
        mode === 'readwrite' && (tables.includes(STAMPED) || tables.includes(BESIDE))
          ? [...new Set([...tables, STAMPS])]
          : tables,
        mode,
        options,
      ),
    table: (name): DBCoreTable => {
      if (name === STAMPED) return stamped(core, core.table(name), changesNothing)
      return name === BESIDE ? stamped(core, core.table(name), saysNothingOfNames) : core.table(name)
    },
  }
}

function stamped(core: DBCore, table: DBCoreTable, isIdle: (request: DBCoreMutateRequest) => boolean): DBCoreTable {
  return {
    ...table,
    mutate: (request) => {
      const written = table.mutate(request)
      if (isIdle(request)) return written
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

function saysNothingOfNames(request: DBCoreMutateRequest): boolean {
  if (request.type === 'deleteRange') return false
  const ids: readonly unknown[] =
    request.type === 'delete' ? request.keys : request.values.map((row: { readonly id?: unknown }) => row.id)
  return !ids.some((id) => typeof id === 'string' && id.startsWith(DISTINCT))
}
