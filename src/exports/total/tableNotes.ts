import { fieldOf } from '../../form/fields'
import { TABLE_IDS } from '../../form/version'
import type { TableId } from '../../form/version'
import { lackingIn, outcomeFigure } from '../../totals/figure'
import type { Member } from '../../totals/members'
import type { Total } from '../../totals/total'
import { LACKING_MARK } from './totalWords'

/** Names that a note gives before it breaks off. */
const NAMES_SHOWN = 6

/** Names of members, many of them cut short with their number. */
export function namesIn(members: readonly Pick<Member, 'name'>[], most = NAMES_SHOWN): string {
  const names = members.slice(0, most).map(({ name }) => name)
  return `${names.join('、')}${members.length > most ? ` 等 ${String(members.length)} 个` : ''}`
}

/** What must be said under a table of the total: who is not in it, which figures are not whole, whose form is another. */
export function tableNotes(total: Total, table: TableId): string[] {
  const { membership, sums } = total
  const missing = membership.members.filter(({ status }) => status === 'missing')
  const isMarked = [...sums.cells.values()].some((sum) => fieldOf(sum.field).table === table && lackingIn(sum) > 0)
  return [
    ...(missing.length > 0 ? [`注：各数不含没有年报的 ${String(missing.length)} 个机关（${namesIn(missing)}）。`] : []),
    ...(isMarked ? [`${LACKING_MARK} 有成员的这一格空白、未读出或其表式没有此项，此数只是有数成员之和，见附件。`] : []),
    ...otherForm(total, table),
  ]
}

/** Every table's notes at once. */
export function allNotes(total: Total): string[] {
  return [...new Set(TABLE_IDS.flatMap((table) => tableNotes(total, table)))]
}

function otherForm(total: Total, table: TableId): string[] {
  const other = total.sums.otherVersions.find((one) => one.table === table)
  if (!other) return []
  const who = `${namesIn(other.members)}用 ${other.version} 版表式`
  if (table === 'proactive')
    return [`${who}：除行政许可、行政处罚、行政强制的处理决定数量外，两版项目含义不同，不能合并，其数不在本表内。`]
  if (total.version === '2019') return [`${who}：其他处理的三行已合为一行。`]
  const { value, lacking } = outcomeFigure(total, 'otherwise')
  const sum = value === null ? '' : `；连同这些机关，其他处理总计 ${String(value)} 件${lacking > 0 ? LACKING_MARK : ''}`
  return [`${who}：其他处理只有一行，不为 0 的不能分到本表第（六）项的三行，未计入这三行${sum}。`]
}
