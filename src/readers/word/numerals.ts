const DIGITS = '零一二三四五六七八九'
const FORMAL_DIGITS = '零壹贰叁肆伍陆柒捌玖'
const STEMS = '甲乙丙丁戊己庚辛壬癸'
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥'
const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

/** A count in one of Word's number formats (`w:numFmt`); formats not listed print as plain digits. */
export function numeral(count: number, format: string): string {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
      return spelled(count, DIGITS, '十百千').replace(/^一十/u, '十')
    case 'chineseLegalSimplified':
    case 'ideographLegalTraditional':
    case 'japaneseLegal':
      return spelled(count, FORMAL_DIGITS, '拾佰仟')
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
    case 'taiwaneseDigital':
      return String(count).replace(/\d/gu, (digit) => '〇一二三四五六七八九'[Number(digit)] ?? digit)
    case 'ideographTraditional':
      return cyclic(count, STEMS)
    case 'ideographZodiac':
      return cyclic(count, BRANCHES)
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return count >= 1 && count <= 20 ? String.fromCharCode(0x245f + count) : String(count)
    case 'decimalEnclosedParen':
      return count >= 1 && count <= 20 ? String.fromCharCode(0x2473 + count) : `(${String(count)})`
    case 'decimalEnclosedFullstop':
      return count >= 1 && count <= 20 ? String.fromCharCode(0x2487 + count) : `${String(count)}.`
    case 'ideographEnclosedCircle':
      return count >= 1 && count <= 10 ? String.fromCharCode(0x327f + count) : String(count)
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return String(count).replace(/\d/gu, (digit) => String.fromCharCode(0xff10 + Number(digit)))
    case 'decimalZero':
      return String(count).padStart(2, '0')
    case 'upperLetter':
      return letters(count).toUpperCase()
    case 'lowerLetter':
      return letters(count)
    case 'upperRoman':
      return roman(count).toUpperCase()
    case 'lowerRoman':
      return roman(count)
    default:
      return String(count)
  }
}

/** 1–9999 in Chinese numerals: 10 一十, 105 一百零五. */
function spelled(count: number, digits: string, units: string): string {
  if (count <= 0 || count > 9999) return String(count)
  let text = ''
  let gap = false
  const places = String(count)
  for (let at = 0; at < places.length; at += 1) {
    const digit = Number(places[at])
    if (digit === 0) {
      gap = text !== ''
      continue
    }
    if (gap) text += digits[0] ?? ''
    gap = false
    text += (digits[digit] ?? '') + (units[places.length - at - 2] ?? '')
  }
  return text
}

function cyclic(count: number, signs: string): string {
  return count >= 1 ? (signs[(count - 1) % signs.length] ?? '') : String(count)
}

/** Word repeats the letter after z: 27 is `aa`, 28 is `bb`. */
function letters(count: number): string {
  if (count < 1 || count > 780) return String(count)
  return String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.ceil(count / 26))
}

function roman(count: number): string {
  if (count < 1 || count > 3999) return String(count)
  let left = count
  let text = ''
  for (const [value, sign] of ROMAN) {
    while (left >= value) {
      text += sign
      left -= value
    }
  }
  return text
}
