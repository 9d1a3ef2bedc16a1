import type { ImportLine, ImportLineStatus } from '@/state/importLines'
import { openIssues, statusOf } from '@/state/importLines'
import type { FormVersion } from '@/form/version'
import type { ImportResult, KeptDocument } from '@/workers/importApi'
import type { Text } from '../text'

/** Tabs of the result list, each line under one of them besides `all`; `review` is what a person should look at in the original. */
export const RESULT_TABS = ['all', 'review', 'findings', 'refused', 'clear', 'unchanged'] as const
export type ResultTab = (typeof RESULT_TABS)[number]

const TAB_OF: Readonly<Record<ImportLineStatus, ResultTab>> = {
  stored: 'clear',
  attention: 'review',
  findings: 'findings',
  pending: 'review',
  kept: 'clear',
  unchanged: 'unchanged',
  refused: 'refused',
}

/** Whether a line stands under a tab. */
export function isUnder(tab: ResultTab, { result }: ImportLine): boolean {
  return tab === 'all' || TAB_OF[statusOf(result)] === tab
}

export interface StateWord {
  readonly text: string
  readonly tone: 'quiet' | 'warning' | 'error'
}

/** The last column of a line: what became of the file, in a word or two. */
export function stateWord(result: ImportResult, t: Text['t']): StateWord {
  if (result.kind === 'refused') {
    const { code, reason } = result.error
    return { text: t(reason === 'nested-too-deep' ? 'import.nested' : `import.refusals.${code}`), tone: 'error' }
  }
  if (result.kind === 'unsaved') return { text: t('import.states.unsaved'), tone: 'error' }
  if (result.kind === 'kept') return keptWord(result, t)
  if (result.kind === 'pending') return { text: t('import.states.pending'), tone: 'warning' }
  const n = openIssues(result.issues)
  if (n > 0) return toReview(n, t)
  if (result.candidates.length > 0) return asked(t)
  if (result.lapsed > 0) return { text: t('import.states.lapsed', { n: result.lapsed }), tone: 'warning' }
  const { error } = result.findings
  if (error > 0) return { text: t('import.states.findings', { n: error }), tone: 'error' }
  if (result.kind === 'unchanged') return { text: t('import.states.unchanged'), tone: 'quiet' }
  if (result.outcome === 'version')
    return { text: t('import.states.version', { version: result.version }), tone: 'quiet' }
  return { text: t('import.states.stored'), tone: 'quiet' }
}

/** Open issues of reading: the same number in the import that read them and at every later visit. */
function toReview(n: number, t: Text['t']): StateWord {
  return { text: t('import.states.review', { n }), tone: 'warning' }
}

/** Which agency a name stands for is asked beside the line. */
function asked(t: Text['t']): StateWord {
  return { text: t('import.states.asked'), tone: 'warning' }
}

/** A document without numbers: as what it is kept, that it waits to be filled in, or that its agency or year is asked for. */
function keptWord({ what, agency, year, outcome, candidates }: KeptDocument, t: Text['t']): StateWord {
  if (what === 'scan') return { text: t('filling.waiting'), tone: 'warning' }
  if (agency === null || year === null) return { text: t('import.states.pending'), tone: 'warning' }
  if (candidates.length > 0) return asked(t)
  return { text: t(outcome === 'unchanged' ? 'import.states.unchanged' : 'import.states.kept'), tone: 'quiet' }
}

/** The form of a report in one word: `2021`, `2019/2021` where its tables differ, `—` where it has none. */
export function formWord(forms: Readonly<Partial<Record<string, FormVersion>>>): string {
  const versions = [...new Set(Object.values(forms))].sort()
  return versions.length === 0 ? '—' : versions.join('/')
}

/** A path's own name, and the folders or archive before it. */
export function splitPath(path: string): { readonly folder: string; readonly name: string } {
  const cut = Math.max(path.lastIndexOf('/'), path.lastIndexOf('!'))
  return { folder: path.slice(0, cut + 1), name: path.slice(cut + 1) }
}
