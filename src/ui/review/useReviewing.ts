import { computed, ref, shallowRef, watch } from 'vue'
import type { ComputedRef, Ref } from 'vue'
import type { FieldId } from '@/form/fields'
import type { Block } from '@/readers/document'
import { isRemark } from '@/report/report'
import type { Place } from '@/report/place'
import { useCorrectionDrafts } from '@/state/correctionDrafts'
import type { Review } from '@/state/review'
import type { StandingIssue } from '@/store/words'
import { cellViews } from '../report/cellView'
import type { CellViews } from '../report/cellView'
import { groupIssues } from '../issueGroups'
import type { IssueGroup } from '../issueGroups'
import { inPlaceOrder, placeOf } from './issueOrder'
import { viewedOf } from './reviewed'
import { useDecisions } from './useDecisions'
import type { Decisions } from './useDecisions'

/** A person's way through the issues of one report: what is looked at, and what is done about it. */
export interface Reviewing {
  readonly views: ComputedRef<CellViews>
  /** In the order of the document, those of one kind in one table together. */
  readonly groups: ComputedRef<readonly IssueGroup<StandingIssue>[]>
  readonly issues: ComputedRef<readonly StandingIssue[]>
  /** Those open of the kind that is looked at. */
  readonly alike: ComputedRef<readonly StandingIssue[]>
  readonly open: ComputedRef<readonly StandingIssue[]>
  /** Those open that wait for a person: remarks do not. */
  readonly awaiting: ComputedRef<readonly StandingIssue[]>
  readonly issue: ComputedRef<StandingIssue | null>
  readonly field: Readonly<Ref<FieldId | null>>
  /** Where what is looked at stands in the source. */
  readonly place: ComputedRef<Place | null>
  /** A new number is being typed. */
  readonly editing: Ref<boolean>
  readonly told: Decisions['told']
  readonly chooseIssue: (id: string) => void
  /** A cell, with the issue that it is in, if there is one. */
  readonly chooseField: (field: FieldId) => void
  readonly stepIssue: (by: 1 | -1) => void
  readonly stepField: (by: 1 | -1) => void
  /** The issue is right as read: all of it, or the cell that is looked at. */
  readonly accept: (only?: FieldId) => Promise<void>
  /** Every issue of the kind that is looked at is right as read. */
  readonly acceptAlike: () => Promise<void>
  readonly reopen: (issue: StandingIssue) => Promise<void>
  readonly correct: (to: number | null, reason: string) => Promise<void>
  readonly markBlank: (reason: string) => Promise<void>
  readonly undo: () => Promise<void>
}

export function useReviewing(review: Review, blocks: Ref<readonly Block[]>, begin: () => FieldId | null): Reviewing {
  const viewed = computed(() => (review.subject.value ? viewedOf(review.subject.value) : null))
  const views = computed<CellViews>(() => (viewed.value ? cellViews(viewed.value) : new Map()))
  const cells = computed(() => viewed.value?.row.cells ?? {})
  const groups = computed(() => groupIssues(inPlaceOrder(viewed.value?.issues ?? [], cells.value, blocks.value)))
  const issues = computed(() => groups.value.flatMap((group) => group.issues))
  const open = computed(() => issues.value.filter((issue) => issue.open))
  const awaiting = computed(() => open.value.filter((issue) => !isRemark(issue)))
  const chosen = ref<string | null>(null)
  const field = ref<FieldId | null>(null)
  const editing = ref(false)
  const reportId = shallowRef<string | null>(null)
  const issue = computed(() => issues.value.find(({ id }) => id === chosen.value) ?? null)
  const alike = computed(() => {
    const own = groups.value.find((group) => group.issues.some(({ id }) => id === chosen.value))
    return own?.issues.filter((one) => one.open) ?? []
  })
  const place = computed<Place | null>(() => {
    const own = field.value ? cells.value[field.value]?.place : undefined
    if (own && Object.keys(own).length > 0) return own
    return issue.value ? placeOf(issue.value, cells.value) : null
  })
  const decisions = useDecisions(review)
  const drafts = useCorrectionDrafts()

  function choose(next: StandingIssue | null | undefined): void {
    editing.value = false
    chosen.value = next?.id ?? null
    field.value = next?.left[0] ?? next?.fields[0] ?? null
  }

  function chooseIssue(id: string): void {
    choose(issues.value.find((one) => one.id === id))
  }

  function chooseField(wanted: FieldId): void {
    editing.value = false
    const naming = issues.value.filter(({ fields }) => fields.includes(wanted))
    const kept = naming.find(({ id }) => id === chosen.value)
    chosen.value = (kept ?? naming.find((one) => one.open) ?? naming[0])?.id ?? null
    field.value = wanted
  }

  function stepIssue(by: 1 | -1): void {
    stepAmong(open.value.length > 0 ? open.value : issues.value, by)
  }

  function stepAmong(list: readonly StandingIssue[], by: 1 | -1): void {
    const at = issues.value.findIndex(({ id }) => id === chosen.value)
    const ahead = list.filter((one) => (issues.value.indexOf(one) - at) * by > 0)
    const next = by === 1 ? ahead[0] : ahead.at(-1)
    choose(next ?? (by === 1 ? list[0] : list.at(-1)))
  }

  function stepField(by: 1 | -1): void {
    const fields = issue.value?.fields ?? []
    const at = field.value ? fields.indexOf(field.value) : -1
    const next = fields[at + by]
    if (next === undefined) return
    editing.value = false
    field.value = next
  }

  /** To the next cell of the issue that is left, or where it is closed to the next open issue. */
  function goOn(from: string | null): void {
    const now = issues.value.find(({ id }) => id === from)
    if (now?.open === true) {
      const at = field.value ? now.fields.indexOf(field.value) : -1
      chosen.value = now.id
      field.value = now.left.find((one) => now.fields.indexOf(one) > at) ?? now.left[0] ?? null
      return
    }
    // Whoever answers remarks goes through them; whoever answers what waits is not led on to them.
    const rest = now && isRemark(now) ? open.value : awaiting.value
    if (rest.length === 0) {
      chosen.value = null
      field.value = null
    } else if (now) {
      chosen.value = now.id
      stepAmong(rest, 1)
    }
  }

  async function decide(work: Promise<boolean>): Promise<void> {
    const from = chosen.value
    if (!(await work)) return
    editing.value = false
    goOn(from)
  }

  async function correct(to: number | null, reason: string): Promise<void> {
    const own = field.value
    const report = reportId.value
    if (!own || report === null) return
    const work = decisions.correct(own, to, reason)
    if (await work) drafts.drop(report, own)
    await decide(work)
  }

  async function accept(only?: FieldId): Promise<void> {
    if (issue.value) await decide(decisions.accept([issue.value], only === undefined ? undefined : [only]))
  }

  async function acceptAlike(): Promise<void> {
    if (alike.value.length > 1) await decide(decisions.accept(alike.value))
  }

  async function markBlank(reason: string): Promise<void> {
    const view = field.value ? views.value.get(field.value) : undefined
    if (!view) return
    // What was read as blank is already: then it is that which is right.
    if (view.state === 'blank') await accept(view.field.id)
    else await correct(null, reason)
  }

  async function undo(): Promise<void> {
    const undone = await decisions.undo()
    if (!undone) return
    if (undone.issue !== null) chosen.value = undone.issue
    if (undone.field !== null) chooseField(undone.field)
  }

  // A report that comes into sight begins at the cell that was asked for, else at its first open issue.
  watch(
    [review.subject, issues],
    ([subject]) => {
      const id = subject?.detail.row.id ?? null
      if (id === reportId.value && issues.value.some((one) => one.id === chosen.value)) return
      if (id === null || id === reportId.value) {
        reportId.value = id
        return
      }
      reportId.value = id
      decisions.forget()
      const asked = begin()
      if (asked && views.value.has(asked)) chooseField(asked)
      else choose(awaiting.value[0] ?? open.value[0] ?? null)
    },
    { immediate: true },
  )

  return {
    views,
    groups,
    issues,
    alike,
    open,
    awaiting,
    issue,
    field,
    place,
    editing,
    told: decisions.told,
    chooseIssue,
    chooseField,
    stepIssue,
    stepField,
    accept,
    acceptAlike,
    reopen: async (one) => {
      if (await decisions.reopen(one)) chooseIssue(one.id)
    },
    correct,
    markBlank,
    undo,
  }
}
