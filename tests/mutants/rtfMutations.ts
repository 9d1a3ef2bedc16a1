import type { Random } from '@/sample/random'
import { some, swapped } from './markupMutations'
import type { TextMutation } from './markupMutations'

const WORD = /\\[a-z]{1,32}-?\d{0,10} ?/gu
const NUMBERED = /(\\(?:cellx|trgaph|u|uc|li|fs|ls|ilvl|bin|clvmgf|itap|f|cpg|ansicpg)-?)(\d+)/gu
const GROUP = /\{[^{}]{0,400}\}/gu
const ROW = /\\trowd.{0,6000}?\\row\b/gsu
const CELL = /\\(?:cell|nestcell)\b/gu
const HEX = /\\'[0-9a-f]{2}/giu
const DEEP = 20_000
const LONG = 100_000

const anywhere =
  (pieces: readonly string[]): TextMutation =>
  (text, random) => {
    const at = random.int(0, text.length)
    return text.slice(0, at) + random.pick(pieces) + text.slice(at)
  }

const numbers = (random: Random): string =>
  String(random.pick([0, 1, 65_535, 65_536, 32_768, 1_000_000, 2_147_483_648, '99999999999999999999']))

/** What can be done to the control words, groups and rows of Rich Text. */
export const RTF_MUTATIONS: Readonly<Record<string, TextMutation>> = {
  'words lost': some(WORD, () => ''),
  'words doubled': some(WORD, (word) => word + word),
  'words cut': some(WORD, (word, random) => word.slice(0, random.int(1, word.length))),
  'words swapped': swapped(WORD),
  'numbers of any size': (text, random) =>
    text.replace(NUMBERED, (whole, word: string) => (random.chance(0.1) ? word + numbers(random) : whole)),
  'groups lost': some(GROUP, () => ''),
  'groups doubled': some(GROUP, (group) => group + group),
  'braces lost': some(/[{}]/gu, () => ''),
  'braces doubled': some(/[{}]/gu, (brace) => brace + brace),
  'rows lost': some(ROW, () => ''),
  'rows doubled': some(ROW, (row) => row + row),
  'rows swapped': swapped(ROW),
  'rows repeated': some(ROW, (row, random) => row.repeat(random.int(2, Math.max(2, Math.floor(LONG / row.length))))),
  'cell ends lost': some(CELL, () => ''),
  'cell ends doubled': some(CELL, (cell) => cell + cell),
  'characters lost': some(HEX, () => ''),
  'characters cut': some(HEX, (hex) => hex.slice(0, 3)),
  'deeply nested': (text, random) => {
    const [open, close] = random.pick([
      ['{', '}'],
      ['{\\b ', '}'],
      ['{\\*\\x ', '}'],
      ['{\\field{\\fldrslt ', '}}'],
      ['\\itap9\\nestcell ', '{\\nestrow}'],
    ] as const)
    const depth = random.int(10, DEEP)
    return anywhere([open.repeat(depth) + random.pick(['', '12', close.repeat(depth)])])(text, random)
  },
  'things put in': anywhere([
    '\\bin999999999 ',
    '\\bin-1 ',
    '\\u55296?\\u56320?',
    '\\u-1?',
    '\\uc9999\\u24180?',
    '{\\object{\\objdata ' + '0'.repeat(LONG) + '}}',
    '{\\pict ' + 'f'.repeat(LONG) + '}',
    '\\intbl\\cell\\row',
    '\\trowd' + '\\cellx1'.repeat(DEEP) + '\\row',
    '\\cell'.repeat(DEEP),
    '\\row'.repeat(DEEP),
    '\\par'.repeat(LONG / 4),
    '\\',
    "\\'",
    '\\ansicpg0',
    '\0',
  ]),
}
