import { describe, expect, it } from 'vitest'
import { statutoryLayout } from '@/form/layout'
import { fieldsOf } from '@/form/fields'
import type { FieldId } from '@/form/fields'
import type { Cell } from '@/report/report'
import { reportOf } from './reading'

const layout = statutoryLayout('requests', '2021')
const fields = fieldsOf('requests', '2021').map(({ id }) => id)
const figure = new Map<FieldId, number>(fields.map((id, index) => [id, (index * 7) % 23]))

/** Table 三 as rows of markup; `cell` writes a cell with its spans. */
function rows(cell: (text: string, spans: string, isFigure: boolean) => string, start = '<tr>'): string {
  return layout
    .map((row) => {
      const cells = row.map(({ text, field, colspan, rowspan }) => {
        const spans = `${colspan > 1 ? ` colspan=${String(colspan)}` : ''}${rowspan > 1 ? ` rowspan=${String(rowspan)}` : ''}`
        return cell(field ? String(figure.get(field)) : text, spans, field !== undefined)
      })
      return `${start}${cells.join('\n')}</tr>`
    })
    .join('\n')
}

const valuesOf = (content: string, path: string): Record<string, number | null | undefined> => {
  const report = reportOf(path, content)
  return Object.fromEntries(Object.entries<Cell | undefined>(report.cells).map(([id, cell]) => [id, cell?.value]))
}

const PROGRAMS: Readonly<Record<string, string>> = {
  Excel: `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">
<head><meta http-equiv=Content-Type content="text/html; charset=gb2312"><meta name=Generator content="Microsoft Excel 15">
<style><!--table {mso-displayed-decimal-separator:"\\."} td {mso-number-format:General} .xl65 {mso-number-format:"\\@"}--></style></head>
<body link="#0563C1"><table border=0 cellpadding=0 cellspacing=0 width=640 style='border-collapse:collapse'>
<!--StartFragment--><col width=64 span=10 style='width:48pt'>
${rows((text, spans, isFigure) => `<td${spans} height=19 class=xl65${isFigure ? ` align=right x:num="${text}"` : ' x:str'} style='height:14.4pt'>${text}</td>`, "<tr height=19 style='height:14.4pt'>")}
<![if supportMisalignedColumns]><tr height=0 style='display:none'><td width=64 style='width:48pt'></td></tr><![endif]>
<!--EndFragment--></table></body></html>`,
  WPS: `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta name="Generator" content="WPS Office ET"/><style>@page{margin:0.75in} td{mso-style-parent:style0}</style></head><body><!--StartFragment--><table width="800" style='width:600.00pt;border-collapse:collapse;table-layout:fixed;'><col width="80" style='mso-width-source:userset'/>${rows((text, spans, isFigure) => `<td class="et3"${spans.replace(/=(\d+)/gu, '="$1"')}${isFigure ? ` x:num="${text}"` : ' x:str'}>${text}</td>`)}</table><!--EndFragment--></body></html>`,
  Word: `<html xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=Generator content="Microsoft Word 15"><!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--></head><body lang=ZH-CN><!--StartFragment--><table class=MsoNormalTable border=1>${rows((text, spans) => `<td${spans} style='border:solid windowtext 1.0pt'><p class=MsoNormal align=center><span lang=EN-US style='font-size:9.0pt'>${text}<o:p></o:p></span></p></td>`)}<![if !supportMisalignedColumns]><tr height=0><td width=10 style='border:none'></td></tr><![endif]></table><!--EndFragment--></body></html>`,
  'a web page': `<meta charset='utf-8'><!--StartFragment--><table style="box-sizing: border-box"><tbody>${rows((text, spans) => `<td${spans}><span style="font-family: 宋体">${text}</span></td>`)}</tbody></table><!--EndFragment-->`,
}

describe('a table pasted from', () => {
  it.each(Object.entries(PROGRAMS))('%s gives every figure, and asks for agency and year', (_, html) => {
    const path = '粘贴 2026-11-25 103012.html'
    const report = reportOf(path, `\uFEFF${html}`)
    expect(valuesOf(`\uFEFF${html}`, path)).toEqual(Object.fromEntries(figure))
    expect([report.agency, report.year]).toEqual([null, null])
    expect(report.issues.flatMap((issue) => issue.fields)).toEqual([])
  })

  it('cells between tabs gives every figure', () => {
    const text = layout
      .map((row) => row.map(({ text: printed, field }) => (field ? String(figure.get(field)) : printed)).join('\t'))
      .join('\r\n')
    expect(valuesOf(text, '粘贴 2026-11-25 103012.txt')).toEqual(Object.fromEntries(figure))
  })
})
