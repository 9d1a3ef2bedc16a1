import { compoundFile, u16, u32 } from './oldWord'

/** A record of a workbook's stream ([MS-XLS] 2.1.4). */
export const record = (kind: number, body: readonly number[] = []): number[] => [
  ...u16(kind),
  ...u16(body.length),
  ...body,
]
const BEGIN_GLOBALS = record(0x0809, [...u16(0x0600), ...u16(5), ...u16(0), ...u16(0), ...u32(0), ...u32(0)])
const BEGIN_SHEET = record(0x0809, [...u16(0x0600), ...u16(0x10), ...u16(0), ...u16(0), ...u32(0), ...u32(0)])
const END = record(0x000a)

const wide = (text: string): number[] => Array.from({ length: text.length }, (_, at) => u16(text.charCodeAt(at))).flat()

/** A font, raised or not, struck out or not. */
export const font = (raised: boolean, struck = false): number[] =>
  record(0x0031, [
    ...u16(200),
    ...u16(struck ? 8 : 0),
    ...u16(0x7fff),
    ...u16(400),
    ...u16(raised ? 1 : 0),
    0,
    0,
    0,
    0,
    1,
    1,
    ...wide('a'),
  ])

/** A format of a number, under a number of its own. */
export const format = (id: number, code: string): number[] =>
  record(0x041e, [...u16(id), ...u16(code.length), 1, ...wide(code)])

/** A style of cells with this number format and font; lines around it or none. */
export const style = (formatId: number, lines = false, fontNumber = 0): number[] =>
  record(0x00e0, [
    ...u16(fontNumber),
    ...u16(formatId),
    ...u16(1),
    0x20,
    0,
    0,
    0,
    ...u16(lines ? 0x1111 : 0),
    ...u16(0),
    ...u32(0),
    ...u16(0x20c0),
  ])

/** A string of the table of all, with runs: from which character which font. */
export interface SharedString {
  readonly text: string
  readonly runs?: readonly (readonly [from: number, font: number])[]
}

const stringTable = (strings: readonly SharedString[]): number[] =>
  record(0x00fc, [
    ...u32(strings.length),
    ...u32(strings.length),
    ...strings.flatMap(({ text, runs = [] }) => [
      ...u16(text.length),
      runs.length > 0 ? 9 : 1,
      ...(runs.length > 0 ? u16(runs.length) : []),
      ...wide(text),
      ...runs.flatMap(([from, fontNumber]) => [...u16(from), ...u16(fontNumber)]),
    ]),
  ])

/** Row and column from 0, the style by its number. */
const cellHead = (row: number, column: number, styleNumber: number): number[] => [
  ...u16(row),
  ...u16(column),
  ...u16(styleNumber),
]
export const stringCell = (row: number, column: number, string: number, styleNumber = 0): number[] =>
  record(0x00fd, [...cellHead(row, column, styleNumber), ...u32(string)])
export const numberCell = (row: number, column: number, value: number, styleNumber = 0): number[] =>
  record(0x0203, [...cellHead(row, column, styleNumber), ...new Uint8Array(new Float64Array([value]).buffer)])
export const blankCell = (row: number, column: number, styleNumber = 0): number[] =>
  record(0x0201, cellHead(row, column, styleNumber))

interface Workbook {
  /** Records of the workbook as a whole: fonts, formats, styles, whatever. */
  readonly globals?: readonly (readonly number[])[]
  readonly strings?: readonly SharedString[]
  /** Records of its only sheet. */
  readonly cells: readonly (readonly number[])[]
}

/** The bytes of a workbook of Excel 97 with one sheet. */
export function xls({ globals = [], strings = [], cells }: Workbook): Uint8Array {
  const before = [...BEGIN_GLOBALS, ...globals.flat()]
  const after = [...stringTable(strings), ...END]
  const sheetAt =
    before.length +
    record(
      0x0085,
      Array.from({ length: 8 + 12 }, () => 0),
    ).length +
    after.length
  const listed = record(0x0085, [...u32(sheetAt), 0, 0, 6, 1, ...wide('Sheet1')])
  return compoundFile({
    Workbook: Uint8Array.from([...before, ...listed, ...after, ...BEGIN_SHEET, ...cells.flat(), ...END]),
  })
}
