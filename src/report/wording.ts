import type { Label } from '../form/version'

export type Language = 'zh' | 'en'

/** Puts `params` into a text's `{name}` places. A name without a value stays as it is, so that a gap shows. */
export function fill(text: Label, params: Readonly<Record<string, string | number>>, language: Language): string {
  return text[language].replace(/\{(\w+)\}/gu, (place, name: string) => (name in params ? String(params[name]) : place))
}
