import { Tokenizer } from 'htmlparser2'

/** What a scan of HTML reports; names are in lower case. */
export interface TokenHandler {
  open(name: string, attributes: ReadonlyMap<string, string>, selfClosing: boolean): void
  close(name: string): void
  text(data: string): void
}

/** Attributes that reading looks at; the many others are not even cut out of the text. */
const WANTED = new Set([
  'colspan',
  'rowspan',
  'hidden',
  'style',
  'class',
  'name',
  'content',
  'property',
  'type',
  'value',
])
const NONE: ReadonlyMap<string, string> = new Map()

/** Runs htmlparser2's tokenizer over a text. It needs no stack of open elements, so depth costs nothing. */
export function scanHtml(source: string, handler: TokenHandler): void {
  let name = ''
  let attributes: Map<string, string> | null = null
  let key: string | null = null
  let value = ''
  const opened = (selfClosing: boolean): void => {
    handler.open(name, attributes ?? NONE, selfClosing)
    attributes = null
  }
  const ignore = (): void => undefined
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ontext: (start, end) => {
        handler.text(source.slice(start, end))
      },
      ontextentity: (code) => {
        handler.text(String.fromCodePoint(code))
      },
      onopentagname: (start, end) => {
        name = source.slice(start, end).toLowerCase()
      },
      onopentagend: () => {
        opened(false)
      },
      onselfclosingtag: () => {
        opened(true)
      },
      onclosetag: (start, end) => {
        handler.close(source.slice(start, end).toLowerCase())
      },
      onattribname: (start, end) => {
        const found = source.slice(start, end).toLowerCase()
        key = WANTED.has(found) ? found : null
        value = ''
      },
      onattribdata: (start, end) => {
        if (key !== null) value += source.slice(start, end)
      },
      onattribentity: (code) => {
        if (key !== null) value += String.fromCodePoint(code)
      },
      onattribend: () => {
        if (key === null) return
        attributes ??= new Map()
        // Of an attribute given twice the first counts.
        if (!attributes.has(key)) attributes.set(key, value)
        key = null
      },
      oncdata: (start, end) => {
        handler.text(source.slice(start, end))
      },
      oncomment: ignore,
      ondeclaration: ignore,
      onprocessinginstruction: ignore,
      onend: ignore,
    },
  )
  tokenizer.write(source)
  tokenizer.end()
}
