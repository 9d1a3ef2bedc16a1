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
    'No copy of this original was kept. Give the same file once more (or an archive that has it); it is used only if its bytes are the same. Without it, the source text of each cell as noted in reading stands below.',
  pasted:
    'This report was pasted and no copy of it was kept; a paste cannot be given again. Below is the source text of each cell as noted in reading.',
  give: 'Give the original again',
  other: 'This file has other bytes than the one imported and was not used. Wanted: {file}.',
  cannotRead: 'The original cannot be read; below is the source text of each cell as noted in reading.',
  broken: 'Reading the original again stopped ({message}). Below is the source text of each cell as noted in reading.',
  pageBefore: 'Previous page',
  pageAfter: 'Next page',
  smaller: 'Smaller',
  larger: 'Larger',
  raw: 'Source text',
  cell: 'Cell',
  place: 'Place',
  blank: '(empty)',
}
