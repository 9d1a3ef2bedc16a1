const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/u

/**
 * Collapses white space as a page shows it: runs are one space, none at the edges; a line break of the source between two
 * Chinese characters is nothing. No-break spaces are kept as plain spaces.
 */
export function collapse(text: string): string {
  const collapsed = text.replace(/[ \t\n\r\f]+/gu, (run, at: number) => {
    const end = at + run.length
    if (at === 0 || end === text.length) return ''
    if (!/[\n\r]/u.test(run)) return ' '
    return WIDE.test(text.charAt(at - 1)) && WIDE.test(text.charAt(end)) ? '' : ' '
  })
  return collapsed.replaceAll('\u00a0', ' ')
}
