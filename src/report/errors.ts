import type { Label } from '../form/version'
import type { FileError } from './report'
import { fill, type Language } from './wording'

/**
 * Why a file gave no report, by `reason`. First what is, then why, then what to do; `{name}` is the file's own name.
 * The code of each reason is CONTRACT.md's and stands with the error.
 */
export const FILE_ERROR_TEXTS = {
  // unreadable
  empty: {
    zh: '{name} 是空文件，没有内容。请重新索取。',
    en: '{name} is empty. Ask for it again.',
  },
  damaged: {
    zh: '{name} 已损坏，内容与其校验和不符，未读取，以免得出错误的数。请重新索取。',
    en: '{name} is damaged: its content does not match its checksum. It was not read, so that no wrong figure results. Ask for it again.',
  },
  'truncated-at': {
    zh: '{name} 不完整，在 {percent}% 处中断。请重新索取。',
    en: '{name} is incomplete: it ends at {percent}%. Ask for it again.',
  },
  truncated: {
    zh: '{name} 不完整，正文之前或正文中间中断。请重新索取。',
    en: '{name} is incomplete: it ends before or within its text. Ask for it again.',
  },
  'archive-cut': {
    zh: '压缩包 {name} 不完整，缺少末尾的目录；其中能找到的 {count} 个文件已逐个列出，后面的无从得知。请重新索取。',
    en: 'The archive {name} is incomplete: its directory, at the end, is missing. The {count} files that could be found are listed one by one; any after them are unknown. Ask for it again.',
  },
  'no-document': {
    zh: '{name} 是 Word 格式，但里面没有正文。用 Word 或 WPS 打开看看，另存后再导入。',
    en: '{name} has the Word format but no text part. Open it in Word or WPS, save it again and import that.',
  },
  'no-sheet': {
    zh: '{name} 是表格文件，但里面没有工作表。用 Excel 或 WPS 打开看看，另存后再导入。',
    en: '{name} is a workbook without a sheet of cells. Open it in Excel or WPS, save it again and import that.',
  },
  declarations: {
    zh: '{name} 里有实体声明，Office 文件不会有，可能有害，未读取。用 Office 或 WPS 打开后另存，再导入。',
    en: '{name} has entity declarations. Office files never do and they can do harm, so it was not read. Open it in Office or WPS, save it again and import that.',
  },
  'no-access': {
    zh: '{name} 打不开：可能已移走、改名，或正由别的程序占用。关掉占用它的程序，重新选择。',
    en: '{name} cannot be opened: it may have been moved, renamed, or be in use by another program. Close that program and choose the file again.',
  },
  'not-found': {
    zh: '找不到 {name}。请检查路径。',
    en: '{name} does not exist. Check the path.',
  },
  'no-permission': {
    zh: '没有读取 {name} 的权限。请更改权限，或换一个用户再读。',
    en: 'There is no permission to read {name}. Change the permission, or read it as another user.',
  },
  'not-a-file': {
    zh: '{name} 不是普通文件，未读取。',
    en: '{name} is no ordinary file and was not read.',
  },
  failed: {
    zh: '{name} 读取时出错，未得到内容，其他文件不受影响。请把这个文件交给维护者。',
    en: '{name} could not be read because of a fault in this program; other files are not affected. Pass the file to the maintainers.',
  },
  'no-answer': {
    zh: '{name} 读了 {seconds} 秒没有动静，已停下，其他文件不受影响。可再读一次；仍如此，请把这个文件交给维护者。',
    en: '{name} was read for {seconds} seconds without a sign of life and was stopped; other files are not affected. Read it again; if that does not help, pass the file to the maintainers.',
  },
  'reader-died': {
    zh: '读 {name} 时识读程序中断（可能内存不足），这一份未读，其他文件不受影响。关掉别的页面后再读一次；仍如此，请把这个文件交给维护者。',
    en: 'The reader broke off at {name}, perhaps for want of memory. It was not read; other files are not affected. Close other pages and read it again; if that does not help, pass the file to the maintainers.',
  },
  // encrypted
  'document-password': {
    zh: '{name} 有密码，读不出。去掉打开密码后另存，再导入。',
    en: '{name} is password-protected and cannot be read. Save it without the password and import again.',
  },
  'member-password': {
    zh: '压缩包里的 {name} 有密码，读不出。解压后再导入。',
    en: '{name} is password-protected inside its archive and cannot be read. Unpack it and import the file itself.',
  },
  // too-large
  'file-too-large': {
    zh: '{name} 有 {size} MB，超过 {limit} MB 的上限，未读取。若是年报，先压缩其中的图片；若是压缩包，分成几个。',
    en: '{name} has {size} MB, more than the limit of {limit} MB; it was not read. Compress the pictures of a report; split an archive.',
  },
  'too-many-parts': {
    zh: '{name} 的段落和单元格超过 {limit} 个，不像年报，未读取。',
    en: '{name} has more than {limit} paragraphs and cells, which no report has; it was not read.',
  },
  'pdf-too-long': {
    zh: '{name} 有 {pages} 页，超过 {limit} 页的上限，不像年报，未读取。',
    en: '{name} has {pages} pages, more than the limit of {limit}, which no report has; it was not read.',
  },
  'pdf-too-slow': {
    zh: '{name} 读到第 {page} 页用时过长，已停止，未读取。请提供 Word 原件（docx）。',
    en: '{name} took too long by page {page}; reading was stopped and nothing was kept. Provide the original Word file (docx).',
  },
  'member-too-large': {
    zh: '{name} 解压后超过 {limit} MB 的上限，未读取。',
    en: '{name} unpacks to more than the limit of {limit} MB; it was not read.',
  },
  'inflates-too-far': {
    zh: '{name} 解压后比压缩时大几百倍，不像年报，可能是恶意文件，已停止。',
    en: '{name} unpacks to hundreds of times its size. No report does; it may be malicious, and unpacking was stopped.',
  },
  'archive-too-large': {
    zh: '压缩包到 {name} 为止已解出 {limit} MB，超过上限，从这里起未读取。分成几个压缩包再导入。',
    en: 'The archive has unpacked to {limit} MB before {name}, which is the limit; nothing from here on was read. Split it and import the parts.',
  },
  'too-many-members': {
    zh: '压缩包 {name} 里的文件超过 {limit} 个，余下 {left} 个未读取。分成几个压缩包再导入。',
    en: 'The archive {name} has more than {limit} files; the remaining {left} were not read. Split it and import the parts.',
  },
  'nested-too-deep': {
    zh: '{name} 是压缩包中的压缩包，套了 {limit} 层以上，未读取。先解压，再导入。',
    en: '{name} is an archive within more than {limit} other archives and was not read. Unpack them first.',
  },
  'pdf-damaged': {
    zh: '{name} 是 PDF，但已损坏，打不开，未读取。请重新索取。',
    en: '{name} is a PDF that is damaged and cannot be opened; it was not read. Ask for it again.',
  },
  'pdf-library': {
    zh: '{name} 是 PDF，但读 PDF 的部分没有载入：可能是网络中断，或浏览器版本太旧。重新载入页面再试，或更新浏览器。',
    en: '{name} is a PDF, but the part that reads PDFs did not load: the network failed or the browser is too old. Load the page again, or update the browser.',
  },
  // unsupported
  'scanned-pdf': {
    zh: '{name} 是扫描的 PDF（{pages} 页），只有图像，没有文字。识别文字（OCR）须用其他软件；也可以对照页面图像手工填报。',
    en: '{name} is a scanned PDF ({pages} pages): pictures without text. Recognising the text (OCR) takes other software; the figures can also be filled in by hand beside the page images.',
  },
  'scanned-ofd': {
    zh: '{name} 是扫描的 OFD（{pages} 页），只有图像，没有文字，未读取。请提供 Word 原件；或在阅读软件里另存（打印）为 PDF 再导入，就可以对照页面录入；或用其他软件识别文字（OCR）后再导入。',
    en: '{name} is a scanned OFD ({pages} pages): pictures without text; it was not read. Provide the original Word file; or save (print) it as a PDF in its reader and import that, which can then be filled in beside its pages; or recognise the text (OCR) with other software and import that.',
  },
  'garbled-pdf': {
    zh: '{name} 是 PDF，页面看得到字，但文件里没有写明是什么字，读出来是乱码，未读取。请提供 Word 原件，或对照页面图像手工填报。',
    en: '{name} is a PDF whose letters can be seen but whose file does not say which they are; read, they are gibberish, so it was not read. Provide the original Word file, or fill the figures in by hand beside the page images.',
  },
  'garbled-ofd': {
    zh: '{name} 是 OFD，页面看得到字，但文件里没有写明是什么字，读出来是乱码，未读取。请提供 Word 原件。',
    en: '{name} is an OFD whose letters can be seen but whose file does not say which they are; read, they are gibberish, so it was not read. Provide the original Word file.',
  },
  postscript: {
    zh: '{name} 是 PostScript 打印文件，不能读。请提供 Word 原件（docx）或 PDF。',
    en: '{name} is a PostScript print file, which cannot be read. Provide the original Word file (docx) or a PDF.',
  },
  doc: {
    zh: '{name} 是 Word 95 或更早版本的文档，不能读。用 Word 或 WPS 另存为 docx，再导入。',
    en: '{name} is a document of Word 95 or before, which cannot be read. Save it as docx in Word or WPS and import that.',
  },
  xls: {
    zh: '{name} 是 Excel 95 或更早版本的表格，不能读。用 Excel 或 WPS 另存为 xlsx，再导入。',
    en: '{name} is a workbook of Excel 95 or before, which cannot be read. Save it as xlsx in Excel or WPS and import that.',
  },
  xlsb: {
    zh: '{name} 是二进制工作簿（xlsb），不能读。用 Excel 另存为 xlsx，再导入。',
    en: '{name} is a binary workbook (xlsb), which cannot be read. Save it as xlsx in Excel and import that.',
  },
  ppt: {
    zh: '{name} 是演示文稿，不是年报文档。请提供 Word 原件（docx）。',
    en: '{name} is a slide show, not a report. Provide the original Word file (docx).',
  },
  pptx: {
    zh: '{name} 是演示文稿，不是年报文档。请提供 Word 原件（docx）。',
    en: '{name} is a slide show, not a report. Provide the original Word file (docx).',
  },
  odt: {
    zh: '{name} 是 OpenDocument 文件，不能读。用 Word、WPS 或 LibreOffice 另存为 docx，再导入。',
    en: '{name} is an OpenDocument file, which cannot be read. Save it as docx and import that.',
  },
  package: {
    zh: '{name} 是 Office 一类的文件，但不是 Word 文档或表格，不能读。请提供 Word 原件（docx）。',
    en: '{name} is an Office file but neither a Word document nor a workbook and cannot be read. Provide the original Word file (docx).',
  },
  'office-xml': {
    zh: '{name} 是 Office 程序的 XML 文件，但不是 Word 文档，不能读。用原程序另存为 docx 或 xlsx，再导入。',
    en: '{name} is an XML file of an Office program but no Word document and cannot be read. Save it as docx or xlsx and import that.',
  },
  works: {
    zh: '{name} 是微软 Works 的文件，不能读。用 Word 或 WPS 打开后另存为 docx（或 doc），再导入；打不开的，请提供 Word 原件。',
    en: '{name} is a Microsoft Works file, which cannot be read. Save it as docx (or doc) in Word or WPS and import that; where it does not open, provide the original Word file.',
  },
  compound: {
    zh: '{name} 是旧版 Office 一类的复合文件，看不出是文档。用原程序打开后另存为 docx，再导入。',
    en: '{name} is a compound file of old Office kind in which no document was found. Open it where it was made, save it as docx and import that.',
  },
  picture: {
    zh: '{name} 是图片（{kind}），不是文档。需要原来的 Word 文件。',
    en: '{name} is a picture ({kind}), not a document. The original Word file is needed.',
  },
  media: {
    zh: '{name} 是音频或视频，不是文档。',
    en: '{name} is sound or video, not a document.',
  },
  'other-archive': {
    zh: '{name} 是 {kind} 压缩包，不能读。解压后导入文件夹，或改用 zip。',
    en: '{name} is a {kind} archive, which cannot be read. Unpack it and import the folder, or use zip.',
  },
  program: {
    zh: '{name} 是程序，不是文档，未读取。',
    en: '{name} is a program, not a document; it was not read.',
  },
  'compression-method': {
    zh: '{name} 在压缩包里用了不能读的压缩方法（{method}）。解压后再导入。',
    en: '{name} is packed by a method ({method}) that cannot be read. Unpack it and import the file itself.',
  },
  binary: {
    zh: '{name} 不是文字，也不是认得的文档格式。需要原来的 Word 文件。',
    en: '{name} is neither text nor a known document format. The original Word file is needed.',
  },
  // not-a-report
  'empty-archive': {
    zh: '压缩包 {name} 里没有文件。',
    en: 'The archive {name} has no files.',
  },
  'no-page': {
    zh: '网页存档 {name} 里没有网页，未导入。在浏览器中重新保存网页，再导入。',
    en: 'The web archive {name} has no page in it; it was not imported. Save the page again and import that.',
  },
  'no-statutory-content': {
    zh: '{name} 里没有找到年报的表，也没有年报的标题，不像政府信息公开工作年度报告，未导入。',
    en: '{name} has neither the tables nor the headings of an annual report on government information disclosure; it was not imported.',
  },
  'only-hidden-sheets': {
    zh: '{name} 里有内容的工作表（{sheets}）都是隐藏的，未读。先取消隐藏再导入。',
    en: 'Every sheet of {name} that holds anything ({sheets}) is hidden; none was read. Unhide the report and import the file again.',
  },
  'only-pictures': {
    zh: '{name} 里只有图片，没有文字和表格，可能是扫描件。需要原来的 Word 文件。',
    en: '{name} holds pictures only, no text and no tables; it may be a scan. The original Word file is needed.',
  },
  // blank-form
  'blank-form': {
    zh: '{name} 是空白表，没有数，也没有机关和年份，未导入。',
    en: '{name} is a blank form without figures, agency or year; it was not imported.',
  },
  // old-form
  'old-form': {
    zh: '{name} 是 {year} 年的旧表，没有可比的项目，未导入。',
    en: '{name} is the {year} form; it has no comparable items and was not imported.',
  },
  'old-form-undated': {
    zh: '{name} 是 2019 年以前的旧表，没有可比的项目，未导入。',
    en: '{name} is on a form from before 2019; it has no comparable items and was not imported.',
  },
} as const satisfies Readonly<Record<string, Label>>

type FileErrorReason = keyof typeof FILE_ERROR_TEXTS

const UNKNOWN: Label = {
  zh: '{name} 没有得到年报（{reason}）。',
  en: '{name} gave no report ({reason}).',
}

/** Says in one plain sentence or two why a file gave no report and what to do; the name is the last part of its path. */
export function fileErrorText(error: FileError, language: Language): string {
  const name = error.file.slice(error.file.lastIndexOf('/') + 1)
  const text = Object.hasOwn(FILE_ERROR_TEXTS, error.reason)
    ? FILE_ERROR_TEXTS[error.reason as FileErrorReason]
    : UNKNOWN
  return fill(text, { ...error.params, name, reason: error.reason }, language)
}
