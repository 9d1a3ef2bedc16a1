import { computed } from 'vue'
import { FINGERPRINT } from '@/exports/deck/deckWords'
import { useDecks } from '@/state/decks'
import { useFingerprint } from '@/state/fingerprint'
import { useText } from '../text'
import { useDeckFigures } from './deckFigures'
import { sheetPartsOf } from './sheetParts'

/** The present deck as sheets, for paper and for the wall, and of which data they are. */
export function useDeckSheets() {
  const { t, label, language } = useText()
  const decks = useDecks()
  void decks.load()
  const deck = computed(() => decks.current)
  const { figures, whole, frozenFingerprint } = useDeckFigures(() => deck.value)
  const fingerprint = useFingerprint()
  const updated = computed(() => [...figures.value.values()].find(({ chart }) => chart)?.setting.updated ?? null)

  const sheets = computed(() =>
    (deck.value?.items ?? []).flatMap((item) =>
      sheetPartsOf(item, figures.value.get(item.id), deck.value?.template ?? {}, language.value),
    ),
  )
  const told = computed(() => frozenFingerprint.value ?? fingerprint.value?.text ?? '')
  const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ')
  /** Day and fingerprint of the data: those that a frozen deck is of, else those of now. */
  const data = computed(() =>
    joined([
      updated.value === null ? '' : t('deck.print.data', { day: updated.value }),
      told.value === '' ? '' : label(FINGERPRINT) + told.value,
    ]),
  )
  return {
    decks,
    deck,
    /** In order, the cover not among them. */
    sheets,
    figures,
    whole,
    data,
    /** Under a sheet, before its number: pages are counted from the cover, as slides are. */
    foot: computed(() => joined([deck.value?.name ?? '', data.value])),
  }
}
