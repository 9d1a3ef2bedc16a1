import type { Transaction } from 'dexie'
import { KEPT_NOTES } from '../analysis/keptAnswers'
import type { Agency } from '../register/agency'
import type { Pick } from './backup'
import type { BackupPart } from './backupFormat'
import type { DecisionRow } from './decisionRows'
import { fingerprintOfRows } from './fingerprint'
import type { DeckAnswerRow, NoteRow } from './keptRows'
import type { DocumentRow, FileRow, ReportHead } from './rows'
import type { ShareLabel } from './shareLabel'
import { Refusal, storeError } from './storeError'

/** What of the data goes into a shared file, and what is said of it. */
export interface ShareChoice extends Omit<ShareLabel, 'fingerprint' | 'part'> {
  /** Ids of agencies, and report years; `null` for all. */
  readonly agencies: readonly string[] | null
  readonly years: readonly number[] | null
  /** Ids of the decks; `null` for all. */
  readonly decks: readonly string[] | null
  /** Whether saved views, the one that it opens with, and notes go along. */
  readonly views: boolean
  readonly notes: boolean
  /** Whether the copies of the imported files go along. */
  readonly originals: boolean
}

type Table = BackupPart['table']

/**
 * What of a database a choice takes: reports in all their versions with what people said of them, their agencies, and what was kept beside. Reports that
 * wait for an agency or year stay, and so does what was set for letters. Call inside a transaction. Refused where no report is chosen.
 */
export async function pickOf(transaction: Transaction, choice: ShareChoice): Promise<Pick> {
  const heads = await transaction.table<ReportHead, string>('reports').toArray()
  const chosen = new Chosen(choice)
  const reports = heads.filter((head) => chosen.has(head))
  if (reports.length === 0) throw new Refusal(storeError('nothing-to-share'))
  const documents = await transaction.table<DocumentRow, string>('documents').toArray()
  chosen.take(
    reports,
    documents.filter((row) => chosen.has(row)),
  )

  const agencies = (await transaction.table<Agency, string>('agencies').toArray()).flatMap(
    (row) => chosen.agency(row) ?? [],
  )
  const decisions = (await transaction.table<DecisionRow, string>('decisions').toArray()).filter((row) =>
    chosen.said(row),
  )
  const current = reports.filter((head) => head.current === 1)
  return {
    row: (table, row) => chosen.row(table, row),
    share: {
      name: choice.name,
      by: choice.by,
      fingerprint: fingerprintOfRows(current, agencies, decisions),
      part: chosen.part,
    },
  }
}

/** A choice as rows are asked about it. */
export class Chosen {
  readonly part: boolean
  readonly #choice: ShareChoice
  readonly #agencies: ReadonlySet<string> | null
  readonly #years: ReadonlySet<number> | null
  readonly #decks: ReadonlySet<string> | null
  readonly #reports = new Set<string>()
  readonly #documents = new Set<string>()
  readonly #hashes = new Set<string>()

  constructor(choice: ShareChoice) {
    this.#choice = choice
    this.#agencies = choice.agencies && new Set(choice.agencies)
    this.#years = choice.years && new Set(choice.years)
    this.#decks = choice.decks && new Set(choice.decks)
    this.part = this.#agencies !== null || this.#years !== null
  }

  has({ agency, year }: { readonly agency: string | null; readonly year: number | null }): boolean {
    if (agency === null || year === null) return false
    return this.#isOf(agency) && (this.#years?.has(year) ?? true)
  }

  take(reports: readonly ReportHead[], documents: readonly DocumentRow[]): void {
    for (const { id } of reports) this.#reports.add(id)
    for (const { id } of documents) this.#documents.add(id)
    for (const { hash } of [...reports, ...documents]) this.#hashes.add(hash)
  }

  /** An agency without its ties to those that are not chosen. */
  agency(row: Agency): Agency | null {
    if (!this.#isOf(row.id)) return null
    const { successor, ...rest } = row
    const parent = rest.parent !== null && this.#isOf(rest.parent) ? rest.parent : null
    return { ...rest, parent, ...(successor !== undefined && this.#isOf(successor) && { successor }) }
  }

  said(row: DecisionRow): boolean {
    if (!this.part) return true
    switch (row.kind) {
      case 'accepted':
        return this.#hashes.has(row.hash)
      case 'assignment':
        return this.#reports.has(row.report) || this.#documents.has(row.report)
      case 'distinct':
        return this.#isOf(row.agency)
      case 'members':
        return this.has(row) && row.members.every((id) => this.#isOf(id))
      case 'correction':
      case 'finding':
      case 'nil':
        return this.has(row)
    }
  }

  row(table: Table, row: object): object | null {
    switch (table) {
      case 'settings':
        return this.#setting(row as { readonly key: string }) ? row : null
      case 'agencies':
        return this.agency(row as Agency)
      case 'decisions':
        return this.said(row as DecisionRow) ? row : null
      case 'files':
        return this.#file(row as FileRow)
      case 'reports':
        return this.#reports.has((row as ReportHead).id) ? row : null
      case 'cells':
      case 'texts':
      case 'issues':
      case 'findings':
        return this.#reports.has((row as { readonly report: string }).report) ? row : null
      case 'documents':
        return this.#documents.has((row as DocumentRow).id) ? row : null
      case 'documentTexts':
        return this.#documents.has((row as { readonly document: string }).document) ? row : null
      case 'originals':
        return this.#choice.originals && this.#hashes.has((row as { readonly hash: string }).hash) ? row : null
      case 'views':
        return this.#choice.views ? row : null
      case 'notes':
        return this.#note(row as NoteRow) ? row : null
      case 'decks':
        return this.#isDeck((row as { readonly id: string }).id) ? row : null
      case 'deckItems':
        return this.#isDeck((row as { readonly deck: string }).deck) ? row : null
      case 'deckAnswers':
        return this.#isAnswer(row as DeckAnswerRow) ? row : null
      case 'pending':
        return null
    }
  }

  /** Thresholds and deadlines, since figures rest on them. */
  #setting({ key }: { readonly key: string }): boolean {
    return key === 'check' || (key === 'startView' && this.#choice.views)
  }

  #file(row: FileRow): FileRow | null {
    if (!this.#hashes.has(row.hash)) return null
    const reports = row.reports.filter((id) => this.#reports.has(id) || this.#documents.has(id))
    return { ...row, reports, kept: row.kept && this.#choice.originals }
  }

  #note({ mark }: NoteRow): boolean {
    if (!this.#choice.notes) return false
    const { agency, year } = mark
    return (agency === undefined || this.#isOf(agency)) && (year === undefined || (this.#years?.has(year) ?? true))
  }

  /** The notes that a frozen deck shows are among its answers. */
  #isAnswer({ deck, question }: DeckAnswerRow): boolean {
    return this.#isDeck(deck) && (this.#choice.notes || question !== KEPT_NOTES)
  }

  #isOf(agency: string): boolean {
    return this.#agencies?.has(agency) ?? true
  }

  #isDeck(id: string): boolean {
    return this.#decks?.has(id) ?? true
  }
}
