import { scanXml } from '../xml/scan'

/** The title among a package's core properties. */
export function coreProperties(xml: string | null): Readonly<Record<string, string>> {
  if (xml === null) return {}
  let title = ''
  const handler = {
    wantsText: false,
    open: (name: string) => {
      handler.wantsText = name === 'dc:title'
    },
    close: () => {
      handler.wantsText = false
    },
    text: (data: string) => {
      title += data
    },
  }
  scanXml(xml, handler)
  return title.trim() === '' ? {} : { title: title.trim() }
}
