import { strToU8, zipSync } from 'fflate'

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** Puts the body of a Word document into its package; `lists` is how many numbered lists it refers to. */
export function docxPackage(body: string, lists: number): Uint8Array {
  const numbered = lists > 0
  const files: [string, string][] = [
    ['[Content_Types].xml', contentTypes(numbered)],
    [
      '_rels/.rels',
      relationships(`<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/>`),
    ],
    [
      'word/document.xml',
      `<w:document xmlns:w="${MAIN}"><w:body>${body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440"/></w:sectPr></w:body></w:document>`,
    ],
  ]
  if (numbered)
    files.push(
      ['word/numbering.xml', numbering(lists)],
      [
        'word/_rels/document.xml.rels',
        relationships(`<Relationship Id="rId1" Type="${OFFICE}/numbering" Target="numbering.xml"/>`),
      ],
    )
  const entries = files.map(([name, text]) => [name, strToU8(XML + text)] as const)
  // A fixed date, so that the same seed gives the same bytes; the earliest that a zip can say, in any time zone.
  return zipSync(Object.fromEntries(entries), { level: 1, mtime: new Date(1980, 0, 2) })
}

const relationships = (list: string): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${list}</Relationships>`

function contentTypes(numbered: boolean): string {
  const part = (name: string, type: string): string =>
    `<Override PartName="/word/${name}.xml" ContentType="${WORD}.${type}+xml"/>`
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('document', 'document.main')}${numbered ? part('numbering', 'numbering') : ''}</Types>`
}

/** Lists `1.`, `2.`, … that each begin anew. */
function numbering(lists: number): string {
  const each = Array.from(
    { length: lists },
    (_, index) =>
      `<w:num w:numId="${index + 1}"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`,
  )
  return `<w:numbering xmlns:w="${MAIN}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>${each.join('')}</w:numbering>`
}
