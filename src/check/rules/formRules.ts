import { ASK, FORM } from './rule'
import type { Rule } from './rule'

const STRUCTURE_REASONS: Rule['reasons'] = {
  'table-missing': {
    zh: `文中没有读到{table}，其余表格都在；记为“无表”，不记为 0。请先对照原件；原件也没有的，向填报机关核实。`,
    en: `{table} was not found in the document, though others were; it is recorded as absent, not as zeros. Check the original first; if it is not there either, check with the agency.`,
  },
  'row-missing': {
    zh: `{table}没有这些行：{rows}。各格记为未读出，不记为 0。${ASK.zh}`,
    en: `{table} does not have these rows: {rows}. Their cells are recorded as unread, not as zeros. ${ASK.en}`,
  },
  'row-empty': {
    zh: `{table}“{rowOfField}”一行没有数字格，不记为 0。${ASK.zh}`,
    en: `The row “{rowOfField}” of {table} has no cells for figures; they are not read as zeros. ${ASK.en}`,
  },
  'row-repeated': {
    zh: `{table}“{rowOfField}”一行出现两次，数字不同，未取数。${ASK.zh}`,
    en: `The row “{rowOfField}” of {table} appears twice with different figures; nothing was taken. ${ASK.en}`,
  },
  'row-extra': {
    zh: `多出一行“{read}”，表式没有此行，未计入。${ASK.zh}`,
    en: `There is a row “{read}” that the form does not have; it is not counted. ${ASK.en}`,
  },
  'column-missing': {
    zh: `{table}没有“{column}”一列。各格记为未读出，不记为 0。${ASK.zh}`,
    en: `{table} does not have the column {column}. Its cells are recorded as unread, not as zeros. ${ASK.en}`,
  },
  'cells-missing': {
    zh: `{table}“{rowOfField}”一行有 {found} 格，应为 {expected} 格，未取数。${ASK.zh}`,
    en: `The row “{rowOfField}” of {table} has {found} cells where the form has {expected}; nothing was taken. ${ASK.en}`,
  },
  'cells-missing-in-rows': {
    zh: `{table}有 {count} 行的格数少于表式，未取数：{rows}。${ASK.zh}`,
    en: `{table} has rows with fewer cells than the form, {count} in total; nothing was taken from them: {rows}. ${ASK.en}`,
  },
  'cells-extra-in-rows': {
    zh: `{table}有 {count} 行的格数多于表式，不能断定各属哪一列，未取数：{rows}。${ASK.zh}`,
    en: `{table} has rows with more cells than the form, {count} in total; their columns cannot be identified and nothing was taken: {rows}. ${ASK.en}`,
  },
  'cells-extra': {
    zh: `{table}“{rowOfField}”一行多出 {spare} 格，不能断定各属哪一列，未取数。${ASK.zh}`,
    en: `The row “{rowOfField}” of {table} has {spare} cells too many, and the columns cannot be identified; nothing was taken. ${ASK.en}`,
  },
}

/** E5, E6, W19: numbers, tables, rows and columns as the form has them. */
export const FORM_RULES: readonly Rule[] = [
  {
    id: 'E5',
    severity: 'error',
    title: {
      zh: '件数为不小于 0 的整数，金额不小于 0',
      en: 'Counts are whole numbers of 0 or more; amounts 0 or more',
    },
    source: FORM,
    reasons: {
      negative: {
        zh: `{field}为 {value}，件数不会小于 0。${ASK.zh}`,
        en: `{field} is {value}; a count cannot be below 0. ${ASK.en}`,
      },
      fraction: {
        zh: `{field}为 {value}，件数应为整数。${ASK.zh}`,
        en: `{field} is {value}; a count must be a whole number. ${ASK.en}`,
      },
      'negative-amount': {
        zh: `{field}为 {value} 万元，金额不会小于 0。${ASK.zh}`,
        en: `{field} is {value} (10,000 yuan); an amount cannot be below 0. ${ASK.en}`,
      },
    },
  },
  {
    id: 'E6',
    severity: 'error',
    title: { zh: '表、行、列与表式一致', en: 'Tables, rows and columns as on the form' },
    source: FORM,
    reasons: STRUCTURE_REASONS,
  },
  {
    id: 'W19',
    severity: 'warning',
    title: { zh: '表式与年度相符', en: 'The form is the version for the year' },
    source: {
      zh: '国办公开办函〔2021〕30号：2021 年度起用新表式',
      en: '国办公开办函〔2021〕30号: the present form from report year 2021 on',
    },
    reasons: {
      'other-version': {
        zh: `{table}用 {used} 版表式，{year} 年应为 {due} 版。两版不同的项目记为“无此项”，不记为 0。${ASK.zh}`,
        en: `{table} is on the {used} form; {year} has the {due} form. Items of the other form are recorded as absent, not as zeros. ${ASK.en}`,
      },
      'before-form': {
        zh: `{table}用 {used} 版表式，而 {year} 年还没有这种表式（2019 年度起用）。年度可能读错或写错，先核对年度。`,
        en: `{table} is on the {used} form, which did not exist for {year} (it starts with report year 2019). The year may be misread or misprinted: check the year first.`,
      },
    },
  },
]
