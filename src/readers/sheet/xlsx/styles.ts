import { type Read, done } from '../../failure'
import { refusal } from '../../xml/outcome'
import { attribute, scanXml } from '../../xml/scan'
import { BUILT_IN_FORMATS } from '../builtInFormats'
import type { CellStyle } from '../style'

const SIDES = new Set(['left', 'right', 'top', 'bottom', 'start', 'end'])

/** Reads `xl/styles.xml` into the styles that cells refer to by number. A broken file is a failure: without formats a date is a count. */
export function readCellStyles(xml: string): Read<readonly CellStyle[]> {
  const codes = new Map<number, string>()
  const borders: boolean[] = []
  const styles: CellStyle[] = []
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
      else if (name === 'border' && parent === 'borders') borders.push(false)
      else if (parent === 'border' && SIDES.has(name) && (attribute(attributes, 'style') ?? 'none') !== 'none')
        borders[borders.length - 1] = true
      else if (name === 'xf' && parent === 'cellXfs') {
        const id = Number(attribute(attributes, 'numFmtId') ?? 0)
        styles.push({
          format: codes.get(id) ?? BUILT_IN_FORMATS[id] ?? null,
          drawn: borders[Number(attribute(attributes, 'borderId') ?? 0)] ?? false,
        })
      }
    },
  })
  return refusal(outcome) ?? done(styles)
}
