import type { source as zh } from '../zh/source'
import type { Translation } from '../messages'

export const source: Translation<typeof zh> = {
  page: 'Page {page} of {pages} of the original',
  failed: {
    browser:
      'This browser is too old to show PDF pages. Update it, or open the original in another program to compare.',
    password: 'This PDF needs a password to open and cannot be shown.',
    unreadable: 'This PDF is damaged and cannot be opened or shown.',
    'no-page': 'This PDF has no such page.',
    drawing: 'This page cannot be drawn. Open the original in another program to compare.',
  },
}
