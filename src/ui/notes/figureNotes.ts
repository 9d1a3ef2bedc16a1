import { computed, shallowRef, watch } from 'vue'
import type { ComputedRef, Ref } from 'vue'
import type { PointNote } from '@/analysis/kept'
import { drawnNotes, notesOf } from '@/analysis/notesOf'
import type { NotedFigure, NoteInFigure } from '@/analysis/notesOf'
import { filtersOfQuestion } from '@/analysis/question'
import type { FigureQuestion } from '@/analysis/question'
import { isSameMark } from '@/charts/places'
import type { Mark } from '@/charts/places'
import type { Chart } from '@/charts/chart'
import type { Result } from '@/report/report'
import { useCatalogue } from '@/state/answers'
import { useDatabase } from '@/state/database'
import { useNotes } from '@/state/pointNotes'
import { storeErrorText } from '@/state/storeMessages'
import type { StoreError } from '@/store/storeError'
import { useFigureSettings } from '../figure/setting'
import { useText } from '../text'
import { useUndo } from '../undo'

/** What a person does with the notes of one figure. */
export interface FigureNotes {
  /** What the figure is, for choosing a point of it; `null` where it takes no notes. */
  readonly figure: ComputedRef<NotedFigure | null>
  /** The figure with its notes drawn. */
  readonly drawn: ComputedRef<Chart | null>
  readonly list: ComputedRef<readonly NoteInFigure[]>
  /** The numbers of the notes that stand on a mark, `''` without. */
  readonly numbersOn: (mark: Mark) => string
  /** The filter of the figure in words, its years not among them. */
  readonly among: ComputedRef<readonly string[]>
  /** Whether notes can be written here at all: those of data that somebody shared stay as they came. */
  readonly writable: ComputedRef<boolean>
  /** Whether a note is being written. */
  readonly writing: Ref<boolean>
  readonly add: (note: Pick<PointNote, 'mark' | 'text' | 'kind' | 'of'>) => Promise<void>
  readonly edit: (id: string, text: string) => Promise<void>
  readonly remove: (id: string) => Promise<void>
  readonly undo: () => Promise<void>
  /** The last thing done, for its words, and whether it can be taken back by a click. */
  readonly told: ComputedRef<string>
  readonly undoable: Ref<boolean>
  readonly failure: ComputedRef<string>
}

/** The notes of people on a figure of a page. */
export function useFigureNotes(question: () => FigureQuestion | null, chart: () => Chart | null): FigureNotes {
  const { t, language } = useText()
  const notes = useNotes()
  const database = useDatabase()
  const back = useUndo()
  const { value: catalogue } = useCatalogue()
  const settingOf = useFigureSettings(() => catalogue.value)
  const writing = shallowRef(false)
  const undoable = shallowRef(false)
  const said = shallowRef('')
  const refused = shallowRef('')
  void notes.load()

  const figure = computed((): NotedFigure | null => {
    const [asked, now] = [question(), chart()]
    return asked && now && catalogue.value ? { question: asked, chart: now, series: catalogue.value.series } : null
  })
  const list = computed(() => (figure.value ? notesOf(figure.value, notes.list ?? []) : []))

  /** The note that was last done something with, and its text since, `null` where it is gone. */
  const done = shallowRef<{ readonly id: string; readonly text: string | null } | null>(null)
  const textNow = computed(() => notes.list?.find(({ id }) => id === done.value?.id)?.text ?? null)
  /** Whether the list has come to what was done. */
  let isThere = false
  // Taken back elsewhere (by `Z`): the words are no longer true, and their button would take back another step.
  watch(textNow, (now) => {
    if (done.value?.text === now) isThere = true
    if (done.value?.text === now || !isThere) return
    said.value = ''
    undoable.value = false
  })

  async function work(step: Promise<Result<PointNote, StoreError>>, words: string, gone = false): Promise<void> {
    const result = await step
    done.value = result.ok ? { id: result.value.id, text: gone ? null : result.value.text } : null
    isThere = textNow.value === done.value?.text
    refused.value = result.ok ? '' : storeErrorText(result.error, language.value)
    back.told.value = ''
    said.value = result.ok ? words : ''
    undoable.value = result.ok
    if (result.ok) writing.value = false
  }
  return {
    figure,
    list,
    among: computed(() => (figure.value ? settingOf(filtersOfQuestion(figure.value.question)).filters : [])),
    writable: computed(() => database.readOnly === null),
    drawn: computed(() => {
      const now = chart()
      return now && drawnNotes(now, list.value)
    }),
    numbersOn: (mark) =>
      list.value.flatMap((one) => (one.number !== null && isSameMark(one.mark, mark) ? [one.number] : [])).join(' '),
    writing,
    add: (note) => work(notes.add(note), t(note.kind === undefined ? 'notes.added' : 'notes.addedHere')),
    edit: (id, text) => work(notes.edit(id, text), t('notes.edited')),
    remove: (id) => work(notes.remove(id), t('notes.removed'), true),
    undo: async () => {
      undoable.value = false
      said.value = ''
      await back.turn('undo')
    },
    told: computed(() => said.value || back.told.value),
    undoable,
    failure: computed(() => refused.value || back.failure.value),
  }
}
