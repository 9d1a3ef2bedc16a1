/** A source document beside what was read from it. */
export const source = {
  page: '原件第 {page} 页，共 {pages} 页',
  failed: {
    browser: '这个浏览器版本太旧，不能显示 PDF 页面。请更新浏览器，或用其他程序打开原件对照。',
    password: '这份 PDF 有打开密码，不能显示。',
    unreadable: '这份 PDF 已损坏，打不开，不能显示。',
    'no-page': '这份 PDF 没有这一页。',
    drawing: '这一页画不出来。请用其他程序打开原件对照。',
  },
  title: '原件',
  table: '原件的第 {table} 个表',
  rowsAbove: '上面还有 {n} 行',
  rowsBelow: '下面还有 {n} 行',
  folded: '略去 {lines} 段文字、{tables} 个表，点开看',
  reading: '正在重读原件',
  absent:
    '没有保留这份原件的副本。可以把同一个文件（或含它的压缩包）再给一次，字节相同才用；不给，就看下面识读时记下的各格原文。',
  give: '再给一次原件',
  other: '这个文件与导入的那份字节不同，没有用。要的是：{file}。',
  cannotRead: '原件读不出来，下面是识读时记下的各格原文。',
  broken: '重读原件的程序停了（{message}）。下面是识读时记下的各格原文。',
  pageBefore: '上一页',
  pageAfter: '下一页',
  raw: '原文',
  cell: '格',
  place: '位置',
  blank: '（空）',
}
