import { nextTick, ref } from 'vue'
import type { Ref } from 'vue'
import type { FieldId } from '@/form/fields'
import { useText } from '../text'
import { useReviewKeys } from './reviewKeys'
import type { ReviewAct } from './reviewKeys'
import type { Reviewing } from './useReviewing'

/** What keys and buttons of a review do. */
export interface ReviewActs {
  readonly helping: Ref<boolean>
  readonly accept: (only?: FieldId) => void
  readonly acceptAlike: () => void
  readonly correct: (to: number | null, reason: string) => void
  /** Opens the form for a new number, or closes it without one. */
  readonly edit: (on: boolean) => void
  readonly reopen: () => void
  readonly blank: () => void
  readonly undo: () => void
  readonly help: () => void
}

/** What the page has to do with them. */
export interface ReviewPlace {
  /** To the next or previous report. */
  readonly goTo: (by: 1 | -1) => void
  /** Cells of the report can be corrected. */
  readonly isCorrectable: () => boolean
  /** Puts the keyboard on the issue that is looked at. */
  readonly focus: () => Promise<void>
}

/** Listens to the keys of the review for as long as the component lives. */
export function useReviewActs(going: Reviewing, { goTo, isCorrectable, focus }: ReviewPlace): ReviewActs {
  const { t } = useText()
  const helping = ref(false)

  /** After a step the keyboard stands on what is looked at next, unless somebody is elsewhere already. */
  async function andFollow(work: Promise<void>): Promise<void> {
    const at = document.activeElement
    await work
    await nextTick()
    if (at === null || at === document.body || !document.contains(at)) await focus()
  }

  const acts: ReviewActs = {
    helping,
    accept: (only) => void andFollow(going.accept(only)),
    acceptAlike: () => void andFollow(going.acceptAlike()),
    correct: (to, reason) => void andFollow(going.correct(to, reason)),
    edit: (on) => {
      going.editing.value = on
      // The form takes the keyboard itself, and leaves it to what is looked at.
      if (!on) void andFollow(Promise.resolve())
    },
    reopen: () => {
      if (going.issue.value) void andFollow(going.reopen(going.issue.value))
    },
    blank: () => void andFollow(going.markBlank(t('review.blankReason'))),
    undo: () => void andFollow(going.undo()),
    help: () => {
      helping.value = !helping.value
    },
  }
  const byKey: Readonly<Record<ReviewAct, () => void>> = {
    nextIssue: () => {
      going.stepIssue(1)
    },
    previousIssue: () => {
      going.stepIssue(-1)
    },
    nextField: () => {
      going.stepField(1)
    },
    previousField: () => {
      going.stepField(-1)
    },
    nextReport: () => {
      goTo(1)
    },
    previousReport: () => {
      goTo(-1)
    },
    accept: () => {
      acts.accept()
    },
    acceptOne: () => {
      acts.accept(going.field.value ?? undefined)
    },
    acceptAlike: acts.acceptAlike,
    correct: () => {
      if (going.field.value !== null && isCorrectable()) acts.edit(true)
    },
    blank: acts.blank,
    undo: acts.undo,
    help: acts.help,
    leave: () => undefined,
  }
  useReviewKeys((what) => {
    if (what !== 'help') helping.value = false
    byKey[what]()
  })
  return acts
}
