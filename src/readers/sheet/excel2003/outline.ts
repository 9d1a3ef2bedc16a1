import type { XmlHandler } from '../../xml/scan'
import { attribute } from '../../xml/scan'
import { Styles } from './styles'

interface Listed {
  readonly name: string
  hidden: boolean
  showsZeros: boolean
}

/** What the file says of its sheets before and behind their cells. */
export class Outline implements XmlHandler {
  readonly styles = new Styles()
  readonly sheets: Listed[] = []
  date1904 = false
  title = ''
  #part: 'title' | 'visible' | null = null
  #inProperties = false

  get wantsText(): boolean {
    return this.#part !== null
  }

  open(name: string, attributes: string): void {
    this.styles.open(name, attributes)
    switch (name) {
      case 'Worksheet':
        this.sheets.push({ name: attribute(attributes, 'Name') ?? '', hidden: false, showsZeros: true })
        break
      case 'x:Visible':
        this.#part = 'visible'
        break
      case 'x:DoNotDisplayZeros':
        this.#set({ showsZeros: false })
        break
      case 'x:Date1904':
        this.date1904 = true
        break
      case 'o:DocumentProperties':
        this.#inProperties = true
        break
      case 'o:Title':
        if (this.#inProperties) this.#part = 'title'
        break
      default:
    }
  }

  close(name: string): void {
    this.styles.close(name)
    this.#part = null
    if (name === 'o:DocumentProperties') this.#inProperties = false
  }

  text(data: string): void {
    if (this.#part === 'title') this.title += data
    else if (/Hidden/iu.test(data)) this.#set({ hidden: true })
  }

  /** Of the last sheet. */
  #set(options: Partial<Listed>): void {
    const sheet = this.sheets.at(-1)
    if (sheet !== undefined) Object.assign(sheet, options)
  }
}
