/** A name without its namespace: documents of different years and makers have different ones. */
export function localName(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1)
}

/** Numbers parted by white space; up to the first that is none. */
export function numbers(text: string | undefined): readonly number[] {
  const values = (text ?? '').trim().split(/\s+/u).map(Number)
  const end = values.findIndex((value) => !Number.isFinite(value))
  return (text ?? '').trim() === '' ? [] : values.slice(0, end < 0 ? values.length : end)
}

const MOST_STEPS = 100_000

/** Steps between glyphs (GB/T 33190, 11.3): `g n v` stands for n times v. */
export function steps(text: string | undefined): readonly number[] {
  const words = (text ?? '').trim().split(/\s+/u)
  const found: number[] = []
  for (let at = 0; at < words.length && found.length < MOST_STEPS; at += 1) {
    if (words[at] === 'g') {
      const count = Math.min(Number(words[at + 1]) || 0, MOST_STEPS - found.length)
      for (let index = 0; index < count; index += 1) found.push(Number(words[at + 2]) || 0)
      at += 2
    } else if (words[at] !== '') found.push(Number(words[at]) || 0)
  }
  return found
}
