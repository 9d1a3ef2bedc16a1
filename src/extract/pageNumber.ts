const PAGE_NUMBER =
  /^\s*(?:[-—–－]+\s*\d{1,3}\s*[-—–－]+|第\s*\d{1,3}\s*页(?:[，,/\s]*共\s*\d{1,3}\s*页)?|\d{1,3}\s*\/\s*\d{1,3})\s*$/u

/** Whether a text is a page number, which breaks tables that were printed once. */
export function isPageNumber(text: string): boolean {
  return PAGE_NUMBER.test(text)
}
