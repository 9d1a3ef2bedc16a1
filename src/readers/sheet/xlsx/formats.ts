import { type Read, done } from '../../failure'
import { refusal } from '../../xml/outcome'
import { attribute, scanXml } from '../../xml/scan'
import { BUILT_IN_FORMATS } from '../builtInFormats'

/** Reads the number formats that `xl/styles.xml` gives to cells by number; `null` for one that it does not say. A broken file is a failure: without formats a date is a count. */
export function readCellFormats(xml: string): Read<readonly (string | null)[]> {
  const codes = new Map<number, string>()
  const formats: (string | null)[] = []
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
        formats.push(codes.get(id) ?? BUILT_IN_FORMATS[id] ?? null)
      }
    },
  })
  return refusal(outcome) ?? done(formats)
}
