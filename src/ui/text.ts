import { computed } from 'vue'
import type { ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Label } from '@/form/version'
import type { Language } from '@/report/wording'
import { formatCount } from './format'
import type { MessageKey, MessageParams } from './i18n'

export interface Text {
  /** The text of a key in the present language. A number `n` chooses between one and many, and is written with thousands. */
  readonly t: (key: MessageKey, params?: MessageParams) => string
  /** A label of the form in the present language. */
  readonly label: (label: Label) => string
  /** Clauses in a row, with the comma of the present language. */
  readonly joined: (clauses: readonly string[]) => string
  readonly language: ComputedRef<Language>
}

/** The texts of the present language, for a component's setup; what is read in a template or a computed follows a change of language. */
export function useText(): Text {
  const { t, locale } = useI18n()
  const language = computed<Language>(() => (locale.value === 'en' ? 'en' : 'zh'))
  return {
    t: (key, params = {}) => {
      const n = params['n']
      if (typeof n !== 'number') return t(key, params)
      return t(key, { ...params, n: formatCount(n, language.value) }, n)
    },
    label: (label) => label[language.value],
    joined: (clauses) => clauses.join(language.value === 'zh' ? '，' : ', '),
    language,
  }
}
