import { CARRIED, HASH_SIGNS } from '@/state/carried'

/** Where the template has room for the data; the same text stands in `src/cli/webPage.mjs`. */
const PLACE = '<!--gouji:carried-->'
/** Three bytes are four signs: a piece of so many needs no filling up but the last. */
const PIECE = 3 * 256 * 1024

/**
 * The program with a shared file in it, as one web page that opens by double click. The data stand in it as base64 in a block that no browser runs, so that
 * nothing in them can be taken for the page's own.
 *
 * @throws Error where the template is not beside the program: it is made by the build
 */
export async function webPageOf(file: Blob, hash: string): Promise<Blob> {
  const response = await fetch('web-page.txt', { cache: 'no-cache' })
  if (!response.ok) throw new Error(String(response.status))
  const [head, rest] = (await response.text()).split(PLACE)
  if (head === undefined || rest === undefined) throw new Error(PLACE)
  const block = `<script type="application/octet-stream" id="${CARRIED.id}" ${CARRIED.hash}="${hash.slice(0, HASH_SIGNS)}">`
  const pieces: string[] = []
  for (let from = 0; from < file.size; from += PIECE) pieces.push(await base64Of(file.slice(from, from + PIECE)))
  return new Blob([head, block, ...pieces, '</script>', rest], { type: 'text/html' })
}

function base64Of(piece: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => {
      const url = typeof reader.result === 'string' ? reader.result : ''
      resolve(url.slice(url.indexOf(',') + 1))
    }
    reader.onerror = () => {
      reject(reader.error ?? new Error('not read'))
    }
    reader.readAsDataURL(piece)
  })
}
