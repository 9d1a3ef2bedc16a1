import { ref, shallowRef } from 'vue'
import type { Ref, ShallowRef } from 'vue'
import type { FindingWord } from '@/check/decisions'
import type { Result } from '@/report/report'
import { useChecks } from '@/state/checks'
import type { StoreError } from '@/store/storeError'

/** What came of the last step, for a status line. */
export type Told =
  | { readonly kind: FindingWord | 'withdrawn'; readonly n: number }
  | { readonly kind: 'undone' | 'nothing' }
  | { readonly kind: 'failed'; readonly error: StoreError }

export interface Deciding {
  readonly told: Readonly<ShallowRef<Told | null>>
  readonly busy: Readonly<Ref<boolean>>
  /** How many findings are being written for longer than goes unnoticed, 0 while a step is undone; `null` while none are. */
  readonly working: Readonly<Ref<number | null>>
  /** Each gives whether it was done; the list has followed by then. */
  readonly say: (ids: readonly string[], says: FindingWord, reason?: string) => Promise<boolean>
  readonly withdraw: (ids: readonly string[]) => Promise<boolean>
  readonly undo: () => Promise<boolean>
}

/** Milliseconds that nobody takes for waiting. */
const UNNOTICED = 400

/** What a person decides about findings, one step after the other, the last of them to be undone. */
export function useDeciding(): Deciding {
  const checks = useChecks()
  const told = shallowRef<Told | null>(null)
  const busy = ref(false)
  const working = ref<number | null>(null)

  /** One at a time: a key pressed twice must not decide about what is not yet on the screen. `n` findings are concerned. */
  async function doing<T>(
    n: number,
    work: () => Promise<Result<T, StoreError> | null>,
    tell: (value: T) => Told,
  ): Promise<boolean> {
    if (busy.value) return false
    busy.value = true
    const slow = setTimeout(() => {
      working.value = n
    }, UNNOTICED)
    try {
      const result = await work()
      if (result === null) told.value = { kind: 'nothing' }
      else told.value = result.ok ? tell(result.value) : { kind: 'failed', error: result.error }
      return result?.ok ?? false
    } finally {
      clearTimeout(slow)
      working.value = null
      busy.value = false
    }
  }

  return {
    told,
    busy,
    working,
    say: async (ids, says, reason = '') =>
      ids.length > 0 &&
      doing(
        ids.length,
        () => checks.decide(ids, { says, reason }),
        ({ written }) => ({ kind: says, n: written.length }),
      ),
    withdraw: async (ids) =>
      ids.length > 0 &&
      doing(
        ids.length,
        () => checks.withdraw(ids),
        ({ before }) => (before.length > 0 ? { kind: 'withdrawn', n: before.length } : { kind: 'nothing' }),
      ),
    undo: () =>
      doing(
        0,
        () => checks.undo(),
        () => ({ kind: 'undone' }),
      ),
  }
}
