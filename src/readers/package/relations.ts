import { attribute, scanXml } from '../xml/scan'
import type { Package } from './package'

/** A part that another part refers to. */
interface Relation {
  /** The last word of its type: `worksheet`, `styles`, … */
  readonly type: string
  /** Path in the package. */
  readonly target: string
}

/** What the main part refers to, by the ids that it uses. A broken list gives fewer. */
export function mainRelations(source: Package): ReadonlyMap<string, Relation> {
  const relations = new Map<string, Relation>()
  const folder = source.beside('')
  const xml = source.optionalPart(`${folder}_rels/${source.mainPart.slice(folder.length)}.rels`)
  if (xml === null) return relations
  scanXml(xml, {
    wantsText: false,
    text: () => undefined,
    close: () => undefined,
    open: (name, attributes) => {
      if (name !== 'rel:Relationship' || attribute(attributes, 'TargetMode') === 'External') return
      const type = attribute(attributes, 'Type') ?? ''
      const target = attribute(attributes, 'Target') ?? ''
      relations.set(attribute(attributes, 'Id') ?? '', {
        type: type.slice(type.lastIndexOf('/') + 1),
        target: target.startsWith('/') ? target.slice(1) : folder + target.replace(/^\.\//u, ''),
      })
    },
  })
  return relations
}
