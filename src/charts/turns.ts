import type { Label } from '../form/version'
import type { ChartNote } from './chart'
import { counted } from './counted'
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
  renamed: ['改称“{after}”，此前称“{before}”', 'called “{after}”, previously “{before}”'],
  succeeded: [
    '职责由“{after}”承接，此前为“{before}”的数',
    'functions taken over by “{after}”; earlier figures are those of “{before}”',
  ],
  merged: [
    '“{before}”并入“{after}”，此前为各机关合计',
    '“{before}” merged into “{after}”; earlier figures are their sum',
  ],
}

/** What happened, in words; a series that is not what its name says must say so. */
export function turnText({ year, kind, before, after }: SeriesTurn): Label {
  const [zh, en] = WORDS_OF[kind]
  const filled = (words: string, names: string): string => words.replace('{after}', after).replace('{before}', names)
  return both(
    `${year === null ? '年份不详：' : `${String(year)} 年起`}${filled(zh, before.join('”“'))}`,
    `${year === null ? 'Year unknown: ' : `From ${String(year)} `}${filled(en, before.join('”, “'))}`,
  )
}

/** Turns that fall within the years shown, or whose year nobody knows. */
export function turnsWithin(turns: readonly SeriesTurn[], years: readonly number[]): readonly SeriesTurn[] {
  const first = years[0] ?? 0
  const last = years.at(-1) ?? 0
  return turnsBetween(turns, [first, last])
}

/** So many names a note has room for. */
const MOST_NAMES = 5

/** Turns that lie between two years, or whose year nobody knows: the earlier year is another name's, or a sum. */
export const turnsBetween = (turns: readonly SeriesTurn[], [from, to]: readonly [number, number]): SeriesTurn[] =>
  turns.filter(({ year }) => year === null || (year > from && year <= to))

/** Of the agencies picked out each turn; of the others who they are. */
export function turnNotes(
  agencies: readonly { readonly id: string; readonly name: string; readonly turns: readonly SeriesTurn[] }[],
  chosen: readonly string[],
): ChartNote[] {
  const plain = (text: Label): ChartNote => ({ tone: 'plain', text })
  const told = agencies.filter(({ id }) => chosen.includes(id)).flatMap(({ turns }) => turns)
  const others = agencies.filter(({ id, turns }) => turns.length > 0 && !chosen.includes(id)).map(({ name }) => name)
  if (others.length === 0) return told.map((turn) => plain(turnText(turn)))
  const count = String(others.length)
  const names = others.slice(0, MOST_NAMES)
  const more = others.length > MOST_NAMES
  return [
    ...told.map((turn) => plain(turnText(turn))),
    plain(
      both(
        `${count} 个机关的序列跨改名或合并（${names.join('、')}${more ? '等' : ''}），按现名列出，合并以前为各机关合计；选中机关可看是哪一年。`,
        `The series of ${counted(others.length, 'agency')} span a change of name or a merger (${names.join(', ')}${more ? ', …' : ''}). They are listed under the present name; figures before a merger are sums. Highlight an agency to see the year.`,
      ),
    ),
  ]
}
