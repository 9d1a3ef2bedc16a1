import Dexie from 'dexie'
import { fill } from '../report/wording'
import type { Language } from '../report/wording'
import type { Label } from '../form/version'

const TEXTS = {
  'newer-schema': {
    zh: '这个库由更新的勾稽写成（第 {stored} 版，本页认识到第 {known} 版），只能看，不能写。重新载入页面以更新；若仍如此，请换用新版。',
    en: 'This database was written by a newer Gouji (schema {stored}; this page knows {known}). It can be read but not changed. Reload the page to update it; if that does not help, use the newer version.',
  },
  shared: {
    zh: '这是别人分享的数据，只能看，不能改。要改动，请退出后在自己的数据中进行。',
    en: 'These data were shared by somebody: they can be read but not changed. Leave them to work on your own data.',
  },
  'is-a-share': {
    zh: '{file} 是分享文件，不是备份；恢复它会换掉自己的全部数据，所以没有做。用“打开分享”查看它。',
    en: '{file} is a shared file, not a backup: restoring it would replace all of your own data, so this was not done. Use “Open a shared file”.',
  },
  'not-a-share': {
    zh: '{file} 不是勾稽的分享文件。选择由“分享”得到的 .gouji.zip 文件；备份请用“从备份恢复”。',
    en: '{file} is not a file shared by Gouji. Choose the .gouji.zip file that “Share” gave; a backup is restored with “Restore”.',
  },
  'nothing-opened': {
    zh: '打开的分享文件已不在，或换成了另一份；没有并入任何内容。重新打开后再试。',
    en: 'The shared file is open no more, or another was opened in its place. Nothing was merged; open it again.',
  },
  'other-data': {
    zh: '示例数据只能并入示例数据，自己的数据只能并入自己的库；没有并入任何内容。',
    en: 'Sample data can be merged into the sample data alone, own data into your own database. Nothing was merged.',
  },
  'nothing-to-share': {
    zh: '所选的范围内没有年报，没有写出文件。',
    en: 'There is no report in what was chosen, so no file was made.',
  },
  'storage-full': {
    zh: '浏览器的空间不足，这一步没有写入，此前写入的完好。删去原件副本或腾出磁盘空间后再试。',
    en: 'The browser has no space left: this step was not written, everything before it is intact. Delete kept originals or free disk space, then try again.',
  },
  closed: {
    zh: '另一个页面更新或删除了这个库，本页与它断开了。重新载入页面后再试；没有写到一半的内容。',
    en: 'Another page updated or deleted this database and this page was cut off from it. Reload the page and try again; nothing was left half-written.',
  },
  blocked: {
    zh: '另一个打开的页面还在用旧版的库。关闭其余的勾稽页面后再试。',
    en: 'Another open page still uses the old database. Close the other Gouji pages and try again.',
  },
  unavailable: {
    zh: '浏览器不让本页存数据（{message}）。无痕窗口或浏览器的隐私设置会这样；请在普通窗口打开。',
    en: 'The browser does not let this page store data ({message}). Private windows and privacy settings do this; open it in an ordinary window.',
  },
  fault: {
    zh: '程序在这里出错（{message}）。这一份没有写入，其他不受影响；请把文件交给维护者。',
    en: 'This program has a fault here ({message}). This report was not written, others are not affected; pass the file to the maintainers.',
  },
  'not-found': {
    zh: '要改的内容已不在库里，可能在另一个页面删去了。重新载入页面。',
    en: 'What was to be changed is no longer in the database; another page may have deleted it. Reload the page.',
  },
  'not-on-form': {
    zh: '这份年报的表式没有这一格，不能更正。',
    en: 'The form of this report has no such cell, so it cannot be corrected.',
  },
  'value-not-allowed': {
    zh: '“{value}”不能填在这一格：{unit}。',
    en: '“{value}” cannot stand in this cell: {unit}.',
  },
  'same-value': {
    zh: '这一格已经是这个数，没有改动。',
    en: 'The cell holds this number already; nothing was changed.',
  },
  'reason-missing': {
    zh: '更正和搁置都要写明理由。',
    en: 'Correcting and setting aside need a reason.',
  },
  'has-report': {
    zh: '{year} 年已有年报，不用再记为零申报。',
    en: 'There is a report of {year}, so it need not be noted as a nil return.',
  },
  'name-taken': {
    zh: '已有名为“{name}”的机关。一个名称只能属于一个机关。',
    en: 'There is an agency named “{name}” already. A name belongs to one agency.',
  },
  'agency-in-use': {
    zh: '这个机关还有 {reports} 份年报，先把它们改到别的机关或删去。',
    en: 'This agency still has {reports} reports; move them to another agency or delete them first.',
  },
  'name-empty': { zh: '机关要有名称。', en: 'An agency needs a name.' },
  'in-circle': {
    zh: '“{name}”已在它的上级或承接机关之中，不能再绕回来；没有改动。',
    en: '“{name}” is among its own parents or successors already; that would be a circle. Nothing was changed.',
  },
  'changed-since': {
    zh: '“{name}”在这一步之后又改动过，不能撤销这一步。先撤销之后的改动；没有动任何内容。',
    en: '“{name}” was changed after this step, so the step cannot be undone. Undo the later changes first; nothing was changed.',
  },
  'used-since': {
    zh: '这一步之后，“{name}”又有了年报、成员或更正（{count} 项），撤销会使它们无所归属。先把它们改归别处；没有动任何内容。',
    en: 'Since this step “{name}” has got reports, members or corrections ({count}), which undoing would leave without an agency. Move them first; nothing was changed.',
  },
  'year-not-allowed': {
    zh: '{year} 年不能用：年报从 2019 年度起才有这种表。',
    en: '{year} cannot be used: these forms begin with report year 2019.',
  },
  'document-year': {
    zh: '{year} 年不能用：旧表式的文件在 2008 年度到 2018 年度之间。',
    en: '{year} cannot be used: documents on the old forms are of report years 2008 to 2018.',
  },
  'not-a-backup': {
    zh: '{file} 不是勾稽的备份。选择由“备份”得到的 .zip 文件。',
    en: '{file} is not a Gouji backup. Choose the .zip file that “Back up” gave.',
  },
  'other-database': {
    zh: '{file} 是另一个库的备份：示例数据的备份只能恢复到示例数据，自己的数据只能恢复到自己的库。什么也没有改动。',
    en: '{file} is a backup of the other database: sample data can be restored to the sample data alone, your own data to your own database. Nothing was changed.',
  },
  'damaged-backup': {
    zh: '{file} 不完整或被改动过（{part}）。库里的内容没有动；换用另一份备份。',
    en: '{file} is incomplete or was altered ({part}). Nothing in the database was changed; use another backup.',
  },
  'newer-backup': {
    zh: '{file} 由更新的勾稽写成（第 {stored} 版，本页认识到第 {known} 版）。库里的内容没有动；请用新版恢复。',
    en: '{file} was written by a newer Gouji (schema {stored}; this page knows {known}). Nothing was changed; restore it with the newer version.',
  },
  'deck-frozen': {
    zh: '“{name}”的数据已固定，现在的图没有放入。先让它随数据更新，或换一个会议夹。',
    en: 'The data of “{name}” are frozen, so a figure of now was not put in. Let the deck follow the data first, or work on another.',
  },
  untitled: {
    zh: '要有名称；没有改动。',
    en: 'A name is needed; nothing was changed.',
  },
  'empty-note': {
    zh: '注记没有文字；没有改动。',
    en: 'The note has no words; nothing was changed.',
  },
  'too-many': {
    zh: '最多 {most} 个，已经满了；先删去不用的。没有改动。',
    en: 'There can be {most} at most, and there are; delete some first. Nothing was changed.',
  },
  'no-such-logo': {
    zh: '标志要是 PNG 或 JPEG 图片，不超过 {most} MB；没有改动。',
    en: 'A logo must be a PNG or JPEG picture of no more than {most} MB; nothing was changed.',
  },
  'answers-too-large': {
    zh: '这份会议夹的数据有 {size} MB，超过 {most} MB，不能固定。缩小筛选，或分成几份。',
    en: 'The figures of this deck rest on {size} MB of data, more than {most} MB, so it cannot be frozen. Narrow the filters, or make several decks of it.',
  },
  'step-overtaken': {
    zh: '这一步之后，同一处又被改动（可能在另一个页面），不再撤销它；没有动任何内容。',
    en: 'What this step did was changed again since, perhaps in another page, so it is left as it is. Nothing was changed.',
  },
  'backup-too-large': {
    zh: '备份会超过 4 GB，一个 zip 文件放不下。删去一部分原件副本后再试。',
    en: 'The backup would exceed 4 GB, more than one zip file holds. Delete some kept originals and try again.',
  },
} as const satisfies Record<string, Label>

export type StoreErrorReason = keyof typeof TEXTS

/** Why the store did not do what was asked; wording by `reason`, filled with `params`. Nothing is half-done when one is returned. */
export interface StoreError {
  readonly reason: StoreErrorReason
  readonly params: Readonly<Record<string, string | number>>
}

export function storeError(reason: StoreErrorReason, params: StoreError['params'] = {}): StoreError {
  return { reason, params }
}

/** A store error in words: what is, why, and what to do. */
export function storeErrorText(error: StoreError, language: Language): string {
  return fill(TEXTS[error.reason], error.params, language)
}

/** Thrown inside a transaction to undo it and give `error` to the caller. */
export class Refusal extends Error {
  readonly error: StoreError
  constructor(error: StoreError) {
    super(error.reason)
    this.name = 'Refusal'
    this.error = error
  }
}

const UNAVAILABLE = [
  'MissingAPI',
  'MissingAPIError',
  'OpenFailedError',
  'SecurityError',
  'InvalidStateError',
  'UnknownError',
]

/** The store's own name for what the database threw; `null` for a mistake of the program, which must not be hidden. */
export function storeErrorOf(thrown: unknown): StoreError | null {
  const chain = causes(thrown)
  const refusal = chain.find((error): error is Refusal => error instanceof Refusal)
  if (refusal) return refusal.error
  if (chain.some(({ name }) => name === 'QuotaExceededError')) return storeError('storage-full')
  if (chain.some(({ name }) => name === 'DatabaseClosedError' || name === Dexie.errnames.DatabaseClosed))
    return storeError('closed')
  const unavailable = chain.find(({ name }) => UNAVAILABLE.includes(name))
  return unavailable ? storeError('unavailable', { message: unavailable.message }) : null
}

/** Dexie wraps: a full disk arrives as an AbortError whose `inner` says so, or among the failures of a bulk write. */
function causes(thrown: unknown, depth = 0): (Error & { inner?: unknown; failures?: unknown })[] {
  if (depth > 4 || !(thrown instanceof Error || thrown instanceof DOMException)) return []
  const error: Error & { inner?: unknown; failures?: unknown } = thrown
  const failures = Array.isArray(error.failures) ? (error.failures as unknown[]) : []
  return [error, ...[error.inner, ...failures].flatMap((cause) => causes(cause, depth + 1))]
}
