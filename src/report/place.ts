/** Where something stands in a source document. Everything is 1-based; absent parts are not known or do not apply. */
export interface Place {
  /** Ordinal of the table in the document. */
  readonly table?: number
  /** Row and column of the table's grid, merged cells counted at their anchor. */
  readonly row?: number
  readonly column?: number
  /** Paragraph or line of the text, where it stands outside tables or the source has no tables. */
  readonly line?: number
  /** Which report part, section or sheet, in words of the source. */
  readonly part?: string
}

/** A place in words for people and for CONTRACT.md's `at`: `表3 行6 列2`, `第12行`. */
export function placeText(place: Place, language: 'zh' | 'en' = 'zh'): string {
  const words: readonly (readonly [number | undefined, string, string])[] = [
    [place.table, '表', 'table '],
    [place.row, '行', 'row '],
    [place.column, '列', 'column '],
  ]
  const parts = words.flatMap(([number, zh, en]) =>
    number === undefined ? [] : [`${language === 'zh' ? zh : en}${String(number)}`],
  )
  if (place.line !== undefined)
    parts.push(language === 'zh' ? `第${String(place.line)}行` : `line ${String(place.line)}`)
  if (place.part !== undefined && place.part !== '') parts.unshift(place.part)
  return parts.join(language === 'zh' ? ' ' : ', ')
}
