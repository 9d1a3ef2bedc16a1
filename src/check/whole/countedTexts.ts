import type { Section } from '../../report/report'
import { commonSentences, countedText, lengthOf } from '../agencies/wording/alikeTexts'
import type { CountedText } from '../agencies/wording/alikeTexts'
import { textPrint } from '../agencies/wording/textPrint'
import type { TextPrint } from '../agencies/wording/textPrint'
import { thresholdsFor } from '../settings'
import type { CheckSettings } from '../settings'
import type { Filed } from './whole'

/** A report with its text as it counts. */
export interface Written {
  readonly filed: Filed
  readonly text: CountedText
}

/** Gives the texts that are long enough to be compared. A text is kept while its sections, and the common sentences among its own, are the same. */
export function countedTexts(): (written: readonly Filed[], settings: CheckSettings) => Written[] {
  const prints = new WeakMap<readonly Section[], { readonly name: string | null; readonly print: TextPrint }>()
  const counted = new WeakMap<TextPrint, { readonly left: string; readonly text: CountedText }>()

  const printOf = ({ input }: Filed): TextPrint => {
    const known = prints.get(input.sections)
    if (known?.name === input.agency) return known.print
    const print = textPrint(input)
    prints.set(input.sections, { name: input.agency, print })
    return print
  }
  const textOf = (print: TextPrint, common: ReadonlySet<number>): CountedText => {
    const left = print.sentences.map(({ hash }) => (common.has(hash) ? '0' : '1')).join('')
    const known = counted.get(print)
    if (known?.left === left) return known.text
    const text = countedText(print, common)
    counted.set(print, { left, text })
    return text
  }
  return (written, settings) => {
    const byAgency = [...written].sort((one, other) => ((one.agency ?? '') < (other.agency ?? '') ? -1 : 1))
    const owned = byAgency.map((filed) => ({ agency: filed.agency ?? '', print: printOf(filed) }))
    const common = commonSentences(owned, settings.commonSentence)
    return written.flatMap((filed) => {
      const text = textOf(printOf(filed), common)
      return lengthOf(text) < thresholdsFor(filed.input.body, settings).text.characters ? [] : [{ filed, text }]
    })
  }
}
