/** Fields that are open: their instructions are no text, their results are. */
export class Fields {
  /** For each open field whether its result has begun. */
  #results: boolean[] = []

  get inInstruction(): boolean {
    return this.#results.includes(false)
  }

  /** Takes over one `w:fldChar` by its type. */
  take(type: string): void {
    if (type === 'begin') this.#results.push(false)
    else if (type === 'separate' && this.#results.pop() !== undefined) this.#results.push(true)
    else if (type === 'end') this.#results.pop()
  }

  /** A field whose result never began must not swallow what follows its paragraph. */
  endParagraph(): void {
    this.#results = this.#results.filter(Boolean)
  }
}
