/** A byte order mark: what the page claims of its own encoding was true of the program that it was copied from. */
const MARK = '\uFEFF'

/**
 * What a paste holds, as files for the import: a page of markup where it has a table, else a text, else the files that were copied. Word,
 * Excel and WPS put a picture beside the table, which is none of it. Empty where there is nothing to read.
 */
export function pastedFiles(transfer: DataTransfer, now: Date): readonly File[] {
  const html = transfer.getData('text/html')
  const text = transfer.getData('text/plain')
  if (/<table[\s>]/iu.test(html)) return [fileOf(html, 'html', now)]
  if (transfer.files.length > 0) return [...transfer.files]
  return text.trim() === '' ? [] : [fileOf(text, 'txt', now)]
}

function fileOf(content: string, extension: 'html' | 'txt', now: Date): File {
  const types = { html: 'text/html', txt: 'text/plain' } as const
  return new File([MARK, content], `粘贴 ${stamp(now)}.${extension}`, { type: types[extension] })
}

/** Whether a file of an import is what was pasted: there is none that could be given again. */
export function isPasted(path: string): boolean {
  return /^粘贴 \d{4}-\d\d-\d\d \d{6}\.(?:html|txt)$/u.test(path)
}

/** Local date and time, such as a file's name may have: `2026-11-25 103012`. */
function stamp(now: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0')
  const date = [String(now.getFullYear()), two(now.getMonth() + 1), two(now.getDate())].join('-')
  return `${date} ${[now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join('')}`
}

/** Whether an element takes a paste itself: fields and whatever is edited. */
export function takesPaste(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.matches('input, textarea, select')
}
