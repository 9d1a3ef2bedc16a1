import type { Label } from '../../form/version'
import { ASK, FORM } from './rule'
import type { Rule } from './rule'

/** The text and the tables of one report tell the same facts: 《政府信息公开条例》第五十条. */
const SOURCE: Label = {
  zh: '《政府信息公开条例》第五十条；国办公开办函〔2021〕30号：文字与表格反映同一年度、同一机关的情况',
  en: '《政府信息公开条例》 art. 50; 国办公开办函〔2021〕30号: text and tables describe the same year and the same body',
}

/** What the text rules say where both give a number, and where one gives none. */
const UNEQUAL: Label = {
  zh: `文中写“{phrase}”，与{table}“{nameZh}”不一致：{formula}。${ASK.zh}`,
  en: `The text says “{phrase}”; {table}, “{nameEn}”, differs: {formula}. ${ASK.en}`,
}

function countRule(id: string, title: Label, more: Rule['reasons'] = {}): Rule {
  return { id, severity: 'warning', title, source: SOURCE, reasons: { unequal: UNEQUAL, ...more } }
}

/** W8–W16: sentences against tables, years and names, sections. */
export const TEXT_RULES: readonly Rule[] = [
  countRule('W8', {
    zh: '文中新收、办结、结转件数与表三一致',
    en: 'Received, settled and carried over: text agrees with table 3',
  }),
  countRule(
    'W9',
    { zh: '文中办理结果件数、占比与表三一致', en: 'Outcomes and their shares: text agrees with table 3' },
    {
      share: {
        zh: `文中“{nameZh}”占比写“{phrase}”，按表三重算不一致：{formula}。${ASK.zh}`,
        en: `The text gives “{phrase}” as the share of “{nameEn}”; recomputed from table 3 it differs: {formula}. ${ASK.en}`,
      },
    },
  ),
  countRule('W10', {
    zh: '文中复议、诉讼件数与表四一致',
    en: 'Reviews and lawsuits: text agrees with table 4',
  }),
  countRule('W11', {
    zh: '文中规范性文件件数与表二一致',
    en: 'Normative documents: text agrees with table 2',
  }),
  {
    id: 'W12',
    severity: 'warning',
    title: { zh: '文中说没有的，表中也没有', en: 'Where the text says there were none, the table has none' },
    source: SOURCE,
    reasons: {
      'none-against-number': {
        zh: `文中写“{phrase}”，{table}“{nameZh}”不为 0：{formula}。${ASK.zh}`,
        en: `The text says “{phrase}”; {table}, “{nameEn}”, is not 0: {formula}. ${ASK.en}`,
      },
      'number-against-none': {
        zh: `文中写“{phrase}”，{table}“{nameZh}”为 0：{formula}。${ASK.zh}`,
        en: `The text says “{phrase}”; {table}, “{nameEn}”, is 0: {formula}. ${ASK.en}`,
      },
    },
  },
  {
    id: 'W13',
    severity: 'warning',
    title: {
      zh: '文中同比与两年表格一致',
      en: 'Change on the previous year: text agrees with the tables of both years',
    },
    source: SOURCE,
    reasons: {
      growth: {
        zh: `文中“{nameZh}”较上年变化写“{phrase}”，按两年表格重算不一致：{formula}。请核对两年年报。`,
        en: `The text gives “{phrase}” as the change of “{nameEn}”; recomputed from the tables of both years it differs: {formula}. Check both reports.`,
      },
    },
  },
  {
    id: 'W14',
    severity: 'warning',
    title: { zh: '标题、统计期限、正文的年度一致', en: 'Title, period and text refer to the same year' },
    source: SOURCE,
    reasons: {
      title: {
        zh: `标题写 {other} 年，年报年度为 {year} 年，两处不一致。年度可能读错或写错，先核对年度。`,
        en: `The title says {other}, the report is for {year}. The year may be misread or misprinted: check it first.`,
      },
      period: {
        zh: `统计期限写 {other} 年，年报年度为 {year} 年，两处不一致，疑为沿用旧稿。${ASK.zh}`,
        en: `The period of the figures is {other}, the report is for {year}: probably left from an older text. ${ASK.en}`,
      },
      opening: {
        zh: `开头写的是 {other} 年的报告，年报年度为 {year} 年，两处不一致。年度可能读错或写错，先核对年度。`,
        en: `The opening names a report of {other}, the report is for {year}. The year may be misread or misprinted: check it first.`,
      },
      body: {
        zh: `这一部分只说 {other} 年，年报年度为 {year} 年，疑为沿用上年文字。${ASK.zh}`,
        en: `This section speaks of {other} only, the report is for {year}: probably left from the previous year. ${ASK.en}`,
      },
    },
  },
  {
    id: 'W15',
    needsRegister: true,
    severity: 'warning',
    title: { zh: '机关名称与登记表一致', en: 'The agency’s name agrees with the register' },
    source: { zh: '机关登记表', en: 'the register of agencies' },
    reasons: {
      'other-name': {
        zh: `标题写“{printed}”，登记表中为“{name}”，没有这个名称。确为同一机关的，把它加为别名；否则改正这份年报的机关。`,
        en: `The title says “{printed}”; the register has “{name}” and not this name. If it is the same body, add the name as an alias; otherwise correct the report's agency.`,
      },
      'former-name': {
        zh: `标题写“{printed}”，登记表中这个名称用到 {until} 年，现名“{name}”。请核对机关或年度。`,
        en: `The title says “{printed}”, which the register has until {until}; the name now is “{name}”. Check the agency or the year.`,
      },
      unregistered: {
        zh: `登记表中没有“{printed}”。请在登记表中添加，或改正这份年报的机关。`,
        en: `The register has no “{printed}”. Add it to the register, or correct the report's agency.`,
      },
    },
  },
  {
    id: 'W16',
    severity: 'warning',
    title: { zh: '六个部分齐全，内容完整', en: 'The six sections are present and complete' },
    source: FORM,
    reasons: {
      missing: {
        zh: `没有读到“{heading}”这一部分。请先对照原件；原件也没有的，向填报机关核实。`,
        en: `Section {section} (“{heading}”) was not found. Check the original first; if it is not there either, check with the agency.`,
      },
      empty: {
        zh: `“{heading}”下面没有文字。请先对照原件；原件也没有的，向填报机关核实。`,
        en: `Section {section} (“{heading}”) has no text. Check the original first; if it is not there either, check with the agency.`,
      },
      nothing: {
        zh: `“{heading}”没有写存在的问题，也没有写改进情况。${ASK.zh}`,
        en: `Section {section} (“{heading}”) mentions neither problems nor measures. ${ASK.en}`,
      },
      'no-problems': {
        zh: `“{heading}”写了改进，没有写存在的问题。${ASK.zh}`,
        en: `Section {section} (“{heading}”) mentions measures but no problems. ${ASK.en}`,
      },
      'no-measures': {
        zh: `“{heading}”写了问题，没有写改进情况。${ASK.zh}`,
        en: `Section {section} (“{heading}”) mentions problems but no measures. ${ASK.en}`,
      },
      government: {
        zh: `政府的年报应说明工作考核、社会评议、责任追究情况，文中没有找到：{lacking}。${ASK.zh}`,
        en: `A government's report must cover assessment, public appraisal and accountability; not found in the text: {lacking}. ${ASK.en}`,
      },
      'no-fee': {
        zh: `文中没有说明收取信息处理费的情况（2021 年度起应在“{heading}”中报告，未收取的也应说明）。${ASK.zh}`,
        en: `The text does not say whether information processing fees were collected (required from report year 2021 in section {section}, even where there were none). ${ASK.en}`,
      },
    },
  },
]
