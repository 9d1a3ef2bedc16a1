const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u))

/** Elements that begin and end a paragraph. */
export const BLOCKS =
  words(`address article aside blockquote body caption center dd details dialog dir div dl dt fieldset
  figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup p pre
  section summary table tbody td tfoot th thead tr ul`)

/** Elements whose content a reader of the page does not see, or which is no text of the document. */
export const UNSEEN =
  words(`script style template noscript select datalist svg canvas iframe object audio video textarea
  xml rt rp noembed noframes`)

/** Elements without content. */
export const EMPTY = words(`area base br col embed hr img input link meta param source track wbr`)

/** Elements that end where the next of their kind begins, so that hiding one must not hide what follows. */
export const ENDED_BY: Readonly<Record<string, ReadonlySet<string>>> = {
  p: words(`address article aside blockquote center div dl fieldset footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre
    section table td th tr ul`),
  td: words('td th tr tbody thead tfoot'),
  th: words('td th tr tbody thead tfoot'),
  tr: words('tr tbody thead tfoot'),
  tbody: words('tbody thead tfoot'),
  thead: words('tbody thead tfoot'),
  li: words('li'),
  dd: words('dd dt'),
  dt: words('dd dt'),
}

/** Containers whose end also ends a hidden child that was left open. */
export const ENDED_WITH: Readonly<Record<string, ReadonlySet<string>>> = {
  p: words('td th tr table div li body'),
  td: words('tr tbody thead tfoot table'),
  th: words('tr tbody thead tfoot table'),
  tr: words('tbody thead tfoot table'),
  li: words('ul ol'),
}

/** Kinds of input whose value a reader sees as text. */
const TEXT_INPUTS: ReadonlySet<string> = new Set(['', 'text', 'number', 'tel'])

/** What stands in an input, for a form that a page shows filled in. */
export function writtenIn(attributes: ReadonlyMap<string, string>): string {
  return TEXT_INPUTS.has((attributes.get('type') ?? '').toLowerCase()) ? (attributes.get('value') ?? '') : ''
}
