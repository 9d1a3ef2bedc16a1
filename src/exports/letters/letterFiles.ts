import { letterDocx, reminderDocx } from './letter'
import type { Letter, LetterManner, Reminder } from './letter'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const LONGEST_NAME = 80
/** What no file system of today takes in a name, and what is not seen. */
const UNFIT = /[\\/:*?"<>|\u0000-\u001F\u007F-\u009F\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/gu

const KINDS = { letter: '整改通知', reminder: '催报通知' } as const

export interface LettersFile {
  readonly file: Blob
  readonly name: string
}

/** `整改通知-机关-年份.docx`, of a reminder `催报通知-…`, whatever the agency's name holds; `taken` are the names given so far, and takes the new one. */
export function letterFileName(
  { agency, year }: Pick<Letter, 'agency' | 'year'>,
  taken: Set<string>,
  kind: keyof typeof KINDS = 'letter',
): string {
  const plain = agency.normalize('NFC').replace(UNFIT, '_').trim()
  const whose = Array.from(plain).slice(0, LONGEST_NAME).join('') || '_'
  for (let number = 1; ; number++) {
    const again = number === 1 ? '' : `（${String(number)}）`
    const name = `${KINDS[kind]}-${whose}-${String(year)}${again}.docx`
    const key = name.toLowerCase()
    if (taken.has(key)) continue
    taken.add(key)
    return name
  }
}

/** One letter as its Word document, several as one zip; `null` where there are none. `made` is called, and awaited, after each. */
export async function letterFiles(
  letters: readonly (Letter | Reminder)[],
  manner: LetterManner,
  made: (done: number) => Promise<void> | void,
): Promise<LettersFile | null> {
  const [first] = letters
  if (!first) return null
  const taken = new Set<string>()
  const docx = (one: Letter | Reminder) => ('deadline' in one ? reminderDocx(one, manner) : letterDocx(one, manner))
  const nameOf = (one: Letter | Reminder) => letterFileName(one, taken, 'deadline' in one ? 'reminder' : 'letter')
  if (letters.length === 1) {
    const bytes = new Uint8Array(await docx(first))
    await made(1)
    return { file: new Blob([bytes], { type: DOCX }), name: nameOf(first) }
  }
  const { Zip, ZipPassThrough } = await import('fflate')
  const pieces: Uint8Array<ArrayBuffer>[] = []
  const zip = new Zip((error, piece) => {
    if (error) throw error
    pieces.push(new Uint8Array(piece))
  })
  for (const [index, letter] of letters.entries()) {
    // A Word document is packed already.
    const entry = new ZipPassThrough(nameOf(letter))
    zip.add(entry)
    entry.push(await docx(letter), true)
    await made(index + 1)
  }
  zip.end()
  return { file: new Blob(pieces, { type: 'application/zip' }), name: `整改通知-${manner.date}.zip` }
}
