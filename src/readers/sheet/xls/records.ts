import type { ByteView } from '../../byteView'

/** Kinds of records that are looked at ([MS-XLS] 2.3.1). */
export const RECORD = {
  formula: 0x0006,
  eof: 0x000a,
  date1904: 0x0022,
  filePass: 0x002f,
  font: 0x0031,
  continued: 0x003c,
  columns: 0x007d,
  sheet: 0x0085,
  multipleNumbers: 0x00bd,
  merged: 0x00e5,
  richString: 0x00d6,
  style: 0x00e0,
  strings: 0x00fc,
  sharedString: 0x00fd,
  blank: 0x0201,
  multipleBlanks: 0x00be,
  number: 0x0203,
  label: 0x0204,
  truthOrError: 0x0205,
  formulaString: 0x0207,
  row: 0x0208,
  window: 0x023e,
  shortNumber: 0x027e,
  format: 0x041e,
  drawing: 0x00ec,
  begin: 0x0809,
} as const

export interface BiffRecord {
  readonly kind: number
  readonly body: ByteView
  /** What records that continue it hold; a text may run over into them. */
  readonly more: readonly ByteView[]
}

/** `cut`: the stream ends inside a part of the workbook. */
type End = 'whole' | 'cut'

/** The records of one part of a workbook, from its beginning to its end; parts within it (charts) are passed over. */
export function* recordsFrom(stream: ByteView, start: number): Generator<BiffRecord, End, undefined> {
  let at = start
  let depth = 0
  while (at + 4 <= stream.length) {
    const kind = stream.u16(at)
    const end = at + 4 + stream.u16(at + 2)
    if (end > stream.length) return 'cut'
    const body = stream.part(at + 4, end)
    at = end
    const more: ByteView[] = []
    while (at + 4 <= stream.length && stream.u16(at) === RECORD.continued) {
      const next = at + 4 + stream.u16(at + 2)
      if (next > stream.length) return 'cut'
      more.push(stream.part(at + 4, next))
      at = next
    }
    if (kind === RECORD.begin) depth += 1
    else if (kind === RECORD.eof) depth -= 1
    if (depth <= 0) return kind === RECORD.eof ? 'whole' : 'cut'
    if (depth === 1) yield { kind, body, more }
  }
  return 'cut'
}
