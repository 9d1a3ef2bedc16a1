const LOCK = 'gouji.import.'

/** The browser's locks; `null` where it has none (plain http). */
function locks(): LockManager | null {
  const perhaps: { readonly locks?: LockManager } = navigator
  return perhaps.locks ?? null
}

/** Holds a lock as long as this worker lives, where there are locks: other pages know at once when it is gone. */
export function holdLock(run: string): { readonly held: Promise<void>; readonly release: () => void } {
  const here = locks()
  if (!here) return { held: Promise.resolve(), release: () => undefined }
  let release: () => void = () => undefined
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  const held = new Promise<void>((resolve) => {
    void here.request(`${LOCK}${run}`, () => {
      resolve()
      return released
    })
  })
  return { held, release }
}

/** Runs whose worker holds its lock; `null` where there are no locks. */
export async function lockedRuns(): Promise<ReadonlySet<string> | null> {
  const found = await locks()?.query()
  if (!found) return null
  const names = found.held?.flatMap(({ name }) => name ?? []) ?? []
  return new Set(names.filter((name) => name.startsWith(LOCK)).map((name) => name.slice(LOCK.length)))
}
