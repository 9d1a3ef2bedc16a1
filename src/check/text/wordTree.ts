/** Words by their letters, to find the longest that begins at a place of a text. */
export class WordTree<T> {
  readonly #root: Node<T> = { next: new Map(), entry: null }

  /** Of two entries with one word the later counts. */
  constructor(entries: readonly (readonly [string, T])[]) {
    for (const [word, entry] of entries) {
      let node = this.#root
      for (let index = 0; index < word.length; index += 1) {
        const letter = word.charCodeAt(index)
        let next = node.next.get(letter)
        if (!next) {
          next = { next: new Map(), entry: null }
          node.next.set(letter, next)
        }
        node = next
      }
      node.entry = { value: entry, length: word.length }
    }
  }

  /** The entry of the longest word that stands at `from`, with the word's length. */
  longestAt(text: string, from: number): Found<T> | null {
    let found: Found<T> | null = null
    let node: Node<T> | undefined = this.#root
    for (let index = from; node; index += 1) {
      found = node.entry ?? found
      node = index < text.length ? node.next.get(text.charCodeAt(index)) : undefined
    }
    return found
  }
}

interface Found<T> {
  readonly value: T
  readonly length: number
}

interface Node<T> {
  readonly next: Map<number, Node<T>>
  entry: Found<T> | null
}
