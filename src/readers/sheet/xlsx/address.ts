/** Row and column, from 1, of a cell's address as `AB12`; `null` for what is none or lies beyond what sheets have. */
export function cellAddress(text: string): { readonly row: number; readonly column: number } | null {
  const [, letters = '', digits = ''] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/iu.exec(text) ?? []
  if (letters === '') return null
  let column = 0
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  const row = Number(digits)
  return row >= 1 && row <= 1_048_576 && column <= 16_384 ? { row, column } : null
}
