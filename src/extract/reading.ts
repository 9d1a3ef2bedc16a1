import { fieldOf } from '../form/fields'
import type { FieldId } from '../form/fields'
import type { FormVersion, TableId } from '../form/version'
import type { Place } from '../report/place'
import type { Cell, Issue } from '../report/report'
import { issueOf } from '../report/issues'
import type { IssueCode } from '../report/issues'
import type { StatedUnit } from './money'
import { readCell } from './numbers'
import type { UnreadReason } from './numbers'
import type { SourceCell } from './sourceRow'

/** What was read of one statutory table. */
export interface TableReading {
  readonly table: TableId
  readonly version: FormVersion
  readonly cells: ReadonlyMap<FieldId, Cell>
  readonly issues: readonly Issue[]
  /** Where the table begins. */
  readonly place: Place
  /** Ordinals of the grids it stands in. */
  readonly grids: ReadonlySet<number>
  /** First and last line of text it stands in, where it was found in text. */
  readonly lines?: readonly [number, number]
}

const LONGEST_RAW = 300
const UNREAD_CODE: Readonly<Record<UnreadReason, IssueCode>> = {
  words: 'cell-words',
  several: 'cell-several',
  form: 'cell-unread',
  unit: 'unit-unclear',
}

/** Gathers a table's cells and what is to be said of them. */
export class CellSheet {
  readonly cells = new Map<FieldId, Cell>()
  readonly issues: Issue[] = []

  /** Reads one source cell for a field. `repaired`: its row or column was restored by rule. */
  read(field: FieldId, source: SourceCell, options: { repaired?: boolean; money?: StatedUnit } = {}): void {
    const { unit } = fieldOf(field)
    const reading = readCell(source.text, unit, options.money ?? 'absent')
    const raw = rawText(source.text)
    if (reading.kind === 'number') {
      const restored = options.repaired === true || (reading.note !== undefined && reading.note !== 'unit-absent')
      const state = restored ? 'repaired' : 'printed'
      this.cells.set(field, { value: reading.value, state, raw, place: source.place })
      if (reading.note) this.say(reading.note, [field], source.place, { raw: raw.trim(), value: reading.value })
    } else if (reading.kind === 'blank') {
      this.cells.set(field, { value: null, state: 'blank', raw, place: source.place })
    } else {
      this.cells.set(field, { value: null, state: 'unread', raw, place: source.place })
      this.say(UNREAD_CODE[reading.reason], [field], source.place, { raw: raw.trim() })
    }
  }

  /** A number that a rule found, or a blank in between. */
  infer(field: FieldId, value: number | null, raw: string, place: Place): void {
    this.cells.set(field, { value, state: value === null ? 'blank' : 'inferred', raw: rawText(raw), place })
  }

  blank(field: FieldId, place: Place): void {
    this.cells.set(field, { value: null, state: 'blank', raw: '', place })
  }

  /** Leaves fields without a number; an issue must say why. */
  leave(fields: readonly FieldId[], raw: string, place: Place): void {
    for (const field of fields) this.cells.set(field, { value: null, state: 'unread', raw: rawText(raw), place })
  }

  say(
    code: IssueCode,
    fields: readonly FieldId[],
    place: Place,
    params: Readonly<Record<string, string | number>> = {},
  ): void {
    this.issues.push(issueOf(code, fields, place, params))
  }
}

/** A source text as it is kept beside a value. */
function rawText(text: string): string {
  return text.length > LONGEST_RAW ? `${text.slice(0, LONGEST_RAW)}…` : text
}
