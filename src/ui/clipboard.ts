/**
 * Puts text on the clipboard. On a host that is not secure the clipboard's interface is missing: there the text is selected in a field and copied
 * by the browser's own command. `false` where neither is allowed, so that the caller can show the text instead.
 */
export async function copyText(text: string): Promise<boolean> {
  const clipboard = (navigator as { clipboard?: Clipboard }).clipboard
  if (clipboard) {
    try {
      await clipboard.writeText(text)
      return true
    } catch {
      return copyBySelection(text)
    }
  }
  return copyBySelection(text)
}

/**
 * Puts a picture on the clipboard. `false` where the browser does not let a page do so: on a host that is not secure, or where it was refused.
 * `picture` is made only where there is a clipboard to take it.
 */
export async function copyPicture(picture: () => Promise<Blob>): Promise<boolean> {
  const { ClipboardItem: Item } = globalThis as { readonly ClipboardItem?: typeof ClipboardItem }
  const taker = (navigator as { clipboard?: Partial<Clipboard> }).clipboard
  if (!Item || !taker?.write) return false
  try {
    // Given as a promise: some browsers want the item within the click itself.
    await taker.write([new Item({ 'image/png': picture() })])
    return true
  } catch {
    return false
  }
}

function copyBySelection(text: string): boolean {
  const before = document.activeElement
  const field = document.createElement('textarea')
  field.value = text
  field.setAttribute('aria-hidden', 'true')
  field.className = 'visually-hidden'
  document.body.append(field)
  field.select()
  // The only way to copy on a plain http host; every browser of the floor still has it.
  const copied = document.execCommand('copy')
  field.remove()
  if (before instanceof HTMLElement) before.focus({ preventScroll: true })
  return copied
}
