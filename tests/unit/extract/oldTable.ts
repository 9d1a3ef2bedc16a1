/** 政府信息公开情况统计表 as reports of 2014–2018 carried it: its statutory lines, with figures of our own. */
const OLD_TABLE: readonly (readonly [label: string, unit: string, figure: string])[] = [
  ['统计指标', '单位', '统计数'],
  ['一、主动公开情况', '——', '——'],
  ['（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）', '条', '1204'],
  ['其中：主动公开规范性文件数', '条', '6'],
  ['制发规范性文件总数', '件', '6'],
  ['（二）通过不同渠道和方式公开政府信息的情况', '——', '——'],
  ['1.政府公报公开政府信息数', '条', '12'],
  ['2.政府网站公开政府信息数', '条', '980'],
  ['二、回应解读情况', '——', '——'],
  ['（一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）', '次', '31'],
  ['三、依申请公开情况', '——', '——'],
  ['（一）收到申请数', '件', '17'],
  ['1.当面申请数', '件', '2'],
  ['（二）申请办结数', '件', '16'],
  ['（三）申请答复数', '件', '16'],
  ['1.属于已主动公开范围数', '件', '3'],
  ['2.同意公开答复数', '件', '9'],
  ['4.不同意公开答复数', '件', '1'],
  ['其中：涉及国家秘密', '件', '1'],
  ['5.不属于本行政机关公开数', '件', '2'],
  ['6.申请信息不存在数', '件', '1'],
  ['四、行政复议数量', '件', '2'],
  ['（一）维持具体行政行为数', '件', '2'],
  ['（二）被依法纠错数', '件', '0'],
  ['五、行政诉讼数量', '件', '1'],
  ['（一）维持具体行政行为或者驳回原告诉讼请求数', '件', '1'],
  ['六、举报投诉数量', '件', '0'],
  ['七、依申请公开信息收取的费用', '万元', '0'],
  ['八、机构建设和保障经费情况', '——', '——'],
  ['（一）政府信息公开工作专门机构数', '个', '1'],
]

/** The table as lines of text, cells apart by tabs. */
export const oldTableText = (): string => OLD_TABLE.map((row) => row.join('\t')).join('\n')

/** The table as HTML. */
export function oldTableHtml(): string {
  const rows = OLD_TABLE.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
  return `<table>${rows.join('')}</table>`
}

/** The table as the body of a Word document. */
export function oldTableWord(): string {
  const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
  const rows = OLD_TABLE.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`)
  return `<w:tbl>${rows.join('')}</w:tbl>`
}
