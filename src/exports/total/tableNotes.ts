import { fieldOf } from '../../form/fields'
import type { Label, TableId } from '../../form/version'
import { fill } from '../../report/wording'
import type { Language } from '../../report/wording'
import { lackingIn, outcomeFigure } from '../../totals/figure'
import type { Member } from '../../totals/members'
import type { Total } from '../../totals/total'
import { ERROR_MARK, LACKING_MARK } from './figureMarks'

/** Names that a note gives before it breaks off. */
const NAMES_SHOWN = 6

const WORDS = {
  several: { zh: '{names} 等 {count} 个', en: '{names} and others, {count} in total' },
  missing: {
    zh: '注：各数不含没有年报的 {count} 个机关（{names}）。',
    en: 'Note: agencies without a report are not in the figures: {count} ({names}).',
  },
  lacking: {
    zh: `${LACKING_MARK} 有成员的这一格空白、未读出或其表式没有此项，此数只是有数成员之和，见附件。`,
    en: `${LACKING_MARK} A member has no number in this cell; the figure adds only the others. See the annex.`,
  },
  inError: {
    zh: `${ERROR_MARK} 此数所据的成员年报中，这一格有未处理的错误，数字照录未改，见附件。`,
    en: `${ERROR_MARK} In a member’s report this cell is in an open error; the number is as reported. See the annex.`,
  },
  proactive: {
    zh: '{names}用 {version} 版表式：除行政许可、行政处罚、行政强制的处理决定数量外，两版项目含义不同，不能合并，其数不在表二内。',
    en: 'On the form of {version}: {names}. Except for licences, penalties and enforcement, the two forms count different things: their other figures are not in table 2.',
  },
  joined: {
    zh: '{names}用 {version} 版表式：其他处理的三行已合为一行。',
    en: 'On the form of {version}: {names}. Their three rows of “handled otherwise” are added up into one.',
  },
  unsplit: {
    zh: '{names}用 {version} 版表式：其他处理只有一行，不为 0 的不能分到表三第（六）项的三行，未计入这三行{sum}。',
    en: 'On the form of {version}: {names}. They have “handled otherwise” as one row, which, unless it is 0, cannot be split among the three of table 3 and is not in them{sum}.',
  },
  allOtherwise: {
    zh: '；连同这些机关，其他处理总计 {value} 件',
    en: '; with these agencies it comes to {value} in total',
  },
  someOtherwise: {
    zh: '；连同这些机关，其他处理总计 {value} 件，只是有数成员之和',
    en: '; with those of these agencies that have a number it comes to {value}',
  },
} as const satisfies Readonly<Record<string, Label>>

/** Names of members, many of them cut short with their number. */
export function namesIn(members: readonly Pick<Member, 'name'>[], language: Language, most = NAMES_SHOWN): string {
  const names = members
    .slice(0, most)
    .map(({ name }) => name)
    .join(language === 'zh' ? '、' : ', ')
  return members.length > most ? fill(WORDS.several, { names, count: members.length }, language) : names
}

/** What must be said under a table of the report: who is not in it, what its marks mean, whose form is another. */
export function tableNotes(total: Total, table: TableId, language: Language): string[] {
  const { membership, sums } = total
  const missing = membership.members.filter(({ status }) => status === 'missing')
  const ofTable = [...sums.cells.values()].filter(({ field }) => fieldOf(field).table === table)
  const names = namesIn(missing, language)
  return [
    ...(missing.length > 0 ? [fill(WORDS.missing, { count: missing.length, names }, language)] : []),
    ...(ofTable.some((sum) => lackingIn(sum) > 0) ? [WORDS.lacking[language]] : []),
    ...(ofTable.some(({ inError }) => inError > 0) ? [WORDS.inError[language]] : []),
    ...otherFormNotes(total, table, language),
  ]
}

/** Who has a table on the form of another version, and what that does to its sums. */
export function otherFormNotes(total: Total, table: TableId, language: Language): string[] {
  const other = total.sums.otherVersions.find((one) => one.table === table)
  if (!other) return []
  const who = { names: namesIn(other.members, language), version: other.version }
  if (table === 'proactive') return [fill(WORDS.proactive, who, language)]
  if (total.version === '2019') return [fill(WORDS.joined, who, language)]
  const { value, lacking } = outcomeFigure(total, 'otherwise')
  const sum = value === null ? '' : fill(lacking > 0 ? WORDS.someOtherwise : WORDS.allOtherwise, { value }, language)
  return [fill(WORDS.unsplit, { ...who, sum }, language)]
}
