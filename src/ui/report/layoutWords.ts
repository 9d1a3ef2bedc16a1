import type { LayoutCell } from '@/form/layout'
import type { Language } from '@/report/wording'

/** A cell's words: as printed, in English by their translation. */
export function cellWords({ text, en }: LayoutCell, language: Language): string {
  return language === 'zh' ? text : en
}

/** The same whole, in English with the words of the form. */
export function cellTitle({ text, en }: LayoutCell, language: Language): string {
  return language === 'zh' ? text : `${en} · ${text}`
}

/** A column head broken as the form breaks it: 商业／企业, 社会公／益组织. English breaks between words by itself. */
export function brokenWords(cell: LayoutCell, language: Language): string {
  const text = cellWords(cell, language)
  if (language !== 'zh') return text
  const half = text.length / 2
  return half === 2 || half === 3 ? `${text.slice(0, half)}\n${text.slice(half)}` : text
}
