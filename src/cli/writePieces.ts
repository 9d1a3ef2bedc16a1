import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { say } from './output'

export type Pieces = AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>

/** Writes beside the wanted file and puts it in place when it is whole, so that a broken run leaves no half file. */
export async function writePieces(out: string, pieces: Pieces): Promise<boolean> {
  const unfinished = `${out}.${process.pid}.part`
  try {
    const file = openSync(unfinished, 'w')
    try {
      for await (const piece of pieces) writeWhole(file, typeof piece === 'string' ? Buffer.from(piece) : piece)
    } finally {
      closeSync(file)
    }
    renameSync(unfinished, out)
    return true
  } catch (error) {
    rmSync(unfinished, { force: true })
    if (!(error instanceof Error && 'code' in error)) throw error
    say(`${out} 写不出：${error.message} / ${out} cannot be written.`)
    return false
  }
}

function writeWhole(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at)
}
