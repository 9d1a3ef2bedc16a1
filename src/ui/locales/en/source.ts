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
  title: 'Original',
  table: 'Table {table} of the original',
  rowsAbove: '{n} more row above | {n} more rows above',
  rowsBelow: '{n} more row below | {n} more rows below',
  folded: 'Left out, open: paragraphs {lines}, tables {tables}',
  reading: 'Reading the original again',
  absent:
    'No copy of this original was kept. Choose the same file again (or an archive that contains it); it is used only if it is identical. Below is the source text of each cell as recorded in reading.',
  pasted:
    'This report was pasted and no copy of it was kept; a paste cannot be chosen again. Below is the source text of each cell as recorded in reading.',
  give: 'Choose the original again',
  other: 'This file is not identical to the one imported and was not used. Expected: {file}.',
  cannotRead: 'The original cannot be read; below is the source text of each cell as recorded in reading.',
  broken:
    'Reading the original again stopped ({message}). Below is the source text of each cell as recorded in reading.',
  pageBefore: 'Previous page',
  pageAfter: 'Next page',
  smaller: 'Smaller',
  larger: 'Larger',
  raw: 'Source text',
  cell: 'Cell',
  place: 'Place',
  blank: '(empty)',
}
