import { onBeforeUnmount, onMounted, ref } from 'vue'
import type { Ref } from 'vue'

/** Going from one change of a page to the next, by `n` and `p` or by call. */
export interface ChangeSteps {
  /** 1-based place of the change that was gone to last; 0 before the first. */
  readonly at: Readonly<Ref<number>>
  readonly go: (way: 1 | -1) => void
}

/**
 * Every element with `data-change` within `root` is a stop, in the order of the page; it takes the keyboard and comes into view. Starts from the one that
 * has the keyboard, or that it was in last.
 */
export function useChangeSteps(root: Readonly<Ref<HTMLElement | null>>): ChangeSteps {
  const at = ref(0)

  function stops(): HTMLElement[] {
    return [...(root.value?.querySelectorAll<HTMLElement>('[data-change]') ?? [])].filter(
      (stop) => stop.getClientRects().length > 0,
    )
  }

  function go(way: 1 | -1): void {
    const all = stops()
    if (all.length === 0) return
    const here = all.findIndex((stop) => stop === document.activeElement)
    const from = here >= 0 ? here : at.value - 1
    const next = from < 0 ? (way === 1 ? 0 : all.length - 1) : (from + way + all.length) % all.length
    at.value = next + 1
    const stop = all[next]
    stop?.focus({ preventScroll: true })
    stop?.scrollIntoView({ block: 'center', inline: 'nearest' })
  }

  function onKey(event: KeyboardEvent): void {
    const { key, target } = event
    if ((key !== 'n' && key !== 'p') || event.altKey || event.ctrlKey || event.metaKey) return
    if (target instanceof Element && target.closest('input, select, textarea, [role=combobox], [role=dialog]')) return
    event.preventDefault()
    go(key === 'n' ? 1 : -1)
  }

  onMounted(() => {
    document.addEventListener('keydown', onKey)
  })
  onBeforeUnmount(() => {
    document.removeEventListener('keydown', onKey)
  })
  return { at, go }
}
