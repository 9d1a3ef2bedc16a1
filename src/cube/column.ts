import {
  BLANK,
  FLOAT_LIMIT,
  FLOAT_MARKS,
  FORCED_OVER_BLANK,
  FORCED_OVER_UNREAD,
  INT_CEILING,
  INT_FLOOR,
  INT_LIMIT,
  NOT_ON_FORM,
  UNREAD,
} from './marks'
import type { GapCode } from './marks'

const LAST_MARK = BLANK

/**
 * One number a report, or the mark that says why there is none, with the states beside it where any differs from printed.
 * A column of whole numbers is an Int32Array until a number comes that it cannot hold (a fraction, or beyond 32 bits); it is then widened, so that no number is ever bent to fit.
 */
export class Column {
  values: Int32Array | Float64Array
  /** Bits of `marks.ts`, one byte a report; `null` as long as every cell is as printed. */
  states: Uint8Array | null = null
  /** How many cells hold a forced number. */
  forced = 0

  constructor(kind: 'whole' | 'decimal', capacity: number) {
    this.values = kind === 'whole' ? new Int32Array(capacity) : new Float64Array(capacity)
  }

  /** Writes a number and its state bits. What is no finite number can only be told as unread. */
  setNumber(row: number, value: number, state: number): void {
    if (!(value > FLOAT_LIMIT && value < Infinity)) {
      this.setGap(row, UNREAD)
      return
    }
    if (this.values instanceof Int32Array && !(Number.isInteger(value) && value >= INT_LIMIT && value <= INT_CEILING))
      this.widen()
    this.values[row] = value
    this.setState(row, state)
  }

  /** Writes the mark of a gap. */
  setGap(row: number, gap: GapCode): void {
    this.values[row] = this.values instanceof Int32Array ? INT_FLOOR + gap : FLOAT_MARKS[gap]
    this.setState(row, 0)
  }

  /** Adds a state bit to a cell that is written. */
  addState(row: number, bit: number): void {
    this.setState(row, this.stateAt(row) | bit)
  }

  /** The gap of a cell, or -1 where it holds a number. */
  gapAt(row: number): GapCode | -1 {
    const value = this.values[row]
    if (value === undefined) return NOT_ON_FORM
    if (this.values instanceof Int32Array) return value >= INT_LIMIT ? -1 : gapCode(value - INT_FLOOR)
    return value > FLOAT_LIMIT ? -1 : gapCode(FLOAT_MARKS.findIndex((mark) => mark === value))
  }

  /** The number or mark as it is kept. Ask `gapAt` first. */
  rawAt(row: number): number {
    return this.values[row] ?? INT_FLOOR
  }

  stateAt(row: number): number {
    return this.states?.[row] ?? 0
  }

  /** Moves the cell of the last report into the hole of a removed one. */
  move(from: number, to: number): void {
    this.values[to] = this.rawAt(from)
    this.setState(to, this.stateAt(from))
    this.setState(from, 0)
  }

  /** Makes room for more reports. */
  grow(capacity: number): void {
    const values = this.values instanceof Int32Array ? new Int32Array(capacity) : new Float64Array(capacity)
    values.set(this.values)
    this.values = values
    if (!this.states) return
    const states = new Uint8Array(capacity)
    states.set(this.states)
    this.states = states
  }

  private setState(row: number, state: number): void {
    const before = this.stateAt(row)
    if (before === state) return
    this.states ??= new Uint8Array(this.values.length)
    this.states[row] = state
    this.forced += (isForced(state) ? 1 : 0) - (isForced(before) ? 1 : 0)
  }

  private widen(): void {
    const wide = new Float64Array(this.values.length)
    this.values.forEach((value, row) => {
      wide[row] = value >= INT_LIMIT ? value : FLOAT_MARKS[gapCode(value - INT_FLOOR)]
    })
    this.values = wide
  }
}

/** Whether state bits tell a number forced by the identities. */
function isForced(state: number): boolean {
  return (state & (FORCED_OVER_BLANK | FORCED_OVER_UNREAD)) !== 0
}

function gapCode(code: number): GapCode {
  return code === 0 || code === 1 || code === 2 ? code : LAST_MARK
}
