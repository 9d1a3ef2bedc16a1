import type { Label } from '../../form/version'
import type { GapState, NumberState } from '../../totals/addends'
import type { LeftOutReason, MemberStatus } from '../../totals/members'
import { STATE_LABELS } from '../dataset'

/** How a member's figure came into a sum, or why it did not. */
export const ADDEND_LABELS: Readonly<Record<NumberState | GapState, Label>> = {
  printed: STATE_LABELS.printed,
  repaired: STATE_LABELS.repaired,
  inferred: STATE_LABELS.inferred,
  corrected: STATE_LABELS.corrected,
  joined: { zh: '合并表式', en: 'forms combined' },
  nil: { zh: '零申报', en: 'nil return' },
  blank: STATE_LABELS.blank,
  unread: STATE_LABELS.unread,
  unsplit: { zh: '未分项', en: 'not split' },
  notOnForm: { zh: '表式无此项', en: 'not on its form' },
  tableAbsent: { zh: '无表', en: 'no table' },
  missing: { zh: '没有年报', en: 'no report' },
}

export const STATUS_LABELS: Readonly<Record<MemberStatus, Label>> = {
  present: { zh: '计入', en: 'counted' },
  nil: { zh: '零申报，按 0 计', en: 'nil return, counted as 0' },
  missing: { zh: '没有年报，未计入', en: 'no report, not counted' },
}

/** Why a report of the year is not among the addends. */
export const LEFT_OUT_LABELS: Readonly<Record<LeftOutReason, Label>> = {
  covered: { zh: '上级的汇总报告已含其数', en: 'its figures are included in the totals report of the level above' },
  'second-copy': {
    zh: '同一机关同一年度另有一份，只计公布最晚的一份',
    en: 'the agency has another report of the year; the one published last counts',
  },
  'outside-years': {
    zh: '登记表里该机关这一年不报年报',
    en: 'according to the register no report is due for the year',
  },
  'not-a-member': { zh: '登记表里不由该机关汇总', en: 'according to the register it is included elsewhere or nowhere' },
  'unknown-agency': {
    zh: '登记表里没有或不能确定的机关',
    en: 'an agency that is not in the register or cannot be identified',
  },
}
