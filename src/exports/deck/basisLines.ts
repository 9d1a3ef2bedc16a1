import { basisParts } from '../../charts/caption'
import { yearsText } from '../../charts/numbers'
import type { Language } from '../../report/wording'
import type { FigurePage } from './pages'

/** What a figure stands on, in words: years, filters, n, missing. */
function basisText({ chart, setting }: FigurePage, language: Language): string {
  const years = yearsText(chart.basis.years, language)
  const parts = basisParts(chart, setting, language).map(({ text }) => text)
  return [years === '' ? '' : years + (language === 'zh' ? ' 年' : ''), ...parts]
    .filter((part) => part !== '')
    .join(' · ')
}

/** What figures stand on, with the numbers of those that stand on it, from 1, in the order of the first of each. */
export function basisLines(figures: readonly FigurePage[], language: Language): string[] {
  const byBasis = new Map<string, number[]>()
  for (const [at, figure] of figures.entries()) {
    const basis = basisText(figure, language)
    byBasis.set(basis, [...(byBasis.get(basis) ?? []), at + 1])
  }
  return [...byBasis].map(([basis, of]) =>
    language === 'zh'
      ? `${basis}（图 ${runsOf(of).join('、')}）。`
      : `${basis} (${of.length > 1 ? 'figures' : 'figure'} ${runsOf(of).join(', ')}).`,
  )
}

/** Ascending numbers, those that follow each other as one: `1`, `3–6`. */
function runsOf(numbers: readonly number[]): string[] {
  const runs: { readonly first: number; last: number }[] = []
  for (const number of numbers) {
    const run = runs.at(-1)
    if (run?.last === number - 1) run.last = number
    else runs.push({ first: number, last: number })
  }
  return runs.map(({ first, last }) => (first === last ? String(first) : `${String(first)}–${String(last)}`))
}
