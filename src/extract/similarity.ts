/** Smallest number of single-character insertions, deletions and replacements that turn one text into the other. */
function editDistance(left: string, right: string): number {
  const width = right.length + 1
  let previous = new Uint16Array(width)
  let current = new Uint16Array(width)
  for (let column = 0; column < width; column += 1) previous[column] = column
  for (let row = 1; row <= left.length; row += 1) {
    current[0] = row
    const character = left.charCodeAt(row - 1)
    for (let column = 1; column < width; column += 1) {
      const replaced = (previous[column - 1] ?? 0) + (character === right.charCodeAt(column - 1) ? 0 : 1)
      const inserted = Math.min(previous[column] ?? 0, current[column - 1] ?? 0) + 1
      current[column] = Math.min(replaced, inserted)
    }
    const done = previous
    previous = current
    current = done
  }
  return previous[right.length] ?? 0
}

/** Whether the characters of `short` stand in `long` in the same order, others between them allowed. */
export function isSubsequence(short: string, long: string): boolean {
  let at = 0
  for (const character of short) {
    at = long.indexOf(character, at)
    if (at < 0) return false
    at += character.length
  }
  return true
}

const CONTAINED = 0.9
const SHORTENED = 0.8

/**
 * How alike a label and a form's label are, 0–1: by edit distance, or higher where one holds the other whole,
 * or where the label is the form's with characters left out. 0 for anything less alike than `least`.
 */
export function likeness(label: string, official: string, least: number): number {
  if (label === official) return 1
  if (label === '' || official === '') return 0
  if (label.length >= 4 && official.includes(label)) return CONTAINED
  if (official.length >= 4 && label.length <= official.length * 4 && label.includes(official)) return CONTAINED
  const longer = Math.max(label.length, official.length)
  const shortened =
    label.length >= 4 &&
    label.length * 2 >= official.length &&
    label.length < official.length &&
    isSubsequence(label, official)
  const floor = shortened ? SHORTENED : 0
  if (1 - Math.abs(label.length - official.length) / longer < least) return floor
  const byEdits = Math.max(floor, 1 - editDistance(label, official) / longer)
  return byEdits >= least ? byEdits : 0
}
