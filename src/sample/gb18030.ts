/**
 * Encodes text as GB18030. Neither browsers nor Node can, but both decode it, so the table is the decoder's, turned round; it is built
 * at the first call. Every character of public use has a code; others become `?`.
 */
export function encodeGb18030(text: string): Uint8Array {
  table ??= decodedCodes()
  const bytes: number[] = []
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0
    if (point < 0x80) bytes.push(point)
    else bytes.push(...(point > 0xffff ? supplementary(point) : (table.get(point) ?? [0x3f])))
  }
  return Uint8Array.from(bytes)
}

type Code = readonly number[]
let table: ReadonlyMap<number, Code> | undefined

function decodedCodes(): ReadonlyMap<number, Code> {
  const decoder = new TextDecoder('gb18030')
  const codes = new Map<number, Code>()
  const add = (row: readonly Code[]): void => {
    const decoded = decoder.decode(Uint8Array.from(row.flat()))
    // A row with an undefined code decodes to another length or to U+FFFD; such rows hold nothing of use.
    if (decoded.length !== row.length) return
    row.forEach((code, index) => {
      const point = decoded.charCodeAt(index)
      if (point !== 0xfffd && !codes.has(point)) codes.set(point, code)
    })
  }
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    const trails = [...range(0x40, 0x7e), ...range(0x80, 0xfe)]
    add(trails.map((trail) => [lead, trail]))
  }
  for (let first = 0x81; first <= 0x84; first++)
    for (let second = 0x30; second <= 0x39; second++)
      for (let third = 0x81; third <= 0xfe; third++)
        add(range(0x30, 0x39).map((fourth) => [first, second, third, fourth]))
  return codes
}

/** Characters above U+FFFF stand in one run of four-byte codes that begins at 90 30 81 30. */
function supplementary(point: number): Code {
  let rest = point - 0x10000
  const fourth = 0x30 + (rest % 10)
  rest = Math.floor(rest / 10)
  const third = 0x81 + (rest % 126)
  rest = Math.floor(rest / 126)
  return [0x90 + Math.floor(rest / 10), 0x30 + (rest % 10), third, fourth]
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}
