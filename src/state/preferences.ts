import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import type { Language } from '@/report/wording'
import type { DatabaseId } from '@/store/db'
import { readPictureWish } from './pictureWish'

export type Theme = 'light' | 'dark'

/** Where the preferences of this browser are kept: text under a key. `null` where there is none. */
export interface PreferenceStorage {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
  removeItem(key: string): void
}

const KEYS = {
  language: 'gouji.language',
  theme: 'gouji.theme',
  name: 'gouji.name',
  patterns: 'gouji.patterns',
  picture: 'gouji.picture',
  realDeck: 'gouji.deck',
  exampleDeck: 'gouji.deck-example',
} as const
export const LONGEST_NAME = 40

/** Browser storage where the browser allows it; where it forbids it, preferences last as long as the page. */
function browserStorage(): PreferenceStorage {
  const memory = new Map<string, string>()
  const guarded = <T>(work: () => T, otherwise: () => T): T => {
    try {
      return work()
    } catch {
      return otherwise()
    }
  }
  return {
    getItem: (key) =>
      guarded(
        () => localStorage.getItem(key),
        () => memory.get(key) ?? null,
      ),
    setItem: (key, value) => {
      memory.set(key, value)
      guarded(
        () => {
          localStorage.setItem(key, value)
        },
        () => undefined,
      )
    },
    removeItem: (key) => {
      memory.delete(key)
      guarded(
        () => {
          localStorage.removeItem(key)
        },
        () => undefined,
      )
    },
  }
}

/** The language to begin with: the one chosen before, else Chinese, whatever the browser asks for. */
function firstLanguage(stored: string | null): Language {
  return stored === 'en' ? 'en' : 'zh'
}

/** Language, theme, patterns of charts and the person's name (put to corrections) of this browser. */
export const usePreferences = defineStore('preferences', () => {
  const storage = browserStorage()
  const keep = (key: string, value: string | null): void => {
    if (value === null || value === '') storage.removeItem(key)
    else storage.setItem(key, value)
  }

  const language = ref<Language>(firstLanguage(storage.getItem(KEYS.language)))
  const storedTheme = storage.getItem(KEYS.theme)
  /** Set by the person; `null` follows the system. */
  const chosenTheme = ref<Theme | null>(storedTheme === 'light' || storedTheme === 'dark' ? storedTheme : null)
  const name = ref(storage.getItem(KEYS.name) ?? '')
  /** Patterns beside the colours of charts, for printing in black and white. */
  const patterns = ref(storage.getItem(KEYS.patterns) === 'on')
  /** How a picture was last asked for. */
  const picture = ref(readPictureWish(storage.getItem(KEYS.picture), patterns.value))
  /** Id of the deck that was worked on last, by database; `''` where there is none. */
  const decks = ref<Readonly<Record<DatabaseId, string>>>({
    real: storage.getItem(KEYS.realDeck) ?? '',
    example: storage.getItem(KEYS.exampleDeck) ?? '',
    // As long as the page: the next file has decks of its own.
    shared: '',
  })

  const systemDark = matchMedia('(prefers-color-scheme: dark)')
  const systemTheme = ref<Theme>(systemDark.matches ? 'dark' : 'light')
  systemDark.addEventListener('change', (event) => {
    systemTheme.value = event.matches ? 'dark' : 'light'
  })
  const theme = computed<Theme>(() => chosenTheme.value ?? systemTheme.value)

  watch(chosenTheme, (value) => {
    keep(KEYS.theme, value)
  })
  watch(patterns, (value) => {
    keep(KEYS.patterns, value ? 'on' : null)
  })
  watch(picture, (value) => {
    keep(KEYS.picture, JSON.stringify(value))
  })
  watch(decks, ({ real, example }) => {
    keep(KEYS.realDeck, real)
    keep(KEYS.exampleDeck, example)
  })
  watch(name, (value) => {
    keep(KEYS.name, value.trim().slice(0, LONGEST_NAME))
  })

  return {
    language: computed(() => language.value),
    setLanguage: (value: Language): void => {
      language.value = value
      keep(KEYS.language, value)
    },
    theme,
    chosenTheme,
    name,
    patterns,
    picture,
    decks,
  }
})
