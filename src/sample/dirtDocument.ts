import type { Dirt, SampleFormat } from './dirtKind'
import { mapParagraphs, paragraph } from './draft'
import type { Draft } from './draft'
import type { Random } from './random'
import type { Soiled } from './soiled'

const ALL: readonly SampleFormat[] = ['txt', 'html', 'docx', 'xlsx']

const OTHER_HEADINGS: readonly (readonly string[])[] = [
  ['一、总体情况', '一、 概述', '（一）总体情况', '第一部分 总体情况'],
  ['二、主动公开政府信息情况', '二、主动公开情况', '二.主动公开政府信息情况', '二、行政机关主动公开政府信息情况'],
  [
    '三、收到和处理政府信息公开申请情况',
    '三、依申请公开办理情况',
    '三、政府信息公开申请情况',
    '三 收到和处理政府信息公开申请情况',
  ],
  [
    '四、政府信息公开行政复议、行政诉讼情况',
    '四、因政府信息公开工作被申请行政复议、提起行政诉讼情况',
    '四、行政复议和行政诉讼情况',
    '四、复议、诉讼情况',
  ],
  ['五、存在的主要问题及改进情况', '五、存在问题及改进措施', '五、政府信息公开工作存在的主要问题及改进情况'],
  ['六、其他需要报告的事项', '六、其它需要报告的事项', '六、需要说明的其他事项'],
]

const onDraft =
  (change: (draft: Draft, random: Random) => Draft) =>
  (soiled: Soiled, random: Random): Soiled => ({ ...soiled, draft: change(soiled.draft, random) })

const retitle = (title: (draft: Draft) => readonly string[]) =>
  onDraft((draft) => ({
    ...draft,
    blocks: draft.blocks.flatMap((block) =>
      block.kind === 'paragraph' && block.role === 'title'
        ? title(draft).map((text) => paragraph('title', text))
        : [block],
    ),
  }))

/** Damage to title, headings and the file as a whole. */
export const DOCUMENT_DIRT: readonly Dirt[] = [
  {
    name: 'headings-vary',
    label: { zh: '标题写法各异', en: 'section headings worded differently' },
    formats: ALL,
    touches: ['headings'],
    soil: onDraft((draft, random) => {
      const chosen = OTHER_HEADINGS.map((list) => random.pick(list))
      let index = 0
      return mapParagraphs(draft, 'heading', (text) => chosen[index++] ?? text)
    }),
  },
  {
    name: 'numeral-doubled',
    label: { zh: '标题序号重复，如“三三、”', en: 'heading numerals doubled' },
    formats: ALL,
    touches: ['headings'],
    soil: onDraft((draft, random) => {
      const doubled = random.int(0, OTHER_HEADINGS.length - 1)
      let index = 0
      return mapParagraphs(draft, 'heading', (text) => (index++ === doubled ? `${text.charAt(0)}${text}` : text))
    }),
  },
  {
    name: 'signature-only',
    label: { zh: '单位全称只在落款', en: 'agency named in the signature only' },
    formats: ['txt', 'docx', 'xlsx'],
    touches: ['title'],
    soil: onDraft((draft) => {
      const short = mapParagraphs(draft, 'title', () => `${draft.year}年政府信息公开工作年度报告`)
      return mapParagraphs(short, 'body', (text) => text.replaceAll(draft.agency, '本机关'))
    }),
  },
  {
    name: 'year-doubled',
    label: { zh: '年份重复，如“202020年”', en: 'year doubled in the title' },
    formats: ALL,
    touches: ['title'],
    soil: retitle(({ agency, year }) => [`${agency}${year}${year % 100}年政府信息公开工作年度报告`]),
  },
  {
    name: 'title-broken',
    label: { zh: '题目分作几行', en: 'title broken over lines' },
    formats: ALL,
    touches: ['title'],
    soil: retitle(({ agency, year }) => [agency, `${year}年政府信息公开`, '工作年度报告']),
  },
  {
    name: 'year-behind',
    label: { zh: '年份在题目末尾', en: 'year at the end of the title' },
    formats: ALL,
    touches: ['title'],
    soil: retitle(({ agency, year }) => [`${agency}政府信息公开工作年度报告（${year}年度）`]),
  },
  {
    name: 'title-spaced',
    label: { zh: '题目字间有空格', en: 'blanks in the title' },
    formats: ALL,
    touches: ['title'],
    soil: retitle(({ agency, year }) => [`${agency}　${year} 年 政府信息公开 工作年度报告`]),
  },
  {
    name: 'no-tables',
    label: { zh: '没有表格', en: 'no tables at all' },
    formats: ALL,
    touches: ['values', 'heads', 'labels', 'rows', 'spans'],
    rewrite: (report) => ({ ...report, forms: {}, values: {} }),
  },
  {
    name: 'gb18030',
    label: { zh: 'GB18030 编码', en: 'encoded as GB18030' },
    formats: ['txt', 'html'],
    touches: ['encoding'],
    soil: (soiled) => ({
      ...soiled,
      text: { ...soiled.text, encoding: 'gb18030' },
      html: { ...soiled.html, charset: 'gb18030' },
    }),
  },
  {
    name: 'bom',
    label: { zh: '带 BOM，回车换行', en: 'byte order mark and CRLF' },
    formats: ['txt'],
    touches: ['encoding'],
    soil: (soiled) => ({ ...soiled, text: { ...soiled.text, encoding: 'utf-8-bom', lineEnd: '\r\n' } }),
  },
  {
    name: 'bare-page',
    label: { zh: '只有正文的网页', en: 'a page that is the article alone' },
    formats: ['html'],
    touches: ['encoding'],
    soil: (soiled) => ({ ...soiled, html: { ...soiled.html, page: false } }),
  },
]
