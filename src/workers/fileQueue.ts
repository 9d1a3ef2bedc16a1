import type { GivenFile } from './importApi'

/** Files of one import, which come in pieces while the first of them are being read. */
export class FileQueue {
  readonly #files: GivenFile[] = []
  #closed = false
  #wake: () => void = () => undefined

  push(files: readonly GivenFile[]): void {
    this.#files.push(...files)
    this.#wake()
  }

  /** No more will come. */
  close(): void {
    this.#closed = true
    this.#wake()
  }

  /** So many files as they come; fewer where the queue is closed before. */
  async *take(count: number): AsyncGenerator<GivenFile, void> {
    for (let taken = 0; taken < count; taken++) {
      while (this.#files.length <= taken && !this.#closed)
        await new Promise<void>((resolve) => {
          this.#wake = resolve
        })
      const file = this.#files[taken]
      if (!file) return
      yield file
    }
  }
}
