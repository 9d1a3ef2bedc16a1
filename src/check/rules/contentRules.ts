import { ASK, FORM } from './rule'
import type { Rule } from './rule'

/** W4, W5, I2: numbers that the form allows and that are unlikely to be meant. */
export const CONTENT_RULES: readonly Rule[] = [
  {
    id: 'W4',
    needsRegister: true,
    severity: 'warning',
    title: { zh: '无权制定规章的机关，规章为 0', en: 'Organs without power to make government rules report none' },
    source: {
      zh: '《中华人民共和国立法法》第九十一条、第九十三条',
      en: '《中华人民共和国立法法》, articles 91 and 93',
    },
    reasons: {
      'cannot-make': {
        zh: `规章一行不为 0：{figuresZh}。登记表中本机关不是规章的制定机关（国务院部门，省、设区的市、自治州的人民政府），疑为行政规范性文件填到了规章一行。${ASK.zh}`,
        en: `The row of government rules is not 0: {figuresEn}. According to the register the agency cannot make them (State Council departments and governments of provinces, cities with districts and autonomous prefectures can); normative documents may be in the wrong row. ${ASK.en}`,
      },
    },
  },
  {
    id: 'W5',
    severity: 'warning',
    title: { zh: '金额以万元计', en: 'Amounts are in 10,000 yuan' },
    source: FORM,
    reasons: {
      'other-unit': {
        zh: '{field}格中写的是“{raw}”，单位不是万元。已按 {value} 万元计；请填报机关改为以万元填写。',
        en: '{field} says “{raw}”, which is not in 10,000 yuan. It counts as {value}; ask the agency to write it in 10,000 yuan.',
      },
      'amount-up': {
        zh: `{field} {present} 万元，是 {yearBefore} 年 {before} 万元的 {times} 倍，疑为元。单位应为万元。${ASK.zh}`,
        en: `{field} is {present} (10,000 yuan), {times} times the {before} of {yearBefore}: probably yuan. The unit is 10,000 yuan. ${ASK.en}`,
      },
      'amount-down': {
        zh: `{field} {present} 万元，{yearBefore} 年为 {before} 万元，是本年的 {times} 倍，{yearBefore} 年疑为元。单位应为万元。${ASK.zh}`,
        en: `{field} is {present} (10,000 yuan); {yearBefore} has {before}, {times} times as much: that year’s is probably in yuan. The unit is 10,000 yuan. ${ASK.en}`,
      },
    },
  },
  {
    id: 'I2',
    severity: 'info',
    title: {
      zh: '复议与直接起诉不多于办结总计',
      en: 'Reviews and direct lawsuits do not exceed requests settled',
    },
    source: FORM,
    reasons: {
      'more-than-settled': {
        zh: '复议与未经复议直接起诉共 {left} 件，多于办结的申请 {right} 件。上年申请引起的、因主动公开引起的案件可以如此；不是的，向填报机关核实。',
        en: 'Reviews and direct lawsuits: {left}, more than the {right} requests settled. Cases about last year’s requests or about proactive publication can explain it; otherwise check with the agency.',
      },
    },
  },
]
