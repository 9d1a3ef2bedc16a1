import type { charts as zh } from '../zh/charts'
import type { Translation } from '../messages'

export const charts: Translation<typeof zh> = {
  definition: 'Definition',
  allAgencies: 'all agencies',
  places: '{title}: its parts; arrow keys go through them, Enter opens one',
  tableOf: '{title}: the numbers',
  exampleName: 'sample data',
  nothing: '{name}: nothing to draw in this selection.',
  computing: 'Computing',
  notMade: 'The file was not made: {message}. No data changed.',
  states: {
    repaired: 'Has repaired cells: {n} report | Has repaired cells: {n} reports',
    inferred: 'Has cells inferred by the identities: {n} report | Has cells inferred by the identities: {n} reports',
    corrected: 'Has cells corrected by hand: {n} report | Has cells corrected by hand: {n} reports',
    inError: 'Has cells in open errors: {n} report | Has cells in open errors: {n} reports',
  },
  copied: 'The picture was copied and can be pasted.',
  copyRefused: 'The browser did not let the picture be copied. The PNG was downloaded instead.',
  copyUnsafe: 'The browser does not allow copying pictures (this site is not https). The PNG was downloaded instead.',
  actions: {
    copy: 'Copy',
    copyTitle: 'Put the picture on the clipboard, to be pasted into a document or slide',
    table: 'Table',
    chart: 'Chart',
    png: 'PNG',
    pngTitle: 'Picture as seen on the page, twice the size',
    svg: 'SVG',
    svgTitle: 'Vector picture',
    csv: 'CSV',
    csvTitle: 'The figures, for Excel',
    slide: 'Slide PNG',
    slideName: 'slide',
    slideTitle: 'Picture, 1920×1080',
    pptx: 'PPTX',
    pptxTitle: 'A slide with a chart that PowerPoint can edit',
  },
}
