import { figureKindOf } from '@/analysis/catalogue'
import type { DeckItem } from '@/analysis/kept'
import { useText } from '../text'
import type { DeckFigure } from './deckFigures'

/** What an item is called in the list: a person's title, else the figure's own, else what kind it is. */
export function useItemTitle(): (item: DeckItem, figure: DeckFigure | undefined) => string {
  const { t, label } = useText()
  return (item, figure) => {
    if (item.kind !== 'figure') return item.title || t('deck.item.untitled')
    if (item.title) return item.title
    if (figure?.chart) return label(figure.chart.title)
    const kind = figureKindOf(item.question.kind)
    return kind ? label(kind.name) : item.question.kind
  }
}
