import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import type { Ref, ShallowRef } from 'vue'
import type { FindingWord } from '@/check/decisions'
import type { Result } from '@/report/report'
import type { Language } from '@/report/wording'
import type { StoreError } from '@/store/storeError'
import type { AgencyYear } from '@/store/versions'
import type { ChecksApi, Decided, Mark } from '@/workers/checksApi'
import type { FillingProgress } from '@/workers/cubeApi'
import type { FindingLine, StandingFinding } from '@/workers/findingLine'
import type { LettersProgress, LettersRequest } from '@/workers/lettersOfStore'
import type { OpenCounts } from '@/workers/standingFindings'
import { announce, onStoreChange } from './changes'
import { useDatabase } from './database'
import { useImporting } from './importing'
import { databaseName } from './openDatabases'
import { usePreferences } from './preferences'
import { WorkerLink } from './workerLink'

/** Milliseconds that a change waits for more of them. */
const PAUSE = 250
/** The same for the count beside the page's name, which is in no hurry, and in less during an import. */
const COUNT_PAUSE = 1_000
const COUNT_PAUSE_IMPORTING = 10_000
/** Milliseconds that the page's own work goes before: what is shown first is not held up by checking everything. */
const START = 1_500

/** What is said of findings; who says it is the name that was typed once. */
export interface Word {
  readonly says: FindingWord
  /** Must not be empty for `setAside`. */
  readonly reason: string
}

type Done<T> = Promise<Result<T, StoreError>>

/**
 * The findings of all rules over the shown database, and what people say of them. Its worker starts at the first question and follows every change of
 * the store; lines are read once `load` was called, counts once `count` was.
 */
export const useChecks = defineStore('checks', () => {
  const database = useDatabase()
  const preferences = usePreferences()
  const importing = useImporting()
  const lines = shallowRef<readonly FindingLine[] | null>(null)
  const counts = shallowRef<OpenCounts | null>(null)
  const filling = shallowRef<FillingProgress | null>(null)
  const failure = shallowRef<StoreError | null>(null)
  const generation = shallowRef(0)
  const link = new WorkerLink<ChecksApi>(
    () => new Worker(new URL('../workers/checks.worker.ts', import.meta.url), { type: 'module', name: 'gouji-checks' }),
  )
  let byReport = new Map<string, readonly FindingLine[]>()
  let mark: Mark | null = null
  let wanted = false
  let counted = false
  let steps: Decided[] = []
  let started = false
  let turn: Promise<unknown> = Promise.resolve()

  const shown = (): string => databaseName(database.id)
  const told = {
    onProgress: (progress: FillingProgress): void => {
      filling.value = progress.done < progress.of ? progress : null
    },
  }

  /** One question after the other: pieces of two answers must not mix. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = turn.then(work)
    turn = mine.catch(() => null)
    started = true
    return mine
  }

  /** Reads all lines, or what of them has changed. */
  function load(): Promise<void> {
    wanted = true
    return inTurn(readLines)
  }

  async function readLines(): Promise<void> {
    const asked = database.id
    const pieces: [string, readonly FindingLine[]][] = []
    const answer = await link.call(
      'lines',
      { database: databaseName(asked), since: mark },
      {
        onProgress: (piece) => {
          if (piece.kind === 'filling') told.onProgress(piece.filling)
          else for (const { key, lines: own } of piece.reports) pieces.push([key, own])
        },
      },
    )
    if (asked !== database.id) return
    failure.value = answer.ok ? null : answer.error
    if (!answer.ok) return
    const { order, whole, mark: upTo } = answer.value
    byReport = whole ? new Map(pieces) : byReport
    for (const [key, own] of pieces)
      if (own.length > 0) byReport.set(key, own)
      else byReport.delete(key)
    mark = upTo
    lines.value = order.flatMap((key) => byReport.get(key) ?? [])
    generation.value++
  }

  /** Reads how many findings wait for a person, now and after every change, and lets the figures bear the marks of open errors by all rules. */
  async function count(): Promise<void> {
    counted = true
    const asked = database.id
    const answer = await inTurn(() => link.call('counts', { database: databaseName(asked) }, told))
    if (answer.ok && asked === database.id) counts.value = answer.value
    // Where the marks cannot be written, the next count tries again.
    await markNow()
  }

  /** Lets the figures bear those marks now. Gives the error where they cannot be written; where the store is only read they stay as they are. */
  async function markNow(): Promise<StoreError | null> {
    const asked = database.id
    const marked = await inTurn(() => link.call('mark', { database: databaseName(asked) }, told))
    if (!marked.ok) return marked.error
    if (marked.value.length > 0) announce({ database: asked, reports: marked.value, agencies: false })
    return null
  }

  let startTimer: ReturnType<typeof setTimeout> | null = null
  /** The same once the page has had time for what it shows first. */
  function countSoon(): void {
    startTimer ??= setTimeout(() => void count(), START)
  }

  let lineTimer: ReturnType<typeof setTimeout> | null = null
  let countTimer: ReturnType<typeof setTimeout> | null = null
  function follow(): void {
    if (wanted)
      lineTimer ??= setTimeout(() => {
        lineTimer = null
        void load()
      }, PAUSE)
    else generation.value++
    if (counted)
      countTimer ??= setTimeout(
        () => {
          countTimer = null
          void count()
        },
        importing.position ? COUNT_PAUSE_IMPORTING : COUNT_PAUSE,
      )
  }
  onStoreChange(({ database: changed, reports, agencies, settings = false }) => {
    if (reports !== 'all' && reports.length === 0 && !agencies && !settings) return
    if (started) void link.call('changed', { database: databaseName(changed), reports, agencies, settings })
    if (changed === database.id) follow()
  })
  watch(
    () => database.id,
    () => {
      byReport = new Map()
      mark = null
      steps = []
      lines.value = null
      counts.value = null
      filling.value = null
      failure.value = null
      if (wanted) void load()
      if (counted) void count()
      generation.value++
    },
    { flush: 'sync' },
  )

  async function changing<T>(work: () => Done<T>, reportsOf: (value: T) => readonly AgencyYear[]): Done<T> {
    const of = database.id
    const result = await inTurn(work)
    if (!result.ok) return result
    announce({ database: of, reports: reportsOf(result.value), agencies: false })
    if (wanted) await load()
    return result
  }

  function decide(ids: readonly string[], { says, reason }: Word): Done<Decided> {
    const params = { database: shown(), ids: [...ids], says, reason, by: preferences.name }
    return noted(() => link.call('decide', params))
  }

  function withdraw(ids: readonly string[]): Done<Decided> {
    const params = { database: shown(), ids: [...ids] }
    return noted(() => link.call('withdraw', params))
  }

  async function noted(work: () => Done<Decided>): Done<Decided> {
    const result = await changing(work, ({ reports }) => reports)
    if (result.ok) steps = [...steps, result.value]
    return result
  }

  /** Undoes the last step of this visit; `null` where there is none. */
  async function undo(): Promise<Result<readonly AgencyYear[], StoreError> | null> {
    const decided = steps.at(-1)
    if (!decided) return null
    const result = await changing(
      () => link.call('undo', { database: shown(), decided }),
      (reports) => reports,
    )
    if (result.ok) steps = steps.filter((one) => one !== decided)
    return result
  }

  return {
    /** Every finding in the order of the list: by agency, the newest year first, errors first. `null` until read. */
    lines: computed(() => lines.value),
    /** How many wait for a person; `null` until read. */
    counts: computed(() => counts.value),
    /** How far the database has been read; `null` when it is not being read. */
    filling: computed(() => filling.value),
    /** Why it cannot be read. */
    failure: computed(() => failure.value),
    /** Grows when findings or their standing may have changed. */
    generation: computed(() => generation.value),
    load,
    countSoon,
    markNow,
    /** One finding whole. */
    finding: (id: string) => inTurn(() => link.call('finding', { database: shown(), id }, told)),
    /** The findings of one report. */
    findingsOf: ({ agency, year }: AgencyYear) =>
      inTurn(() => link.call('findingsOf', { database: shown(), agency, year }, told)),
    /** Findings as an Excel workbook, in the order of their ids. */
    workbook: (ids: readonly string[], language: Language) => {
      const example = database.isExample
      return inTurn(() => link.call('workbook', { database: shown(), ids: [...ids], language, example }, told))
    },
    /** Letters to agencies, made beside whatever else is asked. */
    letters: (request: LettersRequest, onProgress: (progress: LettersProgress) => void) => {
      started = true
      return link.call(
        'letters',
        { database: shown(), ...request },
        {
          onProgress: (progress) => {
            if (progress.kind === 'filling') told.onProgress(progress.filling)
            else onProgress({ done: progress.done, of: progress.of })
          },
        },
      )
    },
    decide,
    withdraw,
    undo,
  }
})

/** One finding whole, for a component: the last one while the next is being read, `null` where there is none. Follows the choice and every change. */
export function useFinding(id: Ref<string | null>): ShallowRef<(AgencyYear & StandingFinding) | null | undefined> {
  const checks = useChecks()
  return useAsked(id, async (asked) => {
    const answer = await checks.finding(asked)
    return answer.ok ? answer.value : null
  }).answer
}

/** The findings of one report by all rules, for a component; `undefined` while they are being read, `null` where they cannot be. Follows every change. */
export function useFindingsOf(
  report: Ref<AgencyYear | null>,
): ShallowRef<readonly StandingFinding[] | null | undefined> {
  const checks = useChecks()
  const { answer, forget } = useAsked(report, async (asked) => {
    const given = await checks.findingsOf(asked)
    return given.ok ? given.value : null
  })
  watch(report, forget, { flush: 'sync' })
  return answer
}

interface Asked<T> {
  readonly answer: ShallowRef<T | null | undefined>
  readonly forget: () => void
}

function useAsked<Q, T>(question: Ref<Q | null>, ask: (asked: Q) => Promise<T | null>): Asked<T> {
  const checks = useChecks()
  const answer = shallowRef<T | null | undefined>(undefined)
  let last = 0
  async function read(asked: Q | null): Promise<void> {
    const turn = ++last
    const given = asked === null ? null : await ask(asked)
    if (turn === last) answer.value = given
  }
  watch([question, () => checks.generation], ([asked]) => void read(asked), { immediate: true })
  return {
    answer,
    forget: () => {
      answer.value = undefined
    },
  }
}
