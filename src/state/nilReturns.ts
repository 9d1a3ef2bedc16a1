import { shallowRef } from 'vue'
import type { ShallowRef } from 'vue'
import { memberWords } from '@/store/memberWords'
import type { AgencyYear } from '@/store/versions'
import { useDatabase } from './database'
import { follow } from './follow'

/** What an agency and a year are known by among nil returns. */
export const nilKey = ({ agency, year }: AgencyYear): string => `${agency} ${String(year)}`

/** Who declared to have had nothing in a year, by `nilKey`, for a component; follows every change of the store. */
export function useNilReturns(): Readonly<ShallowRef<ReadonlySet<string>>> {
  const database = useDatabase()
  const nil = shallowRef<ReadonlySet<string>>(new Set())
  let loads = 0

  async function load(): Promise<void> {
    const turn = ++loads
    const opened = await database.open()
    const rows = opened.ok ? (await memberWords(opened.value)).nil : []
    if (turn === loads) nil.value = new Set(rows.map(nilKey))
  }

  follow(load, () => true)
  void load()
  return nil
}
