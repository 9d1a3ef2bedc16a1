import { type Read, done } from '../../failure'
import { refusal } from '../../xml/outcome'
import { attribute, scanXml } from '../../xml/scan'
import { BUILT_IN_FORMATS } from '../builtInFormats'
import type { CellStyle } from '../style'

/** A style as it is read; its look is everything but the number format. */
interface Draft {
  readonly format: string | null
  look: string
}

/** Reads `xl/styles.xml` into the styles that cells refer to by number. A broken file is a failure: without formats a date is a count. */
export function readCellStyles(xml: string): Read<readonly CellStyle[]> {
  const codes = new Map<number, string>()
  const styles: Draft[] = []
  const path: string[] = []
  const outcome = scanXml(xml, {
    wantsText: false,
    text: () => undefined,
    close: () => {
      path.pop()
    },
    open: (name, attributes) => {
      const parent = path.at(-1)
      path.push(name)
      if (name === 'numFmt' && parent === 'numFmts')
        codes.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '')
      else if (name === 'xf' && parent === 'cellXfs') {
        const id = Number(attribute(attributes, 'numFmtId') ?? 0)
        const look = ['fontId', 'fillId', 'borderId'].map((part) => attribute(attributes, part) ?? '0').join(' ')
        styles.push({ format: codes.get(id) ?? BUILT_IN_FORMATS[id] ?? null, look })
      } else if (name === 'alignment' && parent === 'xf') {
        const style = styles.at(-1)
        if (style !== undefined) style.look += attributes
      }
    },
  })
  return refusal(outcome) ?? done(styles.map(({ format, look }) => ({ format, dressed: look !== styles[0]?.look })))
}
