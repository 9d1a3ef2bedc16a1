import type { Label } from '../../form/version'
import type { Rule } from './rule'

const LOOK: Label = {
  zh: '请对照汇总底稿和成员的年报核实。',
  en: 'Compare with the working papers of the total and the members’ reports.',
}

/** One cell that differs; `more` and `less` say which way the published figure does. */
function cellReason(zh: string, en: string): Label {
  return {
    zh: `“{field}”：汇总报告为 {left}，{counted} 个成员之和为 {right}，${zh}${LOOK.zh}`,
    en: `“{field}”: the government’s report has {left}, the {counted} members add up to {right}; ${en} ${LOOK.en}`,
  }
}

/** E7: a government's own report and the sum of its members'. */
export const TOTAL_RULES: readonly Rule[] = [
  {
    id: 'E7',
    needsRegister: true,
    severity: 'warning',
    title: { zh: '政府的汇总报告 = 各成员年报之和', en: 'A government’s report = the sum of its members’ reports' },
    source: {
      zh: '《中华人民共和国政府信息公开条例》第四十九条第二款、第五十条：县级以上政府的年报汇总所属机关的情况',
      en: 'Regulations on Open Government Information, articles 49 (2) and 50: the report of a government totals those of its bodies',
    },
    reasons: {
      more: cellReason('汇总报告多 {value}。', 'the government’s report has {value} more.'),
      less: cellReason('汇总报告少 {value}。', 'the government’s report has {value} less.'),
      'more-twice': cellReason(
        '汇总报告多 {value}，正好是{members}的数，可能计了两次。',
        'the government’s report has {value} more, just the figure of {members}, which may have been added twice.',
      ),
      'less-left-out': cellReason(
        '汇总报告少 {value}，正好是{members}的数，可能没有计入。',
        'the government’s report has {value} less, just the figure of {members}, which may have been left out.',
      ),
      'less-than-known': cellReason(
        '另有 {lacking} 个成员没有这个数，汇总报告仍少 {value}。',
        'another {lacking} have no figure there, and still the government’s report has {value} less.',
      ),
      many: {
        zh: `汇总报告有 {count} 格与成员之和不等，没有一两个成员能解释。汇总的范围或数据来源可能与登记表不同。${LOOK.zh}`,
        en: `{count} cells of the government’s report differ from the sum of the members, and no one or two members explain them. It may total bodies other than those in the register, or use other figures. ${LOOK.en}`,
      },
      'left-out': {
        zh: `汇总报告有 {count} 格少于成员之和，差额正好都是{members}的数，可能没有计入。${LOOK.zh}`,
        en: `In {count} cells the government’s report has less than the members, each time exactly the figure of {members}, which may have been left out. ${LOOK.en}`,
      },
      twice: {
        zh: `汇总报告有 {count} 格多于成员之和，差额正好都是{members}的数，可能计了两次。${LOOK.zh}`,
        en: `In {count} cells the government’s report has more than the members, each time exactly the figure of {members}, which may have been added twice. ${LOOK.en}`,
      },
      'open-missing': {
        zh: '汇总报告有 {count} 格不能与成员之和核对：{lacking} 个成员没有年报（{members}）。没有年报不当作 0。',
        en: '{count} cells of the government’s report cannot be checked against the members: {lacking} have no report ({members}). No report is not read as 0.',
      },
      'open-blank': {
        zh: '汇总报告有 {count} 格不能与成员之和核对：{lacking} 个成员在这些格没有数（{members}）。空白不当作 0。',
        en: '{count} cells of the government’s report cannot be checked against the members: {lacking} have no figure there ({members}). Blanks are not read as 0.',
      },
    },
  },
]
