import type { Result } from '../report/report'
import { applyPlan } from '../register/table/plan'
import type { AppliedPlan, RegisterPlan } from '../register/table/plan'
import type { Store } from './db'
import { journaled } from './journal'
import type { Journaled } from './journal'
import { rejudge } from './versions'
import type { StoreError } from './storeError'

/** Writes what a table changes in the register, in one transaction; what somebody changed since the plan was made is left and named. */
export async function takePlan(
  store: Store,
  plan: RegisterPlan,
  now = new Date(),
): Promise<Result<Journaled<AppliedPlan>, StoreError>> {
  const { agencies, reports } = store.db
  const renamed = plan.changed.filter(({ before, after }) => before.name !== after.name).map(({ after }) => after.id)
  return journaled(
    store,
    renamed,
    async () => {
      const applied = applyPlan(plan, await agencies.toArray())
      await agencies.bulkPut(applied.write)
      // Findings carry the agency's name.
      const named = applied.write.map(({ id }) => id).filter((id) => renamed.includes(id))
      for (const head of await reports.where('agency').anyOf(named).toArray()) await rejudge(store.db, head)
      return applied
    },
    now,
  )
}
