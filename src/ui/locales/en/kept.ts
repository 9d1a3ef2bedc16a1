import type { Translation } from '../messages'
import type { kept as zh } from '../zh/kept'

export const kept: Translation<typeof zh> = {
  undone: 'Undone: {step}.',
  redone: 'Redone: {step}.',
  nothing: { undo: 'There is nothing to undo.', redo: 'There is nothing to redo.' },
  steps: {
    saveView: 'view “{name}” saved',
    changeView: 'view “{name}” changed',
    deleteView: 'view “{name}” deleted',
    startView: 'view “{name}” opened at the start',
    noStartView: 'no view opened at the start',
    addNote: 'note “{name}” added',
    editNote: 'note “{name}” changed',
    deleteNote: 'note “{name}” deleted',
    createDeck: 'deck “{name}” made',
    duplicateDeck: 'deck “{name}” made as a copy',
    renameDeck: 'deck renamed “{name}”',
    formatDeck: 'format of deck “{name}”',
    templateDeck: 'style of deck “{name}”',
    deleteDeck: 'deck “{name}” deleted',
    freezeDeck: 'data of deck “{name}” frozen',
    unfreezeDeck: 'deck “{name}” follows the data again',
    addItems: '{n} item put into deck “{name}” | {n} items put into deck “{name}”',
    moveItem: 'item moved to place {to}',
    changeItem: 'item of a deck changed',
    deleteItem: 'item taken out of a deck',
    acceptSeen: 'new figures of {n} item accepted | new figures of {n} items accepted',
  },
}
