import type { ByteView } from '../byteView'
import { eachSprm, SPRM } from './sprms'

/** What the properties of a run of characters say that matters for reading. */
export interface CharacterProperties {
  readonly deleted: boolean
  readonly inserted: boolean
  /** `undefined`: as its style says. */
  readonly hidden: boolean | undefined
  readonly raised: boolean
  /** Control characters stand for something: a picture, a note, a symbol. */
  readonly special: boolean
  /** A special character stands for data of a form field, not a picture. */
  readonly data: boolean
  /** Code of the symbol that a special `(` stands for. */
  readonly symbol: number | undefined
}

/** Reads modifiers of characters, those of the run first. */
export function characterProperties(changes: readonly (ByteView | null)[]): CharacterProperties {
  const properties = {
    deleted: false,
    inserted: false,
    hidden: undefined as boolean | undefined,
    raised: false,
    special: false,
    data: false,
    symbol: undefined as number | undefined,
  }
  for (const list of changes) {
    if (list === null) continue
    eachSprm(list, (code, view, at) => {
      const value = view.u8(at)
      if (code === SPRM.cDeleted) properties.deleted = value !== 0
      else if (code === SPRM.cInserted) properties.inserted = value !== 0
      else if (code === SPRM.cData) properties.data = value !== 0
      else if (code === SPRM.cSpecial) properties.special = value !== 0
      else if (code === SPRM.cRaised) properties.raised = value === 1
      else if (code === SPRM.cSymbol) properties.symbol = view.u16(at + 2)
      // ToggleOperand: 0x80 is what the style says, 0x81 its contrary; a style that hides text is not hidden then.
      else if (code === SPRM.cHidden) properties.hidden = value === 0x80 ? undefined : value !== 0
    })
  }
  return properties
}
