import { defineStore } from 'pinia'
import { computed } from 'vue'
import type { PointNote } from '@/analysis/kept'
import { addNote, deleteNote, editNote, listNotes } from '@/store/pointNotes'
import type { NewNote } from '@/store/pointNotes'
import { useKeptHistory } from './keptHistory'
import { keptReading, reused } from './keptReading'
import type { StepWords } from './keptSteps'
import { usePreferences } from './preferences'

/** Letters of a note that name a step. */
const NAMING = 20

/** Notes on points of the shown database's figures. Follows every change of the store once `load` was called. */
export const useNotes = defineStore('pointNotes', () => {
  const preferences = usePreferences()
  const history = useKeptHistory()
  // Where agencies were made one or parted, notes on them stand elsewhere.
  const { shown: list, load } = keptReading(listNotes, reused, ({ agencies }) => agencies)

  const words = (what: StepWords['what']): ((note: PointNote) => StepWords) => {
    return ({ text }) => {
      const line = text.replace(/\s+/gu, ' ')
      const start = line.slice(0, NAMING).replace(/\p{Cs}/gu, '')
      const name = start.length < line.length ? `${start}…` : line
      return { what, params: { name } }
    }
  }

  return {
    /** The oldest first, each on the agency that its own is now; `null` until read. */
    list: computed(() => list.value),
    load,
    add: (note: Omit<NewNote, 'by'>) =>
      history.run((store) => addNote(store, { ...note, by: preferences.name }), words('addNote')),
    edit: (id: string, text: string) =>
      history.run((store) => editNote(store, id, { text, by: preferences.name }), words('editNote')),
    remove: (id: string) => history.run((store) => deleteNote(store, id), words('deleteNote')),
  }
})
