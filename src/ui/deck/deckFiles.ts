import { ref } from 'vue'
import type { Ref } from 'vue'
import { fileNamePart } from '@/charts/caption'
import type { DeckToGo } from '@/exports/deck/pages'
import { downloadFile } from '../download'
import { useText } from '../text'

export const DECK_FILES = ['pptx', 'docx', 'xlsx', 'zip'] as const
export type DeckFile = (typeof DECK_FILES)[number]

const TYPES: Readonly<Record<DeckFile, string>> = {
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
}

/** How each file is made; what that takes is loaded then. */
const MAKERS: Readonly<Record<DeckFile, (deck: DeckToGo) => Promise<Uint8Array>>> = {
  pptx: async (deck) => (await import('@/exports/deck/presentation')).deckPresentation(deck),
  xlsx: async (deck) => (await import('@/exports/deck/workbook')).deckWorkbook(deck),
  docx: async (deck) => {
    const [{ deckBrief }, { pngBytesOf }] = await Promise.all([
      import('@/exports/deck/brief'),
      import('@/exports/picturePng'),
    ])
    return deckBrief(deck, pngBytesOf)
  },
  zip: async (deck) => {
    const [{ deckBundle }, { pngBytesOf }] = await Promise.all([
      import('@/exports/deck/bundle'),
      import('@/exports/picturePng'),
    ])
    return deckBundle(deck, pngBytesOf)
  },
}

export interface DeckFiles {
  readonly save: (format: DeckFile, deck: DeckToGo) => Promise<void>
  /** What is being made; `null` while nothing is. */
  readonly making: Readonly<Ref<DeckFile | null>>
  /** Why a file could not be made, `''` where it could. */
  readonly failure: Readonly<Ref<string>>
}

/** Takes a deck away as a file named after it. */
export function useDeckFiles(): DeckFiles {
  const { t } = useText()
  const making = ref<DeckFile | null>(null)
  const failure = ref('')
  return {
    making,
    failure,
    save: async (format, deck) => {
      if (making.value !== null) return
      making.value = format
      failure.value = ''
      try {
        const bytes = await MAKERS[format](deck)
        const name = fileNamePart([deck.head.name, deck.head.example ? t('charts.exampleName') : ''].join(' '))
        downloadFile(new Blob([new Uint8Array(bytes)], { type: TYPES[format] }), `${name || t('deck.title')}.${format}`)
      } catch (error) {
        failure.value = t('deck.out.failed', { message: error instanceof Error ? error.message : String(error) })
      }
      making.value = null
    },
  }
}
