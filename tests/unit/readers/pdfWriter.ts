/** A PDF of pages of 300 by 200 points with the given content; font `F` is a standard one that the file does not hold. Its table of objects is left to be rebuilt. */
export function pdfOf(contents: readonly string[]): Uint8Array {
  const pages = contents.map((_, at) => `${String(4 + 2 * at)} 0 R`).join(' ')
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${pages}]/Count ${String(contents.length)}/MediaBox[0 0 300 200]/Resources<</Font<</F 3 0 R>>>>>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    ...contents.flatMap((content, at) => [
      `<</Type/Page/Parent 2 0 R/Contents ${String(5 + 2 * at)} 0 R>>`,
      `<</Length ${String(content.length)}>>stream\n${content}\nendstream`,
    ]),
  ]
  const body = objects.map((object, at) => `${String(at + 1)} 0 obj\n${object}\nendobj\n`).join('')
  return new TextEncoder().encode(`%PDF-1.4\n${body}trailer\n<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n`)
}
