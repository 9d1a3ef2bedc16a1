import type { RowDefinition } from '../word/rowDefinition'

/** Where the text of a group goes. */
export type Destination = 'body' | 'box' | 'title' | 'fonts' | 'label' | 'nowhere'

/** What holds for the text of a group; a group begins with what held outside it. */
export interface GroupState {
  destination: Destination
  font: number
  /** Characters that stand behind each `\u` for programs that know no Unicode. */
  fallback: number
  hidden: boolean
  /** A line goes through it, or two. */
  struck: boolean
  struckTwice: boolean
  deleted: boolean
  inserted: boolean
  /** Off the line: above it or below. */
  raised: boolean
  /** Tables that the paragraph stands in. */
  depth: number
  outline: number | undefined
}

/** What a group says of its characters until it says otherwise. */
export const PLAIN = {
  hidden: false,
  struck: false,
  struckTwice: false,
  deleted: false,
  inserted: false,
  raised: false,
} as const satisfies Partial<GroupState>

/** Words that switch a property of characters on, or with a 0 behind them off. */
export const SWITCHES: ReadonlyMap<string, keyof typeof PLAIN> = new Map([
  ['v', 'hidden'],
  ['strike', 'struck'],
  ['striked', 'struckTwice'],
  ['deleted', 'deleted'],
  ['revised', 'inserted'],
  ['super', 'raised'],
  ['sub', 'raised'],
])

export const outermost = (): GroupState => ({
  destination: 'body',
  font: -1,
  fallback: 1,
  ...PLAIN,
  depth: 0,
  outline: undefined,
})

/** Destinations whose text is no text of the document; those behind `\*` that are not known are passed over anyway. */
export const NOWHERE: ReadonlySet<string> = new Set(
  `colortbl stylesheet info pict header headerl headerr headerf footer footerl footerr footerf footnote annotation
   fldinst objdata nonshppict nonesttables sp xmlnstbl filetbl listtable listoverridetable revtbl rsidtbl generator
   bkmkstart bkmkend datafield themedata colorschememapping latentstyles datastore`.split(/\s+/u),
)

/** Destinations behind `\*` that hold text or tables of the document. */
export const KNOWN: Readonly<Record<string, Destination | 'same'>> = {
  fonttbl: 'fonts',
  title: 'title',
  listtext: 'label',
  pntext: 'label',
  shptxt: 'box',
  shp: 'same',
  shpinst: 'same',
  shprslt: 'nowhere',
  nesttableprops: 'same',
  fldrslt: 'same',
  result: 'same',
}

/** Takes over a word about the cells of a row. */
export function setRow(row: RowDefinition, merges: RowMerges, name: string, value: number | undefined): void {
  if (name === 'trleft') row.left = value ?? 0
  else if (name === 'clmgf') merges.joinsLeft = false
  else if (name === 'clmrg') merges.joinsLeft = true
  else if (name === 'clvmgf') merges.vertical = 'restart'
  else if (name === 'clvmrg') merges.vertical = 'continue'
}

/** What was said of the cell whose edge comes next. */
export interface RowMerges {
  joinsLeft: boolean
  vertical: 'none' | 'restart' | 'continue'
}

export const noMerges = (): RowMerges => ({ joinsLeft: false, vertical: 'none' })
