import { COLOURS } from '@/charts/colours'
import type { ColourName, ThemeName } from '@/charts/colours'
import type { DeckTemplate } from '@/analysis/kept'
import { lookOf } from '@/exports/pptx/look'

/** How a sheet of a deck looks: as its slide does. */
export interface HouseLook {
  /** In which its drawings are made. */
  readonly theme: ThemeName
  /** Custom properties of the sheet; none where the house has no colours and the page's stand. */
  readonly style: Readonly<Record<string, string>>
}

const NAMES = Object.keys(COLOURS.light).filter((name): name is ColourName => name in COLOURS.light)
const property = (name: string): string => `--${name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`

/** A template on paper and on the wall. A house's colours are for one ground: on the wall they do not follow the page into the dark. */
export function houseLook(template: DeckTemplate, theme: ThemeName): HouseLook {
  const { accent, ink, paper } = template
  if (accent === undefined && ink === undefined && paper === undefined) return { theme, style: {} }
  const look = lookOf(template)
  const style = Object.fromEntries(NAMES.map((name) => [property(name), `#${look.ink(name)}`]))
  const rule = accent === undefined ? {} : { '--rule': `#${look.title}` }
  return { theme: look.theme, style: { ...style, ...rule, '--paper': `#${look.paper}`, '--title': `#${look.title}` } }
}
