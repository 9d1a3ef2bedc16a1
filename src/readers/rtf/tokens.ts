/** What a scan of Rich Text reports, in order. */
export interface RtfHandler {
  openGroup(): void
  closeGroup(): void
  /** A control word with its number, `\*` as `*`. */
  word(name: string, value: number | undefined): void
  /** A byte written as `\'hh`. */
  byte(code: number): void
  /** A character that its escape stands for. */
  character(text: string): void
  /** Plain text, a character a byte. */
  text(bytes: string): void
  /** Set by a handler that has seen too much; the scan then stops. */
  readonly isFull: boolean
}

const TOKEN = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z'])|[{}]|[^\\{}\r\n]+|[\r\n]+|\\/giu

/** Scans Rich Text (RTF 1.9.1), a character a byte. Groups may nest as deep as the text allows. */
export function scanRtf(source: string, handler: RtfHandler): void {
  TOKEN.lastIndex = 0
  for (let match = TOKEN.exec(source); match !== null && !handler.isFull; match = TOKEN.exec(source)) {
    const [whole, name, number, hex, symbol] = match
    if (name !== undefined) {
      const value = number === undefined ? undefined : Number(number)
      // Binary data is no text, whatever it holds.
      if (name === 'bin') TOKEN.lastIndex += Math.max(0, value ?? 0)
      else handler.word(name, value)
    } else if (hex !== undefined) handler.byte(Number.parseInt(hex, 16))
    else if (symbol !== undefined) handleSymbol(symbol, handler)
    else if (whole === '{') handler.openGroup()
    else if (whole === '}') handler.closeGroup()
    else if (!/^[\r\n]/u.test(whole) && whole !== '\\') handler.text(whole)
  }
}

const SYMBOLS: Readonly<Record<string, string>> = { '~': '\u00a0', _: '-', '-': '', '|': '', ':': '' }

function handleSymbol(symbol: string, handler: RtfHandler): void {
  if (symbol === '*') handler.word('*', undefined)
  else if (symbol === '\r' || symbol === '\n') handler.word('par', undefined)
  else {
    const text = SYMBOLS[symbol] ?? symbol
    if (text !== '') handler.character(text)
  }
}
