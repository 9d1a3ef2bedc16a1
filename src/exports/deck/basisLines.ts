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

/** What figures stand on: those on the same together, in the order of the first of each. `names`: how each is called. */
export function basisLines(figures: readonly FigurePage[], names: readonly string[], language: Language): string[] {
  const byBasis = new Map<string, string[]>()
  for (const [at, figure] of figures.entries()) {
    const basis = basisText(figure, language)
    byBasis.set(basis, [...(byBasis.get(basis) ?? []), names[at] ?? ''])
  }
  const [comma, colon, stop] = language === 'zh' ? ['、', '：', '。'] : [', ', ': ', '.']
  return [...byBasis].map(([basis, of]) => of.join(comma) + colon + basis + stop)
}
