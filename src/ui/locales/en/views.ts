import type { views as zh } from '../zh/views'
import type { Translation } from '../messages'

export const views: Translation<typeof zh> = {
  title: 'Views',
  keep: 'Save this page with its filters and choices as a view',
  name: 'Name',
  save: 'Save',
  none: 'No views yet.',
  start: 'Open at start',
  isStart: '✓ Opens at start',
  remove: 'Delete',
  removeOne: 'Delete the view “{name}”',
}
