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
  /** Page of a source that has pages. */
  readonly page?: number
  /** Left, top, right and bottom on that page as it is looked at, in points from its upper left corner. */
  readonly box?: readonly [number, number, number, number]
}

/** A place in short for lists and for CONTRACT.md's `at`: `表3 行6 列2`, `第12行`. */
export function placeText(place: Place, language: 'zh' | 'en' = 'zh'): string {
  const words: readonly (readonly [number | undefined, string, string])[] = [
    [place.page, '页', 'page '],
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

/** A place in a sentence. It says whose table it is: the third of the file need not be 表三 of the form. */
export function placeInWords({ table, row, column, line, part, page }: Place, language: 'zh' | 'en'): string {
  const zh = language === 'zh'
  const word = (number: number | undefined, chinese: string, english: string): string[] =>
    number === undefined ? [] : [zh ? `第 ${String(number)} ${chinese}` : `${english} ${String(number)}`]
  const cell = [...word(row, '行', 'row'), ...word(column, '列', 'column')].join(zh ? '' : ', ')
  return [
    ...(part === undefined || part === '' ? [] : [part]),
    ...word(page, '页', 'page'),
    ...word(table, '个表', 'table').map((words) => (zh ? `文件中${words}` : `${words} of the file`)),
    ...(cell === '' ? [] : [cell]),
    ...word(line, '行', 'line').map((words) => (zh ? `文字${words}` : `${words} of the text`)),
  ].join(zh ? '，' : ', ')
}
