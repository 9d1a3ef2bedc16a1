import { type Read, done, fail } from '../../failure'
import { OFF_LINE, superscript } from '../../superscript'
import { refusal } from '../../xml/outcome'
import { attribute, isOn, scanXml } from '../../xml/scan'
import { type CellString, joinPieces, type Piece } from '../pieces'

/** Gathers the text of a string with its formatted runs; readings of characters are none of it. */
export class RichText {
  wantsText = false
  readonly #pieces: Piece[] = []
  #raised = false
  #struck: boolean | null = null
  #phonetic = 0

  open(name: string, attributes: string): void {
    if (name === 'rPh') this.#phonetic += 1
    else if (name === 'r') this.#endRun()
    else if (name === 'rPr') this.#struck = false
    else if (name === 'strike') this.#struck = isOn(attributes)
    else if (name === 'vertAlign') this.#raised = OFF_LINE.has(attribute(attributes, 'val') ?? '')
    this.wantsText = name === 't' && this.#phonetic === 0
  }

  close(name: string): void {
    if (name === 'rPh') this.#phonetic -= 1
    else if (name === 'r') this.#endRun()
    this.wantsText = false
  }

  add(data: string): void {
    const text = unescaped(data)
    this.#pieces.push({ text: this.#raised ? superscript(text) : text, struck: this.#struck })
  }

  /** The text of all runs. */
  finish(): CellString {
    return joinPieces(this.#pieces)
  }

  /** A run that says nothing of its font has that of its cell. */
  #endRun(): void {
    this.#raised = false
    this.#struck = null
  }
}

const ESCAPED = /_x([0-9a-f]{4})_/giu

/** Characters that XML cannot hold are written as `_x000D_`. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(ESCAPED, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** Reads `xl/sharedStrings.xml`. A broken one is a failure: cells refer to its strings by number. */
export function readSharedStrings(xml: string): Read<readonly CellString[]> {
  const strings: CellString[] = []
  let rich: RichText | null = null
  const outcome = scanXml(xml, {
    get wantsText() {
      return rich?.wantsText ?? false
    },
    open: (name, attributes) => {
      if (name === 'si') rich = new RichText()
      else rich?.open(name, attributes)
    },
    close: (name) => {
      if (name === 'si') {
        strings.push(rich?.finish() ?? '')
        rich = null
      } else rich?.close(name)
    },
    text: (data) => {
      rich?.add(data)
    },
  })
  return (
    refusal(outcome) ?? (strings.length === 0 && xml.includes('<si>') ? fail('unreadable', 'damaged') : done(strings))
  )
}
