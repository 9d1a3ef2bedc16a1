import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import { sha256 } from './hash'

/** A zip file made entry by entry, its bytes handed to the browser as they come. */
export class ZipWriter {
  readonly #zip: Zip
  #chunks: Uint8Array<ArrayBuffer>[] = []
  #blobs: Blob[] = []
  #held = 0
  size = 0

  constructor() {
    this.#zip = new Zip((error, chunk) => {
      if (error) throw error
      this.#take(chunk)
    })
  }

  /** Adds a file whole; gives its length and hash. */
  add(name: string, bytes: Uint8Array, deflate: boolean): { readonly size: number; readonly sha256: string } {
    const entry = deflate ? new ZipDeflate(name, { level: 6 }) : new ZipPassThrough(name)
    this.#zip.add(entry)
    entry.push(bytes, true)
    return { size: bytes.length, sha256: sha256(bytes) }
  }

  /** Ends the zip. */
  blob(): Blob {
    this.#zip.end()
    return new Blob([...this.#blobs, ...this.#chunks], { type: 'application/zip' })
  }

  #take(chunk: Uint8Array<ArrayBuffer>): void {
    this.size += chunk.length
    this.#held += chunk.length
    this.#chunks.push(chunk)
    if (this.#held < 16 * 1024 * 1024) return
    this.#blobs.push(new Blob(this.#chunks))
    this.#chunks = []
    this.#held = 0
  }
}
