import { computed, ref, shallowRef, triggerRef, watch } from 'vue'
import type { Ref } from 'vue'
import { isFieldId } from '@/form/fields'
import type { FieldId } from '@/form/fields'
import type { FormVersion, TableId } from '@/form/version'
import type { Result } from '@/report/report'
import type { Assignment } from '@/store/assign'
import type { Store } from '@/store/db'
import { chooseForm, fillCell, fillingDetail } from '@/store/filling'
import type { FillingDetail, Finish } from '@/store/filling'
import type { CorrectionRow } from '@/store/decisionRows'
import type { StoreError } from '@/store/storeError'
import type { AgencyYear } from '@/store/versions'
import { useDatabase } from './database'
import { assignKept, finishKept } from './documentActions'
import { follow } from './follow'
import { correct, withdraw } from './reportActions'

/** What stands in a cell: a number, `null` for blank on the page; `undefined` while nothing was typed. */
export type Entered = number | null | undefined

/**
 * A scan that a person fills in, for a page. What is typed is kept at once in a draft; where the scan is a report already, it becomes a correction when the
 * cell is left. Writes go one after the other, in the order of typing.
 */
export function useFilling(id: Ref<string>, words: { readonly reason: () => string; readonly by: () => string }) {
  const database = useDatabase()
  const detail = shallowRef<FillingDetail | null | undefined>(undefined)
  const values = shallowRef(new Map<FieldId, number | null>())
  const texts = shallowRef<ReadonlyMap<FieldId, string>>(new Map())
  const failure = ref<StoreError | null>(null)
  const standing = new Map<FieldId, CorrectionRow>()
  const dirty = new Set<FieldId>()
  let edits = 0
  let writing: Promise<unknown> = Promise.resolve()

  async function load(): Promise<void> {
    const wanted = id.value
    await writing
    const opened = await database.open()
    const before = edits
    const found = opened.ok ? await fillingDetail(opened.value, wanted) : undefined
    if (wanted !== id.value) return
    // What is typed meanwhile is newer than what was read.
    if (before !== edits || dirty.size > 0) {
      if (found) detail.value = found
      return
    }
    detail.value = found ?? null
    values.value = new Map(
      Object.entries(found?.values ?? {}).flatMap(([field, value]) =>
        isFieldId(field) && value !== undefined ? [[field, value]] : [],
      ),
    )
    // Of a report, what is no number is kept nowhere but here.
    if (found?.document !== null) texts.value = found?.texts ?? new Map()
    for (const field of texts.value.keys()) if (found?.document) values.value.delete(field)
    standing.clear()
    for (const [field, row] of found?.standing ?? []) standing.set(field, row)
  }

  /** Does a write after those before it, and keeps the error where it was not done. */
  function after<T>(work: () => Promise<Result<T, StoreError>>): Promise<Result<T, StoreError>> {
    const done = writing.then(work)
    writing = done.then((result) => {
      failure.value = result.ok ? null : result.error
    })
    return done
  }

  async function inStore<T>(work: (store: Store) => Promise<Result<T, StoreError>>): Promise<Result<T, StoreError>> {
    const opened = await database.open()
    return opened.ok ? work(opened.value) : opened
  }

  function type(field: FieldId, value: Entered, page: number): void {
    const isDraft = detail.value?.document !== null
    edits += 1
    if (value === undefined) values.value.delete(field)
    else values.value.set(field, value)
    forgetText(field)
    if (!isDraft || standing.has(field)) dirty.add(field)
    if (isDraft)
      void after(() =>
        inStore((store) => fillCell(store, id.value, field, value === undefined ? undefined : { value, page })),
      )
  }

  function forgetText(field: FieldId): void {
    if (texts.value.has(field)) texts.value = new Map([...texts.value].filter(([other]) => other !== field))
  }

  /** What is typed is no number: it is kept as it is, and the beginning of it that was one counts no more. */
  function refuse(field: FieldId, text: string): void {
    edits += 1
    dirty.delete(field)
    texts.value = new Map(texts.value).set(field, text)
    const before = standing.get(field)
    const isDraft = detail.value?.document !== null
    if (isDraft || before === undefined) values.value.delete(field)
    else values.value.set(field, before.to)
    if (isDraft) void after(() => inStore((store) => fillCell(store, id.value, field, text)))
  }

  /** A cell is left: its number is checked against the others, and said to the report where there is one. */
  async function settle(field: FieldId): Promise<void> {
    triggerRef(values)
    if (!dirty.delete(field)) return
    const before = standing.get(field)
    const value = values.value.get(field)
    if (value === undefined) {
      if (before === undefined) return
      standing.delete(field)
      await after(() => withdraw(database.id, before.id))
    } else if (detail.value?.document === null && before?.to !== value) {
      const told = { field, to: value, reason: words.reason(), by: words.by() }
      const done = await after(() => correct(database.id, id.value, told))
      if (done.ok) standing.set(field, done.value)
    }
  }

  async function choose(table: Exclude<TableId, 'disputes'>, version: FormVersion): Promise<void> {
    const done = await after(() => inStore((store) => chooseForm(store, id.value, table, version)))
    if (done.ok) await load()
  }

  function finish(rest: Finish['rest']): Promise<Result<AgencyYear, StoreError>> {
    return after(() => finishKept(database.id, id.value, { rest, reason: words.reason(), by: words.by() }))
  }

  watch(id, () => {
    detail.value = undefined
    dirty.clear()
    texts.value = new Map()
    void load()
  })
  follow(load, () => true)
  void load()

  return {
    /** `undefined` while it is read, `null` where there is no such scan. */
    detail: computed(() => detail.value),
    /** Cells with what was typed. Told to have changed when a cell is left. */
    values,
    /** Cells with what was typed and is no number. */
    texts,
    /** Why the last write was not done. */
    failure,
    type,
    refuse,
    settle,
    choose,
    finish,
    assign: (assignment: Assignment) => after(() => assignKept(database.id, id.value, assignment)),
  }
}
