import { numberText } from './numbers'

const NOUNS = {
  agency: ['agency', 'agencies'],
  case: ['case', 'cases'],
  change: ['change', 'changes'],
  error: ['error', 'errors'],
  figure: ['figure', 'figures'],
  flow: ['flow', 'flows'],
  item: ['item', 'items'],
  lawsuit: ['lawsuit', 'lawsuits'],
  peer: ['peer', 'peers'],
  reason: ['reason', 'reasons'],
  report: ['report', 'reports'],
  request: ['request', 'requests'],
  review: ['review', 'reviews'],
  year: ['year', 'years'],
} as const satisfies Readonly<Record<string, readonly [one: string, many: string]>>

/** How many of something, in English: `1 agency`, `1,204 agencies`. */
export const counted = (count: number, noun: keyof typeof NOUNS): string =>
  `${numberText(count, 'en')} ${nounOf(count, noun)}`

/** The noun alone. */
export const nounOf = (count: number, noun: keyof typeof NOUNS): string => NOUNS[noun][count === 1 ? 0 : 1]
