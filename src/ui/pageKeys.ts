import { onBeforeUnmount, onMounted } from 'vue'

/** What moves or scrolls by arrows itself. */
const OWN_ARROWS = '[role="region"], [role="separator"], [type="radio"], table'
/** Fields that a letter says nothing to: whoever has just ticked one goes on by keys. */
const TICKED: ReadonlySet<string> = new Set(['checkbox', 'radio'])

/** Whether somebody is writing there, so that a letter is a letter. */
function isWriting(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !TICKED.has(target.type)
  return target instanceof HTMLElement && (target.isContentEditable || /^(?:TEXTAREA|SELECT)$/u.test(target.tagName))
}

export interface PageKeys<Act extends string> {
  /** Letters in lower case, other keys by their name. */
  readonly keys: Readonly<Record<string, Act>>
  /** Acts that a key held down may go on with: they go through a list and decide nothing. */
  readonly going: ReadonlySet<Act>
  /** A region within which arrows are the page's all the same: a list that they go through. */
  readonly list?: string
}

/** The act of a key, `null` where the key is somebody else's: typed into a field, or an arrow that scrolls. */
function actOf<Act extends string>(event: KeyboardEvent, { keys, going, list }: PageKeys<Act>): Act | null {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return null
  if (isWriting(event.target)) return null
  const act = keys[event.key.length > 1 ? event.key : event.key.toLowerCase()] ?? null
  if (act === null || (event.repeat && !going.has(act))) return null
  const scrolled = event.target instanceof Element ? event.target.closest(OWN_ARROWS) : null
  const isOwn = list !== undefined && scrolled?.matches(list) === true
  return event.key.startsWith('Arrow') && scrolled && !isOwn ? null : act
}

/** Listens on the whole page for as long as the component lives. */
export function usePageKeys<Act extends string>(
  keys: PageKeys<Act>,
  act: (what: Act, event: KeyboardEvent) => void,
): void {
  const onKey = (event: KeyboardEvent): void => {
    const what = actOf(event, keys)
    if (what === null) return
    event.preventDefault()
    act(what, event)
  }
  onMounted(() => {
    document.addEventListener('keydown', onKey)
  })
  onBeforeUnmount(() => {
    document.removeEventListener('keydown', onKey)
  })
}
