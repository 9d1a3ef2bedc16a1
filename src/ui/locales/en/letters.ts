import type { letters as zh } from '../zh/letters'
import type { Translation } from '../messages'

export const letters: Translation<typeof zh> = {
  title: 'Letters to agencies',
  about:
    'On {n} report ({years}), in Chinese, if it has findings | On {n} reports ({years}), one Word document each, in Chinese; none for a report without findings.',
  aboutOne:
    'To {agency} on its report of {years}, one Word document each, in Chinese; none for a report without findings.',
  choice: {
    label: 'Findings to include',
    confirmed: 'Confirmed',
    errors: '+ open errors',
    warnings: '+ open warnings',
  },
  due: 'Answer by',
  sender: 'Signed by',
  preamble: 'Opening; may use {places}',
  make: 'Make',
  default: 'Back to the default opening',
  checking: 'Checking all reports',
  working: 'Writing letter {done} of {of}',
  nothing: 'There are no findings to include; no file was made.',
  done: '{n} letter with {findings} findings | {n} letters with {findings} findings',
  remind: 'Also remind of {n} overdue report | Also remind of {n} overdue reports',
  reminded: '{n} reminder | {n} reminders',
}
