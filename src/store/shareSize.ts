import { deflateSync, strToU8 } from 'fflate'
import type { Store } from './db'
import { Chosen } from './sharePick'
import type { ShareChoice } from './sharePick'

/** Reports that are looked at to tell how large all are; those with their words weigh nearly all of a file. */
const SAMPLE = 8

/** How much a choice is, before any file is made of it. */
export interface ShareSize {
  /** Reports, all versions. */
  readonly reports: number
  /** Bytes of the file, about: by some of the reports, and by the copies of originals where they go along. */
  readonly bytes: number
}

/** How many reports a choice takes, and about how large its file will be. */
export async function sizeOfShare({ db }: Store, choice: ShareChoice): Promise<ShareSize> {
  const { reports, cells, texts, issues, findings, documents, files } = db
  return db.transaction('r', [reports, cells, texts, issues, findings, documents, files], async () => {
    const chosen = new Chosen(choice)
    const heads = (await reports.toArray()).filter((head) => chosen.has(head))
    const looked = evenly(heads, SAMPLE).map(({ id }) => id)
    const rows = await Promise.all([
      reports.bulkGet(looked),
      cells.bulkGet(looked),
      texts.bulkGet(looked),
      issues.where('report').anyOf(looked).toArray(),
      findings.where('report').anyOf(looked).toArray(),
    ])
    const packed = rows.map((some) => deflateSync(strToU8(some.map((row) => JSON.stringify(row)).join('\n'))).length)
    const one = looked.length === 0 ? 0 : packed.reduce((sum, size) => sum + size, 0) / looked.length
    let originals = 0
    if (choice.originals) {
      const kept = (await documents.toArray()).filter((row) => chosen.has(row))
      const hashes = new Set([...heads, ...kept].map(({ hash }) => hash))
      await files.each((file) => {
        if (file.kept && hashes.has(file.hash)) originals += file.size
      })
    }
    return { reports: heads.length, bytes: Math.round(one * heads.length) + originals }
  })
}

function evenly<T>(all: readonly T[], most: number): T[] {
  const step = Math.max(1, all.length / most)
  return Array.from({ length: Math.min(most, all.length) }, (_, index) => all[Math.floor(index * step)]).flatMap(
    (one) => one ?? [],
  )
}
