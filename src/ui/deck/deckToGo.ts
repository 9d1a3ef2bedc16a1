import { computed } from 'vue'
import type { ComputedRef } from 'vue'
import type { Deck } from '@/analysis/kept'
import type { SeenChange } from '@/analysis/seen'
import type { DeckPage, DeckToGo } from '@/exports/deck/pages'
import { useDatabase } from '@/state/database'
import { useFingerprint } from '@/state/fingerprint'
import { usePreferences } from '@/state/preferences'
import { useText } from '../text'
import type { DeckFigures } from './deckFigures'
import { useItemTitle, useWhyNot } from './itemTitle'

/** A change in words, as the page and the notes of a slide say it. */
export function useChangeWords(): (change: SeenChange) => string {
  const { t } = useText()
  return ({ row, column, from, to }) =>
    t('deck.changed.line', { row, column, from: from ?? t('deck.changed.came'), to: to ?? t('deck.changed.gone') })
}

/** The deck with its figures as every way out takes it; `null` until all of them are made. A figure that could not be made leaves a page that says why. */
export function useDeckToGo(
  deck: () => Deck | null,
  { figures, whole, frozenFingerprint }: Pick<DeckFigures, 'figures' | 'whole' | 'frozenFingerprint'>,
): ComputedRef<(() => DeckToGo) | null> {
  const { language } = useText()
  const database = useDatabase()
  const preferences = usePreferences()
  const fingerprint = useFingerprint()
  const changeWords = useChangeWords()
  const titleOf = useItemTitle()
  const whyNot = useWhyNot()

  const pagesOf = ({ items }: Deck): DeckPage[] =>
    items.flatMap((item): DeckPage[] => {
      if (item.kind === 'section') return [{ kind: 'section', title: item.title }]
      if (item.kind === 'text') return [{ kind: 'text', title: item.title, lines: item.lines }]
      const figure = figures.value.get(item.id)
      if (!figure?.chart) return [{ kind: 'text', title: titleOf(item, figure), lines: [whyNot(item, figure)] }]
      const { chart, setting, changes } = figure
      const { form, title, lines } = item
      return [{ kind: 'figure', chart, setting, form, title, lines, changed: changes.map(changeWords) }]
    })

  return computed(() => {
    const now = deck()
    const text = frozenFingerprint.value ?? fingerprint.value?.text
    if (!now || !whole.value || text === undefined) return null
    return () => ({
      head: {
        name: now.name,
        format: now.format,
        template: now.template,
        language: language.value,
        fingerprint: text,
        updated: [...figures.value.values()].find(({ chart }) => chart)?.setting.updated ?? null,
        example: database.isExample,
        patterns: preferences.patterns,
        made: new Date().toISOString(),
      },
      pages: pagesOf(now),
    })
  })
}
