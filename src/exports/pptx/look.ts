import type { DeckTemplate } from '../../analysis/kept'
import { COLOURS } from '../../charts/colours'
import type { ColourName, ThemeName } from '../../charts/colours'
import { contrast, luminance, mixed } from './contrast'

/** Of every Windows with Office; Macs have it with Office, others put their own Chinese face in its place. */
export const FONT = 'Microsoft YaHei'

export interface Logo {
  /** A data address. */
  readonly data: string
  /** Inches, as large as it stands on a page. */
  readonly w: number
  readonly h: number
}

/** The colours of a presentation, those of a house over those of the product. */
export interface SlideLook {
  /** In which the drawings are made: dark on dark paper. */
  readonly theme: ThemeName
  /** Six digits without `#`. */
  readonly ink: (name: ColourName) => string
  /** The ground of the pages. */
  readonly paper: string
  /** Of titles. */
  readonly title: string
  /** Of digits on a series of a colour; `onColour` as the chart has it. */
  readonly onSeries: (colour: ColourName, onColour: ColourName | undefined) => string
  readonly logo: Logo | null
  /** Colours of the house that cannot be read on the ground, by their contrast (WCAG 2.2): the accent is then of bars and rules alone, the ink is the product's. */
  readonly replaced: { readonly accent?: number; readonly ink?: number }
}

const READABLE = 4.5
/** Titles are large and bold. */
const READABLE_LARGE = 3
const WHITE = 'FFFFFF'
/** Shares of paper in quieter inks and lines, where a house has its own ink or paper. */
const QUIETER: Readonly<Partial<Record<ColourName, number>>> = {
  ink2: 0.18,
  ink3: 0.32,
  control: 0.45,
  line: 0.72,
  hair: 0.85,
}
const ACCENTS: ReadonlySet<ColourName> = new Set(['accent', 'fill', 'focus'])
const TEXTS: ReadonlySet<ColourName> = new Set(['ink', 'ink2', 'ink3', 'accent', 'warning', 'error'])

/** The look of a template. What cannot be read on its paper is replaced; what is no colour or no picture is left out. */
export function lookOf(template: DeckTemplate): SlideLook {
  const [accent, ink, own] = [template.accent, template.ink, template.paper].map(digitsOf)
  const paper = own ?? WHITE
  const theme: ThemeName = luminance(paper) < 0.2 ? 'dark' : 'light'
  const plain = (name: ColourName): string => COLOURS[theme][name].slice(1).toUpperCase()
  const text = ink !== undefined && contrast(ink, paper) >= READABLE ? ink : plain('ink')
  const wanted = (name: ColourName): string => {
    if (accent !== undefined && ACCENTS.has(name)) return accent
    if (name === 'ink' || name === 'rule') return text
    const share = QUIETER[name]
    return share !== undefined && (ink !== undefined || own !== undefined) ? mixed(text, paper, share) : plain(name)
  }
  const isPale = accent !== undefined && contrast(accent, paper) < READABLE_LARGE
  const inkOf = (name: ColourName): string => {
    const colour = wanted(name)
    // Only large numbers and titles have the accent.
    if (name === 'accent') return isPale ? text : colour
    return TEXTS.has(name) && contrast(colour, paper) < READABLE ? text : colour
  }
  return {
    theme,
    ink: inkOf,
    paper,
    title: accent !== undefined && !isPale ? accent : text,
    onSeries: (colour, onColour) => {
      const fill = inkOf(colour)
      const given = plain(onColour ?? 'inkInv')
      if (!ACCENTS.has(colour) && contrast(given, fill) >= 3) return given
      return contrast(WHITE, fill) >= contrast('1B1A18', fill) ? WHITE : '1B1A18'
    },
    logo: logoOf(template.logo),
    replaced: {
      ...(isPale && { accent: contrast(accent, paper) }),
      ...(ink !== undefined && ink !== text && { ink: contrast(ink, paper) }),
    },
  }
}

function digitsOf(colour: string | undefined): string | undefined {
  return colour !== undefined && /^#[0-9a-f]{6}$/iu.test(colour) ? colour.slice(1).toUpperCase() : undefined
}

/** Inches. */
const LOGO_ROOM = { w: 1.6, h: 0.5 } as const

/** A template may come in a file from elsewhere: only what is a picture goes into the package. */
function logoOf(logo: DeckTemplate['logo']): Logo | null {
  if (!logo || !['image/png', 'image/jpeg'].includes(logo.type)) return null
  const { width, height, base64, type } = logo
  if (!(width > 0 && height > 0) || !Number.isFinite(width / height)) return null
  if (base64 === '' || base64.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/u.test(base64)) return null
  const scale = Math.min(LOGO_ROOM.w / width, LOGO_ROOM.h / height)
  return { data: `data:${type};base64,${base64}`, w: width * scale, h: height * scale }
}
