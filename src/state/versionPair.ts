import { shallowRef, watch } from 'vue'
import type { Ref, ShallowRef } from 'vue'
import { versionsRead } from '@/store/reading'
import type { VersionRead } from '@/store/reading'
import type { ReportHead } from '@/store/rows'
import { useDatabase } from './database'
import { follow } from './follow'

/** Which two versions of whose report of which year; 0 stands for the newest, and for the one before the newer. */
export interface PairChoice {
  readonly agency: string
  readonly year: number
  readonly older: number
  readonly newer: number
}

/** Two versions of a report, and which there are. */
export interface VersionPair {
  /** All versions, oldest first. */
  readonly heads: readonly ReportHead[]
  /** `null` where there are no two such versions. */
  readonly pair: { readonly older: VersionRead; readonly newer: VersionRead } | null
}

/** Two versions of a report as read, for a component: `undefined` while they are being read. Follows the choice and every change of the store. */
export function useVersionPair(choice: Ref<PairChoice>): ShallowRef<VersionPair | undefined> {
  const database = useDatabase()
  const found = shallowRef<VersionPair | undefined>(undefined)
  let loads = 0

  async function load(): Promise<void> {
    const load = ++loads
    const { agency, year, ...wanted } = choice.value
    const opened = await database.open()
    if (!opened.ok) {
      if (load === loads) found.value = { heads: [], pair: null }
      return
    }
    const { heads } = await versionsRead(opened.value, { agency, year }, [])
    const numbers = chosenVersions(heads, wanted)
    const { read } = await versionsRead(opened.value, { agency, year }, numbers)
    const [older, newer] = numbers.map((number) => read.find(({ head }) => head.version === number))
    if (load === loads) found.value = { heads, pair: older && newer ? { older, newer } : null }
  }

  watch(choice, () => {
    void load()
  })
  follow(load, () => true)
  void load()
  return found
}

/** The numbers of the older and the newer version; whatever the order in which they were asked for. Empty where there are no two. */
function chosenVersions(
  heads: readonly ReportHead[],
  { older, newer }: Pick<PairChoice, 'older' | 'newer'>,
): readonly number[] {
  const numbers = heads.map(({ version }) => version)
  const to = numbers.find((number) => number === newer) ?? numbers.at(-1)
  if (to === undefined) return []
  const from =
    numbers.find((number) => number === older && number !== to) ??
    numbers.filter((number) => number < to).at(-1) ??
    numbers.find((number) => number > to)
  return from === undefined ? [] : [from, to].sort((a, b) => a - b)
}
