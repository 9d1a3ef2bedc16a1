import { askerOf } from '@/analysis/asker'
import { askFigure } from '@/analysis/catalogue'
import type { FigureForm } from '@/analysis/kept'
import type { FigureQuestion } from '@/analysis/question'
import { useEngine } from '@/state/engine'
import { useText } from '../text'
import { figureItem, useAddToDeck } from './addToDeck'
import type { AddToDeck } from './addToDeck'

export interface AskIntoDeck extends AddToDeck {
  /** Asks a question and puts in its figure as it stands. */
  readonly ask: (question: FigureQuestion, form: FigureForm) => Promise<void>
}

/** For pages that show what a figure says in a way of their own: asks for the figure, and puts it into the deck that is worked on. */
export function useAskIntoDeck(): AskIntoDeck {
  const { t } = useText()
  const engine = useEngine()
  const deck = useAddToDeck()

  async function ask(question: FigureQuestion, form: FigureForm): Promise<void> {
    try {
      const chart = await askFigure(askerOf(engine), question)
      if (chart) await deck.put(figureItem(question, chart, form))
      else deck.told.value = t('deck.item.nothing')
    } catch (error) {
      deck.told.value = t('deck.notAdded', { message: error instanceof Error ? error.message : String(error) })
    }
  }
  return { ...deck, ask }
}
