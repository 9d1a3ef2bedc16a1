import { shallowRef } from 'vue'
import type { ShallowRef } from 'vue'
import type { Catalogue } from '@/cube/query'

const catalogue = shallowRef<Catalogue | null>(null)

/** What there is to choose from; `null` while it is being read. */
export function useCatalogue(): Readonly<ShallowRef<Catalogue | null>> {
  return catalogue
}
