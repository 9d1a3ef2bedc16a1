import type { TotalFormat } from '../exports/total/totalFormat'
import type { Total } from '../totals/total'
import { storeOf } from './openStores'
import { serve } from './rpc'
import type { TotalApi } from './totalApi'
import { totalOfStore } from './totalOfStore'

interface Making {
  readonly language: 'zh' | 'en'
  readonly example: boolean
}

const OFFICE = 'application/vnd.openxmlformats-officedocument'

const MAKERS: Readonly<Record<TotalFormat, (total: Total, making: Making) => Promise<Blob>>> = {
  docx: async (total, { example }) => {
    const { totalDocx } = await import('../exports/total/totalDocx')
    return blob(await totalDocx(total, { example }), `${OFFICE}.wordprocessingml.document`)
  },
  xlsx: async (total, { language, example }) => {
    const { totalXlsx } = await import('../exports/total/totalXlsx')
    const created = new Date().toISOString()
    return blob(await totalXlsx(total, { language, example, created }), `${OFFICE}.spreadsheetml.sheet`)
  },
  json: async (total) => {
    const { totalJson } = await import('../exports/total/totalJson')
    return new Blob([totalJson(total)], { type: 'application/json' })
  },
}

function blob(bytes: Uint8Array, type: string): Blob {
  return new Blob([new Uint8Array(bytes)], { type })
}

serve<TotalApi>({
  total: async ({ database, parent, year }) => {
    const store = await storeOf(database)
    return store.ok ? { ok: true, value: await totalOfStore(store.value, parent, year) } : store
  },
  file: async ({ database, parent, year, format, language, example }) => {
    const store = await storeOf(database)
    if (!store.ok) return store
    const answer = await totalOfStore(store.value, parent, year)
    if (!answer?.total.ok) return { ok: true, value: null }
    return { ok: true, value: await MAKERS[format](answer.total.value, { language, example }) }
  },
})
