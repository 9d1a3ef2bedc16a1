import { figureKindOf } from '@/analysis/catalogue'
import { KeptAnswerError } from '@/analysis/keptAnswers'
import type { DeckItem, FigureItem } from '@/analysis/kept'
import { readingText } from '@/charts/readings'
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

/** Why a figure of a deck is not there. `figure`: `undefined` while it is being asked. */
export function useWhyNot(): (item: FigureItem, figure: DeckFigure | undefined) => string {
  const { t, language } = useText()
  const titleOf = useItemTitle()
  return (item, figure) => {
    if (!figureKindOf(item.question.kind)) return t('deck.item.unknown')
    if (!figure) return t('deck.item.waiting')
    const { failure, absences } = figure
    if (failure === null)
      return `${t('deck.item.nothing')} ${readingText({ readings: absences }, language.value)}`.trim()
    const name = titleOf(item, figure)
    if (!(failure instanceof KeptAnswerError)) return t('deck.item.failed', { name, message: failure.message })
    return failure.at === null ? t('deck.item.lacking', { name }) : t('deck.item.damaged', { name, at: failure.at })
  }
}
