import type { Result } from '../report/report'
import { decideFindings, undoFindingDecisions } from '../store/findingDecisions'
import type { OwnFinding } from '../store/findingDecisions'
import type { FindingDecisionRow } from '../store/decisionRows'
import type { StoreError } from '../store/storeError'
import type { AgencyYear } from '../store/versions'
import type { ChecksApi, Decided } from './checksApi'
import { ChecksOfStore } from './checksOfStore'
import type { FillingProgress } from './cubeApi'
import { lettersOf } from './lettersOfStore'
import { serve } from './rpc'
import type { CallContext } from './rpc'
import type { StandingFindings } from './standingFindings'

type Ready = ReturnType<ChecksOfStore['ready']>

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** Reports whose lines are told at a time. */
const PIECE = 50
const run = `${String(Date.now())}-${Math.random().toString(36).slice(2)}`
const databases = new Map<string, ChecksOfStore>()

function checksOf(database: string): ChecksOfStore {
  const known = databases.get(database)
  if (known) return known
  const checks = new ChecksOfStore(database)
  databases.set(database, checks)
  return checks
}

const ready = (database: string, { progress }: Pick<CallContext<FillingProgress>, 'progress'>): Ready =>
  checksOf(database).ready((value) => {
    progress(value)
  })

function wordsOn(
  findings: StandingFindings,
  ids: readonly string[],
): { own: OwnFinding[]; words: FindingDecisionRow[] } {
  const found = ids.flatMap((id) => findings.find(id) ?? [])
  return {
    own: found.map(({ agency, year, found: { finding } }) => ({ agency, year, finding })),
    words: found.flatMap(({ found: { standing } }) => standing.decision ?? []),
  }
}

function reportsOf(rows: readonly AgencyYear[]): AgencyYear[] {
  const keys = new Map(rows.map(({ agency, year }) => [`${String(year)} ${agency}`, { agency, year }]))
  return [...keys.values()]
}

const done = (value: Decided): Result<Decided, StoreError> => ({ ok: true, value })

serve<ChecksApi>({
  lines: async ({ database, since }, { progress }) => {
    const asked = await ready(database, {
      progress: (filling) => {
        progress({ kind: 'filling', filling })
      },
    })
    if (!asked.ok) return asked
    const { findings, fillings } = asked.value
    const own = `${run} ${String(fillings)}`
    const whole = since?.run !== own
    const { serial, reports } = findings.since(whole ? 0 : since.serial)
    const told = whole ? reports.filter(({ lines }) => lines.length > 0) : reports
    for (let from = 0; from < told.length; from += PIECE)
      progress({ kind: 'reports', reports: told.slice(from, from + PIECE) })
    return { ok: true, value: { mark: { run: own, serial }, order: findings.order(), whole } }
  },
  counts: async ({ database }, context) => {
    const asked = await ready(database, context)
    return asked.ok ? { ok: true, value: asked.value.findings.counts() } : asked
  },
  finding: async ({ database, id }, context) => {
    const asked = await ready(database, context)
    if (!asked.ok) return asked
    const found = asked.value.findings.find(id)
    return { ok: true, value: found && { agency: found.agency, year: found.year, ...found.found } }
  },
  findingsOf: async ({ database, agency, year }, context) => {
    const asked = await ready(database, context)
    return asked.ok ? { ok: true, value: asked.value.findings.of({ agency, year }) } : asked
  },
  decide: async ({ database, ids, says, reason, by }, context) => {
    const asked = await ready(database, context)
    if (!asked.ok) return asked
    const { store, findings } = asked.value
    const { own, words } = wordsOn(findings, ids)
    const written = await decideFindings(store, own, { says, reason, by })
    if (!written.ok) return written
    const taken = new Set(written.value.map(({ id }) => id))
    return done({
      reports: reportsOf(own),
      written: [...taken],
      before: words.filter(({ id }) => taken.has(id)),
    })
  },
  withdraw: async ({ database, ids }, context) => {
    const asked = await ready(database, context)
    if (!asked.ok) return asked
    const { store, findings } = asked.value
    const { words } = wordsOn(findings, ids)
    const away = await undoFindingDecisions(store, { away: words.map(({ id }) => id), back: [] })
    return away.ok ? done({ reports: away.value, written: [], before: words }) : away
  },
  undo: async ({ database, decided: { written, before } }, context) => {
    const asked = await ready(database, context)
    if (!asked.ok) return asked
    const kept = new Set(before.map(({ id }) => id))
    return undoFindingDecisions(asked.value.store, { away: written.filter((id) => !kept.has(id)), back: before })
  },
  workbook: async ({ database, ids, language, example }, context) => {
    const asked = await ready(database, context)
    if (!asked.ok) return asked
    const found = ids.flatMap((id) => asked.value.findings.find(id)?.found ?? [])
    const { findingsXlsx } = await import('../exports/findingsXlsx')
    const bytes = await findingsXlsx(
      found.map(({ finding }) => finding),
      { language, example, standings: found.map(({ standing }) => standing), created: new Date().toISOString() },
    )
    return { ok: true, value: new Blob([new Uint8Array(bytes)], { type: XLSX }) }
  },
  mark: ({ database }, { progress }) =>
    checksOf(database).mark((value) => {
      progress(value)
    }),
  letters: async ({ database, ...request }, { progress }) => {
    const asked = await ready(database, {
      progress: (filling) => {
        progress({ kind: 'filling', filling })
      },
    })
    if (!asked.ok) return asked
    const { store, findings } = asked.value
    const letters = await lettersOf(store, findings, request, (value) => {
      progress({ kind: 'letters', ...value })
    })
    return { ok: true, value: letters }
  },
  changed: ({ database, reports, agencies, settings = false }) => {
    databases.get(database)?.changed({ reports, agencies, settings })
    return null
  },
})
