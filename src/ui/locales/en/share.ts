import type { Translation } from '../messages'
import type { share as zh } from '../zh/share'

export const share: Translation<typeof zh> = {
  title: 'Share',
  body: 'Saves the data with views, notes and decks as one file. Others open it in their own Gouji: they can read it, and it never mixes with their data.',
  name: 'Name',
  unnamed: 'Gouji data',
  what: 'What goes along',
  part: 'Only the filter of the analysis pages: {years}, {n} agency | Only the filter of the analysis pages: {years}, {n} agencies',
  allYears: 'all years',
  views: 'Saved views',
  notes: 'Notes',
  originals: 'Copies of originals',
  decks: 'Decks',
  prepare: 'Prepare the file',
  writing: 'Preparing: {done} of {of}',
  holds:
    '{file}, {size}, shared by {by}. Reports with all their versions: {reports}; agencies: {agencies}; decks: {decks}; originals: {originals}.',
  nobody: 'nobody named',
  private:
    'The text of the reports, names and paths of files, corrections and decisions with their names and reasons are in it, for everybody who gets the file. Reports that wait for an agency and the sender of letters are not.',
  frozen: 'Frozen decks carry the figures of when they were frozen, which may go beyond what is chosen.',
  save: 'Save the file',
  page: 'Save as one web page',
  pageTitle: 'One .html file that opens in a browser by double click: no Gouji needed, no network',
  pageTold:
    'Saved as {file} ({size}). Double click opens it; the browser then keeps a copy of the data in its own storage. Chrome and Edge open it; a browser that lets no local file store data says so.',
  pageFailed:
    'The template of the web page could not be had ({message}). A Gouji that was built by npm run build has it.',
  saved: 'Saved as {file}.',
  cancel: 'Do not save',
  open: 'Open a shared file',
  choose: 'Choose a shared file',
  asks: '{file} is “{name}”, shared by {by} on {day}, data fingerprint {fingerprint}. Reports: {reports}; agencies: {agencies}. It opens to be read; your own data stay as they are.',
  asksPart: 'It is a part of the data.',
  asksExample: 'It holds sample data.',
  replaces: 'It replaces “{name}”, the shared file that is open now.',
  confirm: 'Open',
  keep: 'Do not open',
  held: 'Opened before: “{name}”, shared by {by}, data fingerprint {fingerprint}',
  look: 'Look at it',
  forget: 'Delete from this browser',
  forgotten: 'Deleted.',
  checking: 'Checking: {done} of {of}',
  restoring: 'Opening: {done} of {of}',
  notHere: {
    title: 'Not in this page',
    body: 'This web page carries data to look at and to export. Importing reports and comparing them with their originals is done in Gouji.',
  },
  mark: {
    readOnly: 'Read only',
    part: 'part of the data',
    whole: '{name} · {by} · {day}',
    none: 'No shared file is open',
    leave: 'Leave',
    label: 'Data that somebody shared',
  },
}
