import { ref, shallowRef } from 'vue'
import type { Ref, ShallowRef } from 'vue'
import type { FieldId } from '@/form/fields'
import type { Result } from '@/report/report'
import { usePreferences } from '@/state/preferences'
import { useReports } from '@/state/reports'
import type { Review } from '@/state/review'
import type { AcceptedCells } from '@/store/accepted'
import type { CorrectionRow } from '@/store/decisionRows'
import type { StoreError } from '@/store/storeError'
import type { StandingIssue } from '@/store/words'

/** What came of the last step, for a status line. */
export type Told =
  | { readonly kind: 'accepted'; readonly n: number }
  | { readonly kind: 'reopened' | 'undone' | 'nothing' | 'cannotCorrect' }
  | { readonly kind: 'corrected'; readonly row: CorrectionRow }
  | { readonly kind: 'failed'; readonly error: StoreError }

/** A step that can be undone. */
type Step =
  | { readonly kind: 'accepted'; readonly cells: readonly Required<AcceptedCells>[] }
  | {
      readonly kind: 'corrected'
      readonly row: CorrectionRow
      readonly before: CorrectionRow | null
    }

type Undone = Promise<Result<unknown, StoreError>>

export interface Decisions {
  readonly told: Readonly<ShallowRef<Told | null>>
  /** Each gives whether it was done; the report has been read again by then. */
  readonly accept: (issues: readonly StandingIssue[], fields?: readonly FieldId[]) => Promise<boolean>
  readonly reopen: (issue: StandingIssue) => Promise<boolean>
  readonly correct: (field: FieldId, to: number | null, reason: string) => Promise<boolean>
  /** Undoes the last step of this visit, and gives where it was; `null` where there is none. */
  readonly undo: () => Promise<{ readonly issue: string | null; readonly field: FieldId | null } | null>
  /** Another report: what was done to the last one is no longer undone from here. */
  readonly forget: () => void
}

/** What a person decides about one report, one thing after the other, each to be undone. */
export function useDecisions(review: Review): Decisions {
  const reports = useReports()
  const preferences = usePreferences()
  const told = shallowRef<Told | null>(null)
  const busy: Ref<boolean> = ref(false)
  let steps: Step[] = []

  /** One at a time: a key that is held down must not decide about what is not yet on the screen. */
  async function doing<T>(work: (report: string) => Promise<Result<T, StoreError>>): Promise<T | null> {
    const report = review.subject.value?.detail.row.id
    if (report === undefined || busy.value) return null
    busy.value = true
    try {
      const result = await work(report)
      if (result.ok) await review.refresh()
      else told.value = { kind: 'failed', error: result.error }
      return result.ok ? result.value : null
    } finally {
      busy.value = false
    }
  }

  async function accept(issues: readonly StandingIssue[], fields?: readonly FieldId[]): Promise<boolean> {
    const open = issues.filter((issue) => issue.open)
    if (open.length === 0) return false
    const cells = open.map((issue) => ({ issue: issue.id, fields: fields ?? issue.left }))
    const done = await doing((report) => reports.accept(report, cells, preferences.name))
    if (!done) return false
    steps.push({ kind: 'accepted', cells: done.accepted })
    told.value = { kind: 'accepted', n: open.length }
    return true
  }

  async function reopen(issue: StandingIssue): Promise<boolean> {
    const done = await doing((report) => reports.reopen(report, [{ issue: issue.id }]))
    if (!done) return false
    steps = steps.filter((step) => step.kind !== 'accepted' || !step.cells.some((one) => one.issue === issue.id))
    told.value = { kind: 'reopened' }
    return true
  }

  async function correct(field: FieldId, to: number | null, reason: string): Promise<boolean> {
    if (review.subject.value?.kind !== 'stored') {
      told.value = { kind: 'cannotCorrect' }
      return false
    }
    const before = standing(review.subject.value.detail.decisions, field)
    const row = await doing((report) => reports.correct(report, { field, to, reason, by: preferences.name }))
    if (!row) return false
    steps.push({ kind: 'corrected', row, before })
    told.value = { kind: 'corrected', row }
    return true
  }

  async function undo(): ReturnType<Decisions['undo']> {
    const step = steps.at(-1)
    if (!step) {
      told.value = { kind: 'nothing' }
      return null
    }
    const done = await doing<unknown>((report) =>
      step.kind === 'accepted' ? unaccept(report, step) : uncorrect(report, step),
    )
    if (!done) return null
    steps = steps.filter((one) => one !== step)
    told.value = { kind: 'undone' }
    if (step.kind === 'corrected') return { issue: null, field: step.row.field }
    const [first] = step.cells
    return { issue: first?.issue ?? null, field: first?.fields[0] ?? null }
  }

  async function unaccept(report: string, { cells }: Extract<Step, { kind: 'accepted' }>): Undone {
    const back = cells.map(({ issue, fields }) => ({ issue, ...(fields.length > 0 && { fields }) }))
    return reports.reopen(report, back)
  }

  /** The correction that stood before it stands again. */
  async function uncorrect(report: string, { row, before }: Extract<Step, { kind: 'corrected' }>): Undone {
    const withdrawn = await reports.withdraw(row.id)
    if (!withdrawn.ok || !before) return withdrawn
    const { field, to, reason, by } = before
    return reports.correct(report, { field, to, reason, by })
  }

  return {
    told,
    accept,
    reopen,
    correct,
    undo,
    forget: () => {
      steps = []
      told.value = null
    },
  }
}

function standing(decisions: readonly { readonly kind: string }[], field: FieldId): CorrectionRow | null {
  const isOf = (one: { readonly kind: string }): one is CorrectionRow => one.kind === 'correction'
  return (
    decisions.filter(isOf).find((one) => one.field === field && !one.withdrawn && one.replaced === undefined) ?? null
  )
}
