import type { Draft, DraftCell, DraftParagraph, DraftTable } from './draft'
import { encodeGb18030 } from './gb18030'

export interface HtmlOptions {
  readonly charset: 'utf-8' | 'gb18030'
  /** A whole government page with navigation, a metadata table and a foot; else the bare article. */
  readonly page: boolean
  /** Every character in a span of its own, as some converters leave it. */
  readonly spans: boolean
  /** `o:p` elements, conditional comments and mso styles as pasted from a word processor. */
  readonly debris: boolean
  /** End tags of cells and rows left out. */
  readonly unclosed: boolean
  /** Vertical spans left out, so that the rows below a merged label begin with their own label. */
  readonly rowspansLost: boolean
  /** An empty cell at the end of each row that the page does not need. */
  readonly padded: boolean
  /** The article in a table that only lays out the page. */
  readonly layoutTable: boolean
  /** Upper-case tags, attributes without quotes, `font` elements. */
  readonly oldTags: boolean
  /** An empty paragraph behind the text of each cell. */
  readonly emptyParagraphs: boolean
}

export const PLAIN_HTML: HtmlOptions = {
  charset: 'utf-8',
  page: true,
  spans: false,
  debris: false,
  unclosed: false,
  rowspansLost: false,
  padded: false,
  layoutTable: false,
  oldTags: false,
  emptyParagraphs: false,
}

/** Writes a draft as a web page. */
export function renderHtml(draft: Draft, options: HtmlOptions = PLAIN_HTML): Uint8Array {
  const title = draft.blocks.find((block) => block.kind === 'paragraph' && block.role === 'title')
  const titleText = title?.kind === 'paragraph' ? title.text : ''
  const text = draft.blocks
    .map((block) => (block.kind === 'table' ? tableHtml(block, options) : paragraphHtml(block, options)))
    .join('\n')
  const article = options.layoutTable
    ? `<table width="100%"><tr><td class="left"></td><td valign="top"><table><tr><td>${text}</td></tr></table></td></tr></table>`
    : text
  const html = options.page
    ? wholePage(draft, titleText, article, options)
    : `<meta charset="${options.charset}">${article}`
  return options.charset === 'gb18030' ? encodeGb18030(html) : new TextEncoder().encode(html)
}

function wholePage(draft: Draft, title: string, article: string, { charset }: HtmlOptions): string {
  const links = (names: readonly string[]): string =>
    names.map((name) => `<li><a href="#${encodeURIComponent(name)}">${name}</a></li>`).join('')
  return `<!DOCTYPE html>
<html lang="zh-CN"><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}">
<title>${escapeHtml(title)}_政府信息公开年报</title>
<meta name="ArticleTitle" content="${escapeHtml(title)}"><meta name="PubDate" content="${draft.published} 09:30">
<meta name="ColumnName" content="政府信息公开年报">
<style>.article td { border: 1px solid #333 } .nav li { float: left }</style>
<script>var pageId = "2024"; document.title = "<table><tr><td>1</td></tr></table>"</script></head>
<body><div class="nav"><ul>${links(['首页', '政务公开', '办事服务', '互动交流', '走进本地'])}</ul></div>
<div class="path">当前位置：<a href="#">首页</a> &gt; <a href="#">政务公开</a> &gt; 政府信息公开年报</div>
<table class="meta"><tr><td>索引号</td><td>sample-${draft.year}-0001</td><td>主题分类</td><td>政务公开</td></tr>
<tr><td>发布机构</td><td>${escapeHtml(draft.agency)}</td><td>发布日期</td><td>${draft.published}</td></tr>
<tr><td>文号</td><td></td><td>有效性</td><td>有效</td></tr></table>
<div class="article">
${article}
</div>
<div class="share">【字体：大 中 小】 【打印本页】 【关闭窗口】</div>
<div class="foot"><ul>${links(['网站地图', '联系我们', '隐私声明'])}</ul><p>网站标识码 0000000000　访问量 128637</p></div>
</body></html>
`
}

const TAGS: Readonly<Record<DraftParagraph['role'], readonly [string, string]>> = {
  title: ['<h1>', '</h1>'],
  heading: ['<p><strong>', '</strong></p>'],
  body: ['<p class="text">', '</p>'],
  signature: ['<p align="right">', '</p>'],
  date: ['<p align="right">', '</p>'],
  page: ['<p align="center">', '</p>'],
}

function paragraphHtml(block: DraftParagraph, options: HtmlOptions): string {
  const [open, close] = TAGS[block.role]
  return `${open}${textHtml(block.text, options)}${close}`
}

function tableHtml(table: DraftTable, options: HtmlOptions): string {
  const rows = table.rows.map((row) => {
    const cells = row.map((cell) => cellHtml(cell, options))
    if (options.padded) cells.push('<td></td>')
    return `<tr>${cells.join('')}${options.unclosed ? '' : '</tr>'}`
  })
  return `<table border="1" cellspacing="0"><tbody>\n${rows.join('\n')}\n</tbody></table>`
}

function cellHtml(cell: DraftCell, options: HtmlOptions): string {
  const colspan = cell.colspan > 1 ? ` colspan="${cell.colspan}"` : ''
  const rowspan = cell.rowspan > 1 && !options.rowspansLost ? ` rowspan="${cell.rowspan}"` : ''
  const text = cell.text === '' ? '&nbsp;' : textHtml(cell.text, options)
  if (options.oldTags)
    return `<TD ALIGN=center${colspan.replaceAll('"', '').toUpperCase()}${rowspan.replaceAll('"', '').toUpperCase()} BGCOLOR=#ffffff><FONT SIZE=2>${text}</FONT></TD>`
  const more = options.emptyParagraphs ? '<p>&nbsp;</p><p></p>' : ''
  return `<td${colspan}${rowspan}><p align="center">${text}</p>${more}${options.unclosed ? '' : '</td>'}`
}

function textHtml(text: string, { spans, debris }: HtmlOptions): string {
  const marked = spans
    ? Array.from(text, (character) => (character === '\n' ? '<br>' : `<span>${escapeHtml(character)}</span>`)).join('')
    : escapeHtml(text).replaceAll('\n', '<br />')
  if (!debris) return marked
  return `<!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]--><span lang="EN-US" style="mso-bidi-font-size:10.5pt">${marked}<o:p></o:p></span>`
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
