import type { Label } from '../form/version'
import { both } from './words'

/** Where a series goes on under another name or in another body. */
export interface SeriesTurn {
  /** First report year after it; `null` where the register does not tell it. */
  readonly year: number | null
  readonly kind: 'renamed' | 'succeeded' | 'merged'
  readonly before: readonly string[]
  readonly after: string
}

const WORDS_OF: Readonly<Record<SeriesTurn['kind'], readonly [zh: string, en: string]>> = {
  renamed: ['改称“{after}”，此前称“{before}”', 'called “{after}”, before that “{before}”'],
  succeeded: [
    '职责由“{after}”承接，此前为“{before}”的数',
    'taken over by “{after}”; the numbers before are those of “{before}”',
  ],
  merged: [
    '“{before}”并入“{after}”，此前为各机关合计',
    '“{before}” became part of “{after}”; the numbers before are their sum',
  ],
}

/** What happened, in words; a series that is not what its name says must say so. */
export function turnText({ year, kind, before, after }: SeriesTurn): Label {
  const [zh, en] = WORDS_OF[kind]
  const filled = (words: string, names: string): string => words.replace('{after}', after).replace('{before}', names)
  return both(
    `${year === null ? '年份不详：' : `${String(year)} 年起`}${filled(zh, before.join('”“'))}`,
    `${year === null ? 'In an unknown year ' : `From ${String(year)} `}${filled(en, before.join('”, “'))}`,
  )
}

/** Turns that fall within the years shown, or whose year nobody knows. */
export function turnsWithin(turns: readonly SeriesTurn[], years: readonly number[]): readonly SeriesTurn[] {
  const first = years[0] ?? 0
  const last = years.at(-1) ?? 0
  return turns.filter(({ year }) => year === null || (year > first && year <= last))
}
