import type { Random } from '@/sample/random'

/** Damages a text of markup or lines; gives another. */
export type TextMutation = (text: string, random: Random) => string

const TAG = /<[^<>]{1,200}>/gu
const ROW = /<(?:tr|w:tr|row|ofd:PathObject)\b.{0,5000}?<\/(?:tr|w:tr|row|ofd:PathObject)>/gisu
const CELL = /<(?:td|w:tc|c|Cell|ofd:TextObject)\b.{0,2000}?<\/(?:td|w:tc|c|Cell|ofd:TextObject)>/gsu
const TABLE = /<(table|w:tbl|sheetData|Table|ofd:Layer)\b.*<\/\1>/su
const SPAN =
  /((?:col|row)span="?|colspan=3D"?|w:gridSpan w:val="|\br="|ss:(?:Index|Span|MergeAcross|MergeDown)="|Boundary="|Size="|DeltaX="|M )(\w+)/giu
const DEEP = 20_000
const LONG = 300_000

const spot = (text: string, random: Random): number => random.int(0, text.length)
const insert = (text: string, at: number, more: string): string => text.slice(0, at) + more + text.slice(at)
const anywhere = (text: string, random: Random, more: string): string => insert(text, spot(text, random), more)
const pieces = (text: string, pattern: RegExp): RegExpExecArray[] => [...text.matchAll(pattern)]
const cut = (text: string, from: number, to: number, put = ''): string => text.slice(0, from) + put + text.slice(to)
const end = (match: RegExpExecArray): number => match.index + match[0].length

function one(text: string, pattern: RegExp, random: Random): RegExpExecArray | null {
  const found = pieces(text, pattern)
  return found.length === 0 ? null : random.pick(found)
}

/** Exchanges two places that a pattern finds. */
export function swapped(pattern: RegExp): TextMutation {
  return (text, random) => {
    const [first, second] = [one(text, pattern, random), one(text, pattern, random)]
    if (!first || !second || first.index === second.index) return text
    const [left, right] = first.index < second.index ? [first, second] : [second, first]
    if (end(left) > right.index) return text
    return text.slice(0, left.index) + right[0] + text.slice(end(left), right.index) + left[0] + text.slice(end(right))
  }
}

/** Takes out, or doubles, some of what a pattern finds. */
export function some(pattern: RegExp, change: (found: string, random: Random) => string): TextMutation {
  return (text, random) => {
    let result = text
    for (let left = random.int(1, 4); left > 0; left -= 1) {
      const found = one(result, pattern, random)
      if (found) result = cut(result, found.index, end(found), change(found[0], random))
    }
    return result
  }
}

export const TEXT_MUTATIONS: Readonly<Record<string, TextMutation>> = {
  'tags lost': some(TAG, () => ''),
  'tags doubled': some(TAG, (tag) => tag + tag),
  'tags cut': some(TAG, (tag, random) => tag.slice(0, random.int(1, tag.length - 1))),
  'tags swapped': swapped(TAG),
  'cells lost': some(CELL, () => ''),
  'cells doubled': some(CELL, (cell) => cell + cell),
  'rows lost': some(ROW, () => ''),
  'rows doubled': some(ROW, (row) => row + row),
  'rows swapped': swapped(ROW),
  'tables repeated': (text, random) => {
    const table = TABLE.exec(text)
    if (!table || table[0].length > LONG) return text
    return insert(text, end(table), table[0].repeat(random.int(1, Math.max(1, Math.min(60, LONG / table[0].length)))))
  },
  'spans of any size': (text, random) =>
    text.replace(SPAN, (whole, name: string) =>
      random.chance(0.1)
        ? name +
          String(random.pick([0, -1, 2, 1000, 65_535, 1_000_000_000, '99999999999999999999', 'NaN', 'XFD1048576']))
        : whole,
    ),
  'huge attribute': some(TAG, (tag, random) =>
    tag.replace(/\/?>$/u, (close) => ` x="${random.pick(['a', '年', '&amp;', ' ']).repeat(LONG / 5)}"${close}`),
  ),
  'many attributes': some(TAG, (tag) =>
    tag.replace(/\/?>$/u, (close) => Array.from({ length: 5000 }, (_, at) => ` a${at}="${at}"`).join('') + close),
  ),
  'deeply nested': (text, random) => {
    const [open, close] = random.pick([
      ['<div>', '</div>'],
      ['<table><tr><td>', '</td></tr></table>'],
      ['<w:sdt><w:sdtContent>', '</w:sdtContent></w:sdt>'],
      ['<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>'],
      ['<b>', ''],
      ['（', ''],
      ['<is><r>', '</r></is>'],
      ['<Row><Cell><Data ss:Type="String">', '</Data></Cell></Row>'],
      ['<ofd:PageBlock>', '</ofd:PageBlock>'],
    ] as const)
    const depth = random.int(10, DEEP)
    return anywhere(text, random, open.repeat(depth) + random.pick(['', '12', close.repeat(depth)]))
  },
  'entity tricks': (text, random) =>
    anywhere(
      text,
      random,
      random.pick([
        '&#0;',
        '&#x110000;',
        '&#xD800;',
        '&#99999999999999;',
        '&nbsp',
        '&lt;td&gt;9&lt;/td&gt;',
        '&undefined;',
        '&amp;'.repeat(1000),
        '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>&c;',
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>&x;',
      ]),
    ),
  'sections that do not end': (text, random) =>
    anywhere(
      text,
      random,
      random.pick(['<!--', '<![CDATA[', '<script>', '<style>', '<title>', '<?xml', '"', '<td x="', '<']),
    ),
  'controls and marks': (text, random) =>
    anywhere(
      text,
      random,
      random.pick(['\0', '\0'.repeat(500), '\u0007', '\uFEFF', '\u202E', '\u200B', '\uFFFF', '\u0085', '\u2028']),
    ),
  surrogates: (text, random) =>
    anywhere(text, random, random.pick(['\uD800', '\uDC00', '𠮷'.repeat(50), '\uDBFF\uD800'])),
  'lines lost': some(/[^\n]+\n?/gu, () => ''),
  'lines doubled': some(/[^\n]+\n?/gu, (line) => line + line),
  'lines swapped': swapped(/[^\n]+\n?/gu),
  'line breaks lost': (text, random) => text.replace(/\n/gu, (line) => (random.chance(0.3) ? '' : line)),
  'one long line': (text, random) =>
    anywhere(text, random, random.pick(['1', '年', '0 ', '|', '\t', '（一）', '第']).repeat(LONG / 3)),
  'many lines': (text, random) =>
    anywhere(text, random, random.pick(['\n', '0\n', '其他\n', '|1|2|\n', '<tr><td>0</td></tr>\n']).repeat(DEEP)),
  'digits run together': (text, random) =>
    anywhere(text, random, Array.from({ length: random.int(10, 400) }, () => random.int(0, 9)).join('')),
}
