import type { Language } from '@/report/wording'
import { storeErrorText as textOf } from '@/store/storeError'
import type { StoreError } from '@/store/storeError'

/** A store error in words, for components, which see only types of the store: what is, why, and what to do. */
export function storeErrorText(error: StoreError, language: Language): string {
  return textOf(error, language)
}
