import { FIRST_LETTERS, LEXICON } from './lexicon'
import { numeralAt } from './numerals'
import type { Numeral } from './numerals'
import type { Scope } from './scope'
import type { Sentence } from './sentences'

/** A word or number of a sentence; `from` and `to` are offsets into `Sentence.words`. */
export interface Token {
  readonly code: string
  readonly id?: string
  readonly from: number
  readonly to: number
  readonly numeral?: Numeral
}

const YEAR =
  /((?:19|20)\d\d|(?:１９|２０)[０-９]{2})(?:年度?|(?=[-—–~至]\s?(?:19|20)?\d\d年))(?:(?:全年|1月1日)?(?:起?至|[-—–~])(?:(?:19|20)\d\d年)?(?:12月31日|12月底|年底)|1[-—–~至]12月|1月[-—–~至]12月)?/uy
const YEARS = /(?:19|20)\d\d(?:年度?)?(?:[-—–~～至到和、]|以及)+(?:19|20)?\d\d年度?/uy
const CARRIED_FROM =
  /(?:转结|结转|遗留|转接|转入|转来)(?:至|到|入)?(?:本年度?|今年|当年|(?:20\d\d)年度?)?(?:继续办理|继续处理|办理|处理)?的?/uy
const CARRIED_TO =
  /(?:结转|转结|转|转入|顺延)(?:至|到|入)?(?:(20\d\d)年度?|下一?个?年度?|次年|明年)(?:继续)?(?:办理|处理|答复)?/uy
const COMPARED = /(?:同比|较|比|与|同|相较|相较于|相比|对比|和)(?:于)?(20\d\d)年度?(?:同期)?(?:相比|相较)?/uy
const DAY = /\d{1,2}月(?:\d{1,2}日|底|份)?/uy

const NUMBERING = /[（(]?[一二三四五六七八九十\d]{1,2}(?:[）)][、.．]?|[、.．](?!\d))/uy

const sticky = (pattern: RegExp, text: string, from: number): RegExpExecArray | null => {
  pattern.lastIndex = from
  return pattern.exec(text)
}

const COMPARISON = 8
const CARRYING = 16
const DATE = 1
const NUMBER = 2
const WORD = 4
/** What may begin with a letter, by its code: most letters begin nothing. */
const BEGINS = new Uint8Array(0x10000)
for (const [kind, letters] of [
  [DATE, '0123456789１２'],
  [COMPARISON, '较比与同相对和'],
  [CARRYING, '结转顺'],
  [NUMBER, '0123456789０１２３４５６７８９零〇一二两三四五六七八九十百千'],
  [WORD, FIRST_LETTERS],
] as const)
  for (const letter of letters) {
    const code = letter.charCodeAt(0)
    BEGINS[code] = (BEGINS[code] ?? 0) | kind
  }

/** Reads the words of a sentence, longest first; what no word fits is one token `x`. */
export function tokensOf({ words }: Sentence, scope: Scope, year: number | null): Token[] {
  const tokens: Token[] = []
  let at = sticky(NUMBERING, words, 0)?.[0].length ?? 0
  let unknown = -1
  while (at < words.length) {
    const kinds = BEGINS[words.charCodeAt(at)] ?? 0
    const found =
      (kinds & DATE ? dateAt(words, at, year) : null) ??
      (kinds & COMPARISON ? comparisonAt(words, at, year) : null) ??
      (kinds & CARRYING ? carryingAt(words, at, year) : null) ??
      (kinds & NUMBER ? numberAt(words, at, unknown < 0 ? tokens.at(-1) : undefined) : null) ??
      wordAt(words, at, scope, { known: (kinds & WORD) !== 0, afterUnknown: unknown >= 0 })
    if (found === null || found.code === 'x') {
      if (unknown < 0) unknown = at
      at = found?.to ?? at + 1
      continue
    }
    if (unknown >= 0) tokens.push({ code: 'x', from: unknown, to: at })
    unknown = -1
    tokens.push(found)
    at = found.to
  }
  if (unknown >= 0) tokens.push({ code: 'x', from: unknown, to: at })
  return tokens
}

/** 较2022年, 与上年相比 with its year. */
function comparisonAt(text: string, at: number, year: number | null): Token | null {
  const compared = sticky(COMPARED, text, at)
  return compared && token(at, compared[0], Number(compared[1]) + 1 === year ? 'G' : 't')
}

/** 结转下年度, 结转至2024年. */
function carryingAt(text: string, at: number, year: number | null): Token | null {
  const onward = sticky(CARRIED_TO, text, at)
  if (!onward) return null
  const [whole, to] = onward
  if (to === undefined || Number(to) - 1 === year) return token(at, whole, 'O', 'carriedOut')
  return token(at, whole, Number(to) === year ? 'I' : 't', 'carriedIn')
}

/** Years, days, and what a year carried over. */
function dateAt(text: string, at: number, year: number | null): Token | null {
  const years = sticky(YEARS, text, at)
  if (years) return token(at, years[0], 't')
  const named = sticky(YEAR, text, at)
  if (named) {
    const [whole, digits = ''] = named
    const other = Number(digits.normalize('NFKC'))
    const from = other + 1 === year ? sticky(CARRIED_FROM, text, at + whole.length) : null
    if (from) return token(at, whole + from[0], 'I', 'carriedIn')
    return token(at, whole, other === year && !/^\d+$/u.test(whole) ? 'T' : 't')
  }
  const day = sticky(DAY, text, at)
  return day ? token(at, day[0], 't') : null
}

const token = (from: number, word: string, code: string, id?: string): Token =>
  id === undefined ? { code, from, to: from + word.length } : { code, id, from, to: from + word.length }

const CODES = { count: 'n', percent: 'p', bare: '#', vague: 'x' } as const

function numberAt(text: string, at: number, before: Token | undefined): Token | null {
  const numeral = numeralAt(text, at)
  if (!numeral) return null
  if ((LEXICON.longestAt(text, at)?.length ?? 0) > numeral.length) return null
  const code = numeral.kind === 'bare' && before?.id === 'is' ? 'n' : CODES[numeral.kind]
  return { code, from: at, to: at + numeral.length, numeral }
}

function wordAt(
  text: string,
  at: number,
  scope: Scope,
  { known, afterUnknown }: { known: boolean; afterUnknown: boolean },
): Token | null {
  const own = scope.names.longestAt(text, at)
  const word = known ? LEXICON.longestAt(text, at) : null
  if (own && own.length >= (word?.length ?? 0)) {
    // 南湖区教育局 is another's, though it ends like 云岭市教育局.
    return { code: own.value || !afterUnknown ? 'S' : 's', from: at, to: at + own.length }
  }
  if (!word) return null
  const { code, id } = word.value
  return token(at, word.value.word, resolved(code, scope), id)
}

/** A whole region is the agency itself in a government's report, a whole township in its own. */
function resolved(code: string, { summed, township }: Scope): string {
  if (code === 'A') return summed ? 'S' : 's'
  if (code === 'L') return township ? 'S' : 's'
  return code
}
