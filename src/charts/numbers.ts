import type { Label } from '../form/version'
import type { Language } from '../report/wording'
import { UNIT_LABELS } from './table'
import type { TableNumber } from './table'

/** What stands where there is no number. Never 0. */
export const NO_NUMBER = '—'

const LOCALES: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en-GB' }
const formats = new Map<string, Intl.NumberFormat>()

function formatOf(language: Language, least: number, most: number): Intl.NumberFormat {
  const key = `${language}.${String(least)}.${String(most)}`
  let format = formats.get(key)
  if (!format) {
    format = new Intl.NumberFormat(LOCALES[language], { minimumFractionDigits: least, maximumFractionDigits: most })
    formats.set(key, format)
  }
  return format
}

/** A number with thousands and a true minus; what rounds to nothing has no sign. */
export function numberText(value: number, language: Language, least = 0, most = least): string {
  const text = formatOf(language, least, most).format(value).replace('-', '−')
  return /[1-9]/u.test(text) ? text : text.replace('−', '')
}

/** A difference with its sign: `+1.9`, `−0.8`, `0.0`. */
export function signedText(value: number, language: Language, least: number, most = least): string {
  const text = numberText(value, language, least, most)
  return value > 0 && /[1-9]/u.test(text) ? `+${text}` : text
}

/** A ratio in percent as it is shown, one decimal. Differences are taken between these, so that a page foots. */
export function shownPercent(ratio: number): number {
  return Math.round(ratio * 1000) / 10
}

/** A ratio as sentences say it: `27.9%`. */
export const percentText = (ratio: number): string => `${numberText(shownPercent(ratio), 'zh', 1)}%`

/** What lies between two values as the page shows them, so that it foots: points of a rate, hundredths of an amount of money. */
export function shownDifference(from: number, to: number, unit: FigureUnit): number {
  if (unit === 'ratio') return shownPercent(to) - shownPercent(from)
  const shown = (value: number): number => (unit === 'money' ? Math.round(value * 100) / 100 : value)
  return shown(to) - shown(from)
}

export type FigureUnit = TableNumber['unit']

/** Decimals shown, the same for every number of a figure; files have the unrounded ones. Counts have them where they are medians or quartiles. */
const DECIMALS: Readonly<Record<FigureUnit, readonly [least: number, most: number]>> = {
  count: [0, 2],
  signedCount: [0, 2],
  money: [2, 2],
  ratio: [1, 1],
}

/** A value in its unit as charts and tables write it, percentages without their sign. An amount too small for its decimals is not written as nothing. */
export function valueText(value: number | null, unit: FigureUnit, language: Language): string {
  if (value === null) return NO_NUMBER
  if (unit === 'ratio') return numberText(shownPercent(value), language, 1)
  const text = numberText(value, language, ...DECIMALS[unit])
  return unit === 'money' && value > 0 && !/[1-9]/u.test(text) ? `< ${numberText(0.01, language, 2)}` : text
}

/** A number of a table as the page writes it: changes with their sign, percentages without theirs. */
export function cellNumberText({ value, unit, signed, shown }: TableNumber, language: Language): string {
  if (value === null || signed !== true) return valueText(value, unit, language)
  const of = shown ?? (unit === 'ratio' ? shownPercent(value) : value)
  return signedText(of, language, ...DECIMALS[unit])
}

/** The same in both languages, for sentences. */
export const valueLabel = (value: number | null, unit: FigureUnit): Label => ({
  zh: valueText(value, unit, 'zh') + (unit === 'ratio' && value !== null ? '%' : ''),
  en: valueText(value, unit, 'en') + (unit === 'ratio' && value !== null ? '%' : ''),
})

/** A value with what it counts, for sentences that do not say so themselves: `64 件`, `12.50 万元`; English counts stand alone. */
export function amountLabel(value: number | null, unit: FigureUnit): Label {
  const { zh, en } = valueLabel(value, unit)
  if (value === null || unit === 'ratio') return { zh, en }
  return { zh: `${zh} ${UNIT_LABELS[unit].zh}`, en: unit === 'money' ? `${en} (${UNIT_LABELS.money.en})` : en }
}

/** Years as runs: `2019–2021、2024`. */
export function yearsText(years: readonly number[], language: Language): string {
  const sorted = [...new Set(years)].sort((one, other) => one - other)
  const runs: [number, number][] = []
  for (const year of sorted) {
    const run = runs.at(-1)
    if (run?.[1] === year - 1) run[1] = year
    else runs.push([year, year])
  }
  return runs
    .map(([first, last]) => (first === last ? String(first) : `${String(first)}–${String(last)}`))
    .join(language === 'zh' ? '、' : ', ')
}

const EMS: readonly (readonly [RegExp, number])[] = [
  [/[\u2E80-\uFFEF]/u, 1],
  [/[ilI.,:;|'’ ]/u, 0.3],
  [/[%MW@mw—…]/u, 0.9],
]

/** Width of a text in pixels at a font size, near enough to lay labels out without a page: full-width signs one em, wide letters nearly, others about half. */
export function textWidth(text: string, size: number): number {
  let ems = 0
  for (const sign of text) ems += EMS.find(([signs]) => signs.test(sign))?.[1] ?? 0.57
  return ems * size
}

/** A text cut with an ellipsis to fit a width. */
export function fitText(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text
  let cut = text
  while (cut.length > 1 && textWidth(`${cut}…`, size) > width) cut = cut.slice(0, -1)
  return `${cut}…`
}
