import type { FieldId } from '../../form/fields'
import type { Agency } from '../../register/agency'

/** How many of a sort are new, are there already, and stay out. */
export interface Tally {
  readonly new: number
  readonly same: number
  readonly left: number
}

/** What merging a shared file does, in numbers. */
export interface MergeCounts {
  readonly agencies: Tally
  /** `same`: the same bytes; `alike`: other bytes with the same numbers; `versions`: other numbers of an agency and year that one has. */
  readonly reports: Tally & { readonly alike: number; readonly versions: number }
  readonly documents: Tally
  /** Corrections that count; `changing`: of the new ones those that change a number that counts among one's own. */
  readonly corrections: Tally & { readonly changing: number }
  /** Issues found right. */
  readonly accepted: Tally
  /** Words on findings, nil returns, members, and that a name does not stand for an agency. */
  readonly words: Tally
  /** `renamed`: of the new ones those that get another name, because theirs is taken. */
  readonly views: Tally & { readonly renamed: number }
  readonly notes: Tally
  readonly decks: Tally & { readonly renamed: number }
  readonly originals: number
}

/** A number of one's own and that of the file; `null` for none. */
export interface CellPair {
  readonly field: FieldId
  readonly own: number | null
  readonly theirs: number | null
}

/** What a person has to know of one thing: what is done to it, or why it stays out. */
const MERGE_LINES = {
  /** Taken, but in a way to be told. */
  version: 'told',
  'correction-changes': 'told',
  renamed: 'told',
  /** One's own wins. */
  'correction-conflict': 'conflict',
  'finding-conflict': 'conflict',
  'read-otherwise': 'conflict',
  'filed-elsewhere': 'conflict',
  waiting: 'conflict',
  'agency-fields': 'conflict',
  nil: 'conflict',
  members: 'conflict',
  filling: 'conflict',
  thresholds: 'conflict',
  /** Not taken. */
  'agency-left': 'left',
  'correction-refused': 'left',
  'correction-loose': 'left',
  'members-unknown': 'left',
  'kept-loose': 'left',
  'too-many': 'left',
  damaged: 'left',
} as const
export type MergeLineKind = keyof typeof MERGE_LINES

export interface MergeLine {
  readonly what: MergeLineKind
  /** It comes, but in a way to be told; it stays out because one's own wins; it stays out. */
  readonly group: (typeof MERGE_LINES)[MergeLineKind]
  /** Name of the agency here, or as the file has it where it stays out; `''` where it is about none. */
  readonly agency: string
  readonly year: number | null
  /** What it is about besides: a deck's or view's name, an agency here, a table of the file. */
  readonly name?: string
  /** Cells in which the two differ; the first few of them. */
  readonly cells?: readonly CellPair[]
  /** How many there are: cells, reports, rows. */
  readonly n?: number
  /** Fields of an agency in which the registers differ. */
  readonly fields?: readonly (keyof Agency)[]
}

/** Whose agency of the file it is: an id of one's own register, a new entry, or nobody's, so that all of it stays out. */
export type AgencyAnswer = { readonly own: string } | 'new' | 'leave'
/** By id in the file. */
export type AgencyAnswers = Readonly<Record<string, AgencyAnswer>>

/** An agency of the file of which the rules do not tell whether it is one of one's own. */
export interface AgencyQuestion {
  /** Id in the file. */
  readonly id: string
  readonly name: string
  readonly region: string
  readonly reports: number
  readonly candidates: readonly Pick<Agency, 'id' | 'name' | 'region'>[]
  /** Whether it can be a new entry: its name is not taken. */
  readonly canBeNew: boolean
  /** What is done unless a person says otherwise: a new entry where it can be one. */
  readonly answer: AgencyAnswer
}

/** What merging would do, or did. */
export interface MergeOutcome {
  readonly counts: MergeCounts
  readonly lines: readonly MergeLine[]
  readonly questions: readonly AgencyQuestion[]
  /** Names of the agencies that are new. */
  readonly added: readonly string[]
}

type Counts = MergeCounts
type Sort = Exclude<keyof Counts, 'originals'>
type PartOf<S extends Sort> = keyof Counts[S] & string

const NONE = { new: 0, same: 0, left: 0 }

/** What is noted on the way. */
export class MergeNotes {
  readonly lines: MergeLine[] = []
  readonly #counts = {
    agencies: { ...NONE },
    reports: { ...NONE, alike: 0, versions: 0 },
    documents: { ...NONE },
    corrections: { ...NONE, changing: 0 },
    accepted: { ...NONE },
    words: { ...NONE },
    views: { ...NONE, renamed: 0 },
    notes: { ...NONE },
    decks: { ...NONE, renamed: 0 },
  }
  #originals = 0

  count<S extends Sort>(sort: S, part: PartOf<S>, n = 1): void {
    const tally: Record<string, number> = this.#counts[sort]
    tally[part] = (tally[part] ?? 0) + n
  }

  original(): void {
    this.#originals++
  }

  tell(line: Omit<MergeLine, 'group'>): void {
    this.lines.push({ ...line, group: MERGE_LINES[line.what] })
  }

  counts(): MergeCounts {
    return { ...this.#counts, originals: this.#originals }
  }
}

/** Whether a merge brings anything at all. */
export function bringsAnything({
  agencies,
  reports,
  documents,
  corrections,
  accepted,
  words,
  views,
  notes,
  decks,
}: MergeCounts): boolean {
  const all: readonly Tally[] = [agencies, reports, documents, corrections, accepted, words, views, notes, decks]
  return reports.versions + all.reduce((sum, tally) => sum + tally.new, 0) > 0
}
