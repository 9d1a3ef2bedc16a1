import { findingBasis, findingKey } from '../check/decisions'
import type { FindingWord } from '../check/decisions'
import type { Finding } from '../report/finding'
import type { Result } from '../report/report'
import { write } from './db'
import type { Store, StoreDatabase } from './db'
import { findingDecisionId } from './findingDecisionId'
import { isOfFinding } from './judge'
import { rejudgeUnder } from './refile'
import type { FindingDecisionRow } from './decisionRows'
import { Refusal, storeError } from './storeError'
import type { StoreError } from './storeError'
import type { AgencyYear } from './versions'

/** A finding and the report that it is listed under. */
export interface OwnFinding extends AgencyYear {
  readonly finding: Finding
}

/** What is said, once, of one finding or of many. */
export interface Saying {
  readonly says: FindingWord
  /** Why; must not be empty for `setAside`. */
  readonly reason: string
  readonly by: string
}

/**
 * Notes a person's word on findings, all of them or none. It holds while their numbers are the same, in whatever version; set aside, they mark no figure
 * and are counted no more. A finding of which something was said with the same numbers has the new word instead.
 */
export async function decideFindings(
  store: Store,
  findings: readonly OwnFinding[],
  { says, reason, by }: Saying,
  now = new Date(),
): Promise<Result<readonly FindingDecisionRow[], StoreError>> {
  if (says === 'setAside' && reason.trim() === '') return { ok: false, error: storeError('reason-missing') }
  const { db } = store
  return write(store, decisionTables(db), async () => {
    const rows = findings.map(({ agency, year, finding }): FindingDecisionRow => {
      const said = { finding: findingKey(finding), basis: findingBasis(finding) }
      return {
        id: findingDecisionId({ agency, year }, said),
        kind: 'finding',
        agency,
        year,
        rule: finding.rule,
        ...said,
        formula: finding.formula,
        cells: finding.cells.map(({ field, agency: of, year: in_, value }) => ({
          field,
          ...(of === undefined ? {} : { agency: of }),
          year: in_,
          value,
        })),
        says,
        reason: reason.trim(),
        by: by.trim(),
        at: now.toISOString(),
      }
    })
    await db.decisions.bulkPut(rows)
    await rejudgeAll(db, rows)
    return rows
  })
}

/** Takes words on findings back, all of them or none: the findings are open again. Gives the agencies and years concerned. */
export async function withdrawFindingDecisions(
  store: Store,
  ids: readonly string[],
): Promise<Result<readonly AgencyYear[], StoreError>> {
  const { db } = store
  return write(store, decisionTables(db), async () => {
    const rows = (await db.decisions.bulkGet([...ids])).flatMap((row) => (row && isOfFinding(row) ? [row] : []))
    if (rows.length < ids.length) throw new Refusal(storeError('not-found'))
    await db.decisions.bulkDelete([...ids])
    return rejudgeAll(db, rows)
  })
}

/** What it takes to make words on findings as they were: rows to take away, and rows to write as they are. */
export interface FormerWords {
  readonly away: readonly string[]
  readonly back: readonly FindingDecisionRow[]
}

/** Makes words on findings as they were before a step, all of them or none. Gives the agencies and years concerned. */
export async function undoFindingDecisions(
  store: Store,
  { away, back }: FormerWords,
): Promise<Result<readonly AgencyYear[], StoreError>> {
  const { db } = store
  return write(store, decisionTables(db), async () => {
    const gone = (await db.decisions.bulkGet([...away])).flatMap((row) => (row && isOfFinding(row) ? [row] : []))
    await db.decisions.bulkDelete(gone.map(({ id }) => id))
    await db.decisions.bulkPut([...back])
    return rejudgeAll(db, [...gone, ...back])
  })
}

/** Every word on the findings of some agencies and years. */
export async function findingDecisionsOf(store: Store, keys: readonly AgencyYear[]): Promise<FindingDecisionRow[]> {
  const pairs = keys.map(({ agency, year }) => [agency, year])
  return (await store.db.decisions.where('[agency+year]').anyOf(pairs).toArray()).filter(isOfFinding)
}

/** Every word on a finding, to stand beside the findings. */
export async function findingDecisions(store: Store): Promise<FindingDecisionRow[]> {
  return (await store.db.decisions.where('kind').equals('finding').toArray()).filter(isOfFinding)
}

function decisionTables(db: StoreDatabase): StoreDatabase['tables'] {
  const { reports, cells, texts, issues, findings, agencies, decisions } = db
  return [reports, cells, texts, issues, findings, agencies, decisions]
}

async function rejudgeAll(db: StoreDatabase, rows: readonly AgencyYear[]): Promise<AgencyYear[]> {
  const keys = new Map(rows.map(({ agency, year }) => [`${String(year)} ${agency}`, { agency, year }]))
  for (const { agency, year } of keys.values()) await rejudgeUnder(db, agency, [year])
  return [...keys.values()]
}
