import type { Label } from '../../form/version'
import { fill } from '../../report/wording'
import type { Language } from '../../report/wording'
import type { LeftOut, Member } from '../../totals/members'
import type { Total } from '../../totals/total'
import { namesIn } from './tableNotes'
import { ADDEND_LABELS, LEFT_OUT_LABELS } from './totalWords'

const WORDS = {
  members: {
    zh: '按登记表应汇总 {all} 个机关，计入 {present} 个，零申报按 0 计 {nil} 个，没有年报 {missing} 个。本机关公布的汇总报告只作比较，不参加相加。',
    en: 'Agencies to be totalled according to the register: {all}; counted: {present}; nil returns, counted as 0: {nil}; without a report: {missing}. The government’s own published report is compared and never added.',
  },
  nil: { zh: '零申报：{names}。', en: 'Nil returns: {names}.' },
  missing: { zh: '没有年报，不当作 0：{names}。', en: 'Without a report, not taken as 0: {names}.' },
  replaced: {
    zh: '{name}没有年报，以其下级成员的年报计入。',
    en: '{name} has no report; the reports of its own members stand in for it.',
  },
  overlapping: {
    zh: '{before}和接替它的{after}都有年报，登记表没有写明接替的年份，两份都计入，可能重复。',
    en: '{before} and {after}, which took over from it, both have a report; the register does not say since when. Both are counted and may overlap.',
  },
  states: { zh: '各格的加数中：{told}，其余照录。', en: 'Among the numbers added: {told}; the others are as printed.' },
  state: { zh: '{state} {count} 个', en: '{state}: {count}' },
  inError: {
    zh: '加数中有 {count} 个在其年报里有未处理的错误，照录未改：{names}。',
    en: 'Numbers in an open error of their report, added as they are: {count} ({names}).',
  },
  leftOut: { zh: '未计入 {file}：{reason}。', en: 'Not counted: {file} ({reason}).' },
  elsewhere: {
    zh: '未计入 {count} 份年报（{names}）：{reason}。',
    en: 'Not counted, reports: {count} ({names}; {reason}).',
  },
} as const satisfies Readonly<Record<string, Label>>

const TOLD_STATES = ['repaired', 'inferred', 'corrected', 'joined'] as const

/** What a total rests on: who is counted, who is not and why, which numbers were not simply as printed, and which stand in errors. */
export function coverageLines({ membership, sums }: Total, language: Language): string[] {
  const { members, leftOut, overlapping } = membership
  const of = (status: Member['status']): Member[] => members.filter((member) => member.status === status)
  const [present, nil, missing] = [of('present'), of('nil'), of('missing')]
  const say = (text: Label, params: Parameters<typeof fill>[1]): string => fill(text, params, language)
  const all = (list: readonly Pick<Member, 'name'>[]): string => namesIn(list, language, list.length)
  const replaced = [...new Map(members.flatMap(({ through }) => through.map((one) => [one.id, one] as const))).values()]
  const cells = [...sums.cells.values()]
  const told = TOLD_STATES.flatMap((state) => {
    const count = cells.reduce((sum, { counts }) => sum + counts[state], 0)
    return count > 0 ? [say(WORDS.state, { state: ADDEND_LABELS[state][language], count })] : []
  }).join(language === 'zh' ? '，' : ', ')
  const inError = cells.flatMap(({ addends }) => addends.flatMap((addend) => (addend.inError ? [addend.member] : [])))
  return [
    say(WORDS.members, {
      all: members.length,
      present: present.length,
      nil: nil.length,
      missing: missing.length,
    }),
    ...(nil.length > 0 ? [say(WORDS.nil, { names: all(nil) })] : []),
    ...(missing.length > 0 ? [say(WORDS.missing, { names: all(missing) })] : []),
    ...replaced.map(({ name }) => say(WORDS.replaced, { name })),
    ...overlapping.map(([before, after]) => say(WORDS.overlapping, { before: before.name, after: after.name })),
    ...(told === '' ? [] : [say(WORDS.states, { told })]),
    ...(inError.length > 0 ? [say(WORDS.inError, { count: inError.length, names: all([...new Set(inError)]) })] : []),
    ...leftOutLines(leftOut, language),
  ]
}

/** Which reports are not among the addends and why; those of other governments' members, who may be a whole province, in one line. */
export function leftOutLines(leftOut: readonly LeftOut[], language: Language): string[] {
  const elsewhere = leftOut.filter(({ reason }) => reason === 'not-a-member')
  const others = leftOut.filter((one) => !elsewhere.includes(one))
  const names = namesIn(
    elsewhere.map(({ report }) => ({ name: report.body?.name ?? report.file })),
    language,
  )
  const reason = LEFT_OUT_LABELS['not-a-member'][language]
  return [
    ...others.map((one) =>
      fill(WORDS.leftOut, { file: one.report.file, reason: LEFT_OUT_LABELS[one.reason][language] }, language),
    ),
    ...(elsewhere.length > 0 ? [fill(WORDS.elsewhere, { count: elsewhere.length, names, reason }, language)] : []),
  ]
}
