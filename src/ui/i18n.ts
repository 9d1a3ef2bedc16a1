import { createI18n } from 'vue-i18n'
import type { Language } from '@/report/wording'
import { en } from './locales/en'
import type { TextKey } from './locales/messages'
import { zh } from './locales/zh'

/** The name of one text: `shell.nav.import`. */
export type MessageKey = TextKey<typeof zh>
export type MessageParams = Readonly<Record<string, string | number>>

/** The app's texts in both languages. Components take them through `useText`. */
export const i18n = createI18n({
  legacy: false,
  locale: 'zh' satisfies Language,
  fallbackLocale: 'zh',
  messages: { zh, en },
})
