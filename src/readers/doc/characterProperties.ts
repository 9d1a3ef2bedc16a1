import type { ByteView } from '../byteView'
import { eachSprm, SPRM } from './sprms'

/** A switch: `style` as the style of its paragraph says; `contrary` as that does not. */
export type Toggle = boolean | 'style' | 'contrary'

/** What the properties of a run of characters say that matters for reading. */
export interface CharacterProperties {
  /** The character style of the run. */
  readonly style: number | undefined
  readonly deleted: boolean
  readonly inserted: boolean
  readonly hidden: Toggle
  readonly struck: Toggle
  readonly struckTwice: Toggle
  readonly raised: boolean
  /** Control characters stand for something: a picture, a note, a symbol. */
  readonly special: boolean
  /** A special character stands for data of a form field, not a picture. */
  readonly data: boolean
  /** Code of the symbol that a `(` stands for. */
  readonly symbol: number | undefined
}

/** Reads modifiers of characters, those of the run first. */
export function characterProperties(changes: readonly (ByteView | null)[]): CharacterProperties {
  const properties = {
    style: undefined as number | undefined,
    deleted: false,
    inserted: false,
    hidden: 'style' as Toggle,
    struck: 'style' as Toggle,
    struckTwice: 'style' as Toggle,
    raised: false,
    special: false,
    data: false,
    symbol: undefined as number | undefined,
  }
  for (const list of changes) {
    if (list === null) continue
    eachSprm(list, (code, view, at) => {
      const value = view.u8(at)
      if (code === SPRM.cStyle) properties.style = view.u16(at)
      else if (code === SPRM.cDeleted) properties.deleted = value !== 0
      else if (code === SPRM.cInserted) properties.inserted = value !== 0
      else if (code === SPRM.cData) properties.data = value !== 0
      else if (code === SPRM.cSpecial) properties.special = value !== 0
      else if (code === SPRM.cRaised) properties.raised = value === 1 || value === 2
      else if (code === SPRM.cSymbol) properties.symbol = view.u16(at + 2)
      else if (code === SPRM.cHidden) properties.hidden = toggle(value)
      else if (code === SPRM.cStruck) properties.struck = toggle(value)
      else if (code === SPRM.cStruckTwice) properties.struckTwice = toggle(value)
    })
  }
  return properties
}

/** A ToggleOperand ([MS-DOC] 2.9.327). */
function toggle(value: number): Toggle {
  return value === 0x80 ? 'style' : value === 0x81 ? 'contrary' : value !== 0
}

/** What a switch comes to over a style in which it is on or off. */
export function isSwitchedOn(own: Toggle, byStyle: boolean): boolean {
  return typeof own === 'boolean' ? own : byStyle === (own === 'style')
}
