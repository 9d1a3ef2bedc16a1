import type { Translation } from '../messages'
import type { kept as zh } from '../zh/kept'

export const kept: Translation<typeof zh> = {
  undone: 'Undone: {step}.',
  redone: 'Redone: {step}.',
  nothing: {
    undo: 'There is nothing to undo. Steps are kept only while the page is open; reloading the page clears them.',
    redo: 'There is nothing to redo.',
  },
  steps: {
    saveView: 'view “{name}” saved',
    changeView: 'view “{name}” changed',
    deleteView: 'view “{name}” deleted',
    startView: 'view “{name}” set as start view',
    noStartView: 'start view cleared',
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
    addItems: '{n} item added to deck “{name}” | {n} items added to deck “{name}”',
    moveItem: 'item moved to place {to}',
    changeItem: 'item of a deck changed',
    deleteItem: 'item removed from a deck',
    acceptSeen: 'new figures of {n} item accepted | new figures of {n} items accepted',
  },
}
