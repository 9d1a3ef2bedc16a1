import { readRegisterFile } from '../exports/registerFile'
import { decodeText } from '../readers/encoding'
import { loadRegions } from '../register/loadRegions'
import { planRegister } from '../register/table/plan'
import type { RegisterPlan } from '../register/table/plan'
import { listAgencies } from '../store/agencies'
import { storeError } from '../store/storeError'
import { takePlan } from '../store/takePlan'
import { storeOf } from './openStores'
import type { PlanShown, RegisterApi } from './registerApi'
import { serve } from './rpc'

/** What a page shows of each list; and rows of a journal at a time, so that receiving them never holds the page up. */
const SHOWN = 200
const PIECE = 250

let rows: readonly (readonly string[])[] = []
let plan: RegisterPlan | null = null

function shown({ added, changed, refused, ignored, unchanged, absent }: RegisterPlan): PlanShown {
  return {
    added: added.slice(0, SHOWN),
    changed: changed.slice(0, SHOWN),
    refused: refused.slice(0, SHOWN),
    ignored,
    counts: {
      added: added.length,
      changed: changed.length,
      refused: refused.length,
      refusedRows: new Set(refused.map(({ row }) => row)).size,
      unchanged: unchanged.length,
      absent: absent.length,
    },
  }
}

serve<RegisterApi>({
  plan: async ({ database, file, language }) => {
    plan = null
    if (file) {
      const read = await readRegisterFile(new Uint8Array(await file.arrayBuffer()), (bytes) => decodeText(bytes).text)
      if (!read.ok) return { ok: false, error: { kind: 'file', fault: read.error } }
      rows = read.value
    }
    const store = await storeOf(database)
    if (!store.ok) return { ok: false, error: { kind: 'store', error: store.error } }
    const agencies = await listAgencies(store.value)
    const regions = (await loadRegions()).extended(agencies)
    plan = planRegister(rows, agencies, { regions, language })
    return { ok: true, value: shown(plan) }
  },
  take: async ({ database }, { progress }) => {
    const store = await storeOf(database)
    if (!store.ok) return store
    if (!plan) return { ok: false, error: storeError('not-found') }
    const taken = await takePlan(store.value, plan)
    if (!taken.ok) return taken
    const { value, journal } = taken.value
    for (let from = 0; from < journal.changes.length; from += PIECE) progress(journal.changes.slice(from, from + PIECE))
    return { ok: true, value: { written: value.write.length, stale: value.stale.length, at: journal.at } }
  },
})
