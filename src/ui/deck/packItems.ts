import type { Asker } from '@/analysis/asker'
import { askFigure } from '@/analysis/catalogue'
import { packFilters, yearPack } from '@/analysis/yearPack'
import type { Catalogue } from '@/cube/query'
import type { Label } from '@/form/version'
import type { NewItem } from '@/store/deckRows'
import { figureItem } from './addToDeck'

/** The items of the deck that a meeting on a year needs: its sections, each with those of its figures that there is something to draw of. `government`: of all agencies where `null`. Rejects as the engine does. */
export async function packItems(
  asker: Asker,
  catalogue: Catalogue,
  { government, year }: { readonly government: string | null; readonly year: number },
  label: (label: Label) => string,
): Promise<NewItem[]> {
  const items: NewItem[] = []
  for (const { name, figures } of yearPack(packFilters(catalogue, government, year), year)) {
    items.push({ kind: 'section', title: label(name) })
    for (const { question, form } of figures) {
      const chart = await askFigure(asker, question)
      if (chart) items.push(figureItem(question, chart, form))
    }
  }
  return items
}
