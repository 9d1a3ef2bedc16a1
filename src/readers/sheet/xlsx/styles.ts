import { type Read, done } from '../../failure'
import { refusal } from '../../xml/outcome'
import { attribute, isOn, scanXml } from '../../xml/scan'
import { BUILT_IN_FORMATS } from '../builtInFormats'
import type { CellStyle } from '../style'

/** A style as it is read; its look is everything but the number format. */
interface Draft {
  readonly format: string | null
  readonly framed: boolean
  readonly struck: boolean
  look: string
}

/** Kinds of lines, or of fillings, of which styles name one by number: whether anything of it is seen. */
type Seen = boolean[]
const SIDES: ReadonlySet<string> = new Set(['left', 'right', 'top', 'bottom', 'start', 'end'])

/** Reads `xl/styles.xml` into the styles that cells refer to by number. A broken file is a failure: without formats a date is a count. */
export function readCellStyles(xml: string): Read<readonly CellStyle[]> {
  const codes = new Map<number, string>()
  const styles: Draft[] = []
  const borders: Seen = []
  const fills: Seen = []
  const struckFonts: boolean[] = []
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
      if (name === 'border' && parent === 'borders') borders.push(false)
      else if (name === 'font' && parent === 'fonts') struckFonts.push(false)
      else if (name === 'strike' && path.includes('fonts')) struckFonts[struckFonts.length - 1] = isOn(attributes)
      else if (name === 'fill' && parent === 'fills') fills.push(false)
      else if (SIDES.has(name) && path.includes('borders')) mark(borders, attribute(attributes, 'style'))
      else if (name === 'patternFill' && path.includes('fills')) mark(fills, attribute(attributes, 'patternType'))
      else if (name === 'numFmt' && parent === 'numFmts')
        codes.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '')
      else if (name === 'xf' && parent === 'cellXfs') {
        const id = Number(attribute(attributes, 'numFmtId') ?? 0)
        const [font = '0', fill = '0', border = '0'] = ['fontId', 'fillId', 'borderId'].map((part) =>
          attribute(attributes, part),
        )
        styles.push({
          format: codes.get(id) ?? BUILT_IN_FORMATS[id] ?? null,
          framed: borders[Number(border)] === true || fills[Number(fill)] === true,
          struck: struckFonts[Number(font)] === true,
          look: [font, fill, border].join(' '),
        })
      } else if (name === 'alignment' && parent === 'xf') {
        const style = styles.at(-1)
        if (style !== undefined) style.look += attributes
      }
    },
  })
  return refusal(outcome) ?? done(styles.map(({ look, ...style }) => ({ ...style, dressed: look !== styles[0]?.look })))
}

/** The last of the kinds has a line, or a filling, of this sort. */
function mark(kinds: Seen, sort: string | undefined): void {
  if (sort !== undefined && sort !== 'none' && kinds.length > 0) kinds[kinds.length - 1] = true
}
