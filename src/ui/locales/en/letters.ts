import type { letters as zh } from '../zh/letters'
import type { Translation } from '../messages'

export const letters: Translation<typeof zh> = {
  title: 'Letters to agencies',
  about:
    'On {n} report ({years}), in Chinese, if it has findings | On {n} reports ({years}), a Word document each, in Chinese; a report without findings gets none.',
  aboutOne:
    'To {agency} on its report of {years}, a Word document each, in Chinese; a report without findings gets none.',
  choice: {
    label: 'Findings that go in',
    confirmed: 'Confirmed',
    errors: '+ open errors',
    warnings: '+ open warnings',
  },
  due: 'Answer by',
  sender: 'Signed by',
  preamble: 'Beginning; may use {places}',
  make: 'Make',
  default: 'Back to the default beginning',
  checking: 'Checking all reports',
  working: 'Writing letter {done} of {of}',
  nothing: 'No finding goes in; no file was made.',
  done: '{n} letter with {findings} findings | {n} letters with {findings} findings',
  remind: 'Remind of {n} report that is overdue, too | Remind of {n} reports that are overdue, too',
  reminded: '{n} reminder | {n} reminders',
}
