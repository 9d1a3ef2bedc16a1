import type { views as zh } from '../zh/views'
import type { Translation } from '../messages'

export const views: Translation<typeof zh> = {
  title: 'Views',
  keep: 'Keep this page, its filter and choices as a view',
  name: 'Name',
  save: 'Keep',
  none: 'No views yet.',
  start: 'Open at start',
  isStart: '✓ Opens at start',
  remove: 'Delete',
  removeOne: 'Delete the view “{name}”',
}
