/** A scanned PDF of so many pages: each one grey picture, and no text. `mark` makes its bytes its own. */
export function scanOf(pages: number, mark = ''): Uint8Array<ArrayBuffer> {
  const kids = Array.from({ length: pages }, (_, at) => `${String(4 + 2 * at)} 0 R`).join(' ')
  const content = 'q 160 0 0 80 20 10 cm /I Do Q'
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids}]/Count ${String(pages)}/MediaBox[0 0 200 100]/Resources<</XObject<</I 3 0 R>>>>>>`,
    '<</Type/XObject/Subtype/Image/Width 2/Height 2/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/ASCIIHexDecode/Length 9>>stream\n00ff80c0>\nendstream',
    ...Array.from({ length: pages }, (_, at) => [
      `<</Type/Page/Parent 2 0 R/Contents ${String(5 + 2 * at)} 0 R>>`,
      `<</Length ${String(content.length)}>>stream\n${content}\nendstream`,
    ]).flat(),
  ]
  const body = objects.map((object, at) => `${String(at + 1)} 0 obj\n${object}\nendobj\n`).join('')
  return new TextEncoder().encode(`%PDF-1.4\n%${mark}\n${body}trailer\n<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n`)
}
