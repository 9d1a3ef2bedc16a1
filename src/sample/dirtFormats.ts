import type { Dirt } from './dirtKind'
import { demand, fieldsOfReport } from './soiled'
import type { Soiled } from './soiled'

const optionsOf = <K extends 'text' | 'html' | 'docx' | 'xlsx'>(key: K, change: Partial<Soiled[K]>) => {
  return (soiled: Soiled): Soiled => ({ ...soiled, [key]: { ...soiled[key], ...change } })
}

const told = (soiled: Soiled): Soiled => demand(soiled, 'told', fieldsOfReport(soiled.report))

/** What the file formats do to a document. */
export const FORMAT_DIRT: readonly Dirt[] = [
  {
    name: 'pipes',
    label: { zh: '竖线分隔的表', en: 'tables between pipes' },
    formats: ['txt'],
    touches: ['spans'],
    soil: optionsOf('text', { tables: 'pipes' }),
  },
  {
    name: 'glued',
    label: { zh: '纯文本视图，格与格相连', en: 'cells run together' },
    formats: ['txt'],
    touches: ['values', 'heads', 'labels', 'rows', 'spans', 'headings'],
    soil: (soiled) =>
      demand({ ...soiled, text: { ...soiled.text, tables: 'glued' } }, 'unsure', fieldsOfReport(soiled.report)),
  },
  {
    name: 'spans',
    label: { zh: '一字一标签', en: 'one element a character' },
    formats: ['html', 'docx'],
    touches: ['spans'],
    soil: (soiled) => optionsOf('docx', { splitRuns: true })(optionsOf('html', { spans: true })(soiled)),
  },
  {
    name: 'debris',
    label: { zh: '从 Word 粘贴的残余', en: 'debris of a word processor' },
    formats: ['html'],
    touches: ['spans'],
    soil: optionsOf('html', { debris: true }),
  },
  {
    name: 'unclosed',
    label: { zh: '单元格没有结束标签', en: 'cells without end tags' },
    formats: ['html'],
    touches: ['spans'],
    soil: optionsOf('html', { unclosed: true }),
  },
  {
    name: 'merges-lost',
    label: { zh: '合并格丢失', en: 'vertical spans missing' },
    formats: ['html', 'docx', 'xlsx'],
    touches: ['spans', 'rows'],
    soil: (soiled) =>
      told(
        optionsOf('xlsx', { mergesLost: true })(
          optionsOf('docx', { mergesLost: true })(optionsOf('html', { rowspansLost: true })(soiled)),
        ),
      ),
  },
  {
    name: 'padded-rows',
    label: { zh: '行末多一空格', en: 'an empty cell at the end of each row' },
    formats: ['html'],
    touches: ['spans', 'rows'],
    soil: (soiled) => told(optionsOf('html', { padded: true })(soiled)),
  },
  {
    name: 'controls-cells',
    label: { zh: '内容控件包住单元格', en: 'content controls around cells' },
    formats: ['docx'],
    touches: ['spans'],
    soil: optionsOf('docx', { controls: 'cells' }),
  },
  {
    name: 'controls-rows',
    label: { zh: '内容控件包住整行', en: 'content controls around rows' },
    formats: ['docx'],
    touches: ['spans'],
    soil: optionsOf('docx', { controls: 'rows' }),
  },
  {
    name: 'controls-nested',
    label: { zh: '内容控件层层嵌套', en: 'nested content controls' },
    formats: ['docx'],
    touches: ['spans'],
    soil: optionsOf('docx', { controls: 'nested' }),
  },
  {
    name: 'tracked',
    label: { zh: '修订未接受', en: 'tracked changes not accepted' },
    formats: ['docx'],
    touches: ['spans'],
    soil: (soiled) => told(optionsOf('docx', { tracked: true })(soiled)),
  },
  {
    name: 'layout-table',
    label: { zh: '全文套在版面表格里', en: 'the whole article inside a layout table' },
    formats: ['html'],
    touches: ['encoding'],
    soil: optionsOf('html', { layoutTable: true }),
  },
  {
    name: 'old-tags',
    label: { zh: '大写标签、属性不加引号', en: 'upper-case tags and attributes without quotes' },
    formats: ['html'],
    touches: ['spans'],
    soil: optionsOf('html', { oldTags: true }),
  },
  {
    name: 'empty-paragraphs',
    label: { zh: '格中有空段落', en: 'empty paragraphs in cells' },
    formats: ['html', 'docx'],
    touches: ['spans'],
    soil: (soiled) =>
      optionsOf('docx', { emptyParagraphs: true })(optionsOf('html', { emptyParagraphs: true })(soiled)),
  },
  {
    name: 'formula-fields',
    label: { zh: '数字由域代码算出', en: 'figures as computed fields' },
    formats: ['docx'],
    touches: ['spans'],
    soil: optionsOf('docx', { fields: true }),
  },
  {
    name: 'deleted-row',
    label: { zh: '修订中删去的行', en: 'a row struck out in tracked changes' },
    formats: ['docx'],
    touches: ['spans', 'rows'],
    soil: (soiled) => told(optionsOf('docx', { deletedRow: true })(soiled)),
  },
  {
    name: 'automatic-numbers',
    label: { zh: '行名序号由自动编号产生', en: 'row numbers made by automatic numbering' },
    formats: ['docx'],
    touches: ['spans', 'labels'],
    soil: (soiled) => told(optionsOf('docx', { autoNumbers: true })(soiled)),
  },
]
