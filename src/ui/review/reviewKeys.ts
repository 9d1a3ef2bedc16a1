import { onBeforeUnmount, onMounted } from 'vue'

/** What a key does while a report is compared with its original. */
export type ReviewAct =
  | 'nextIssue'
  | 'previousIssue'
  | 'nextField'
  | 'previousField'
  | 'nextReport'
  | 'previousReport'
  | 'accept'
  | 'acceptOne'
  | 'acceptAlike'
  | 'correct'
  | 'blank'
  | 'undo'
  | 'help'
  | 'leave'

const KEYS: Readonly<Record<string, ReviewAct>> = {
  j: 'nextIssue',
  k: 'previousIssue',
  l: 'nextField',
  h: 'previousField',
  ArrowDown: 'nextIssue',
  ArrowUp: 'previousIssue',
  ArrowRight: 'nextField',
  ArrowLeft: 'previousField',
  n: 'nextReport',
  p: 'previousReport',
  a: 'accept',
  s: 'acceptOne',
  g: 'acceptAlike',
  c: 'correct',
  b: 'blank',
  u: 'undo',
  '?': 'help',
  Escape: 'leave',
}

const GOING: ReadonlySet<string> = new Set(['j', 'k', 'h', 'l', 'ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight'])

/** What moves or scrolls by arrows itself. */
const OWN_ARROWS = '[role="region"], [role="separator"], table'

/** Whether somebody is writing there, so that a letter is a letter. */
function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/u.test(target.tagName))
  )
}

/** The act of a key, `null` where the key is somebody else's: typed into a field, or an arrow that scrolls. */
function actOf(event: KeyboardEvent): ReviewAct | null {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return null
  if (isWriting(event.target)) return null
  // A key that is held down may go through the list, not decide about it.
  if (event.repeat && !GOING.has(event.key)) return null
  const isArrow = event.key.startsWith('Arrow')
  if (isArrow && event.target instanceof Element && event.target.closest(OWN_ARROWS)) return null
  return KEYS[event.key.length > 1 ? event.key : event.key.toLowerCase()] ?? null
}

/** Listens on the whole page for as long as the component lives. */
export function useReviewKeys(act: (what: ReviewAct) => void): void {
  const onKey = (event: KeyboardEvent): void => {
    const what = actOf(event)
    if (what === null) return
    event.preventDefault()
    act(what)
  }
  onMounted(() => {
    document.addEventListener('keydown', onKey)
  })
  onBeforeUnmount(() => {
    document.removeEventListener('keydown', onKey)
  })
}
