import type { TreeRow } from './tree'

/** What a key does in the tree. */
export type TreeStep =
  | { readonly what: 'go'; readonly to: number }
  | { readonly what: 'choose' }
  | { readonly what: 'fold' }
  | { readonly what: 'unfold' }

const PAGE = 15

/** The step that a key means at a row, as in WAI-ARIA's treegrid; `null` where it means none. */
export function stepFrom(rows: readonly TreeRow[], at: number, key: string): TreeStep | null {
  const row = rows[at]
  if (!row) return null
  const go = (to: number): TreeStep => ({ what: 'go', to: Math.min(Math.max(to, 0), rows.length - 1) })
  switch (key) {
    case 'ArrowDown':
      return go(at + 1)
    case 'ArrowUp':
      return go(at - 1)
    case 'PageDown':
      return go(at + PAGE)
    case 'PageUp':
      return go(at - PAGE)
    case 'Home':
      return go(0)
    case 'End':
      return go(rows.length - 1)
    case 'ArrowRight':
      if (row.open === null) return null
      return row.open ? go(at + 1) : { what: 'unfold' }
    case 'ArrowLeft':
      if (row.open === true) return { what: 'fold' }
      return row.parent === null ? null : go(rows.findIndex(({ node }) => node.id === row.parent))
    case 'Enter':
    case ' ':
      return { what: 'choose' }
    default:
      return null
  }
}
