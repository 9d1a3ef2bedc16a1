/** Encodings of `\fcharset` (RTF 1.9.1, font table); 0 and 1 follow the document's own code page. */
const CHARSETS: Readonly<Record<number, string>> = {
  128: 'shift_jis',
  129: 'euc-kr',
  134: 'gb18030',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  204: 'windows-1251',
  238: 'windows-1250',
}

const CODE_PAGES: Readonly<Record<number, string>> = {
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  1250: 'windows-1250',
  1251: 'windows-1251',
  54936: 'gb18030',
  65001: 'utf-8',
}

/** The encoding of a font's character set, `undefined` where it has none of its own. */
export function encodingOfCharset(charset: number): string | undefined {
  return CHARSETS[charset]
}

/** The encoding of `\ansicpg`; Western where nothing else is said. */
export function encodingOfCodePage(page: number): string {
  return CODE_PAGES[page] ?? 'windows-1252'
}
