import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { folderOutcomes } from './folder'
import { asMarkdown } from './markdown'
import { measure } from './measure'

/** Prints what came of every file of a folder. */
export async function printFolder(folder: string): Promise<void> {
  for await (const line of folderOutcomes(folder)) console.log(line)
}

/** Measures the matrix and writes it as a page; `out` is a folder that keeps the documents. Gives whether no cell is wrong. */
export async function writeMatrix(page: string, seed: string, rounds: number, out?: string): Promise<boolean> {
  if (out !== undefined) mkdirSync(out, { recursive: true })
  const measured = await measure({
    seed,
    rounds,
    say: (words) => {
      console.error(words)
    },
    ...(out === undefined
      ? {}
      : {
          keep: (path: string, bytes: Uint8Array) => {
            writeFileSync(join(out, path), bytes)
          },
        }),
  })
  writeFileSync(page, asMarkdown(measured, seed, rounds))
  for (const words of measured.wrong) console.log(words)
  const documents = measured.places.reduce((sum, { tally }) => sum + tally.documents, 0)
  console.log(`seed ${seed}: ${documents} documents, ${measured.wrong.length} cells wrong`)
  return measured.wrong.length === 0
}
