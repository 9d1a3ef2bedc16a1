import type { IssueText } from './readerIssues'

/** Issues that the reader of PDFs finds in a file, before anything is read from it. */
export const PDF_ISSUES = {
  'figure-over-border': {
    severity: 'warning',
    zh: '数字“{raw}”越过了格线，或与邻格的数字相连，不能断定各属哪一格。请对照原件。',
    en: 'The figure “{raw}” runs over the border of its cell or into the next one; whose digits they are is not certain. Compare the original.',
  },
  'ocr-text': {
    severity: 'warning',
    zh: '这份 PDF 的文字是由扫描图像识别的，数字可能认错。请逐格对照原件。',
    en: 'The text of this PDF was recognised from scanned pages; figures may be wrong. Compare every cell with the original.',
  },
  'unnamed-characters': {
    severity: 'warning',
    zh: '这份 PDF 有 {count} 个字没有写明是什么字，其他字也可能有误。请对照原件。',
    en: 'In this PDF {count} characters are not named, and others may be named wrongly. Compare the original.',
  },
  'pages-lost': {
    severity: 'warning',
    zh: '这份 PDF 不完整，有的页读不出，可能缺少内容。请重新索取或对照原件。',
    en: 'This PDF is incomplete; pages of it cannot be read and content may be missing. Ask for it again or compare the original.',
  },
  'pages-scanned': {
    severity: 'warning',
    zh: '这份 PDF 有 {count} 页是扫描图像，没有文字，其中的数字没有读出。请对照原件补填。',
    en: '{count} pages of this PDF are scanned pictures without text; figures on them were not read. Fill them in from the original.',
  },
} as const satisfies Readonly<Record<string, IssueText>>
