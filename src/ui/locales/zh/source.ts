export const source = {
  page: '原件第 {page} 页，共 {pages} 页',
  failed: {
    browser: '这个浏览器版本太旧，不能显示 PDF 页面。请更新浏览器，或用其他程序打开原件对照。',
    password: '这份 PDF 有打开密码，不能显示。',
    unreadable: '这份 PDF 已损坏，打不开，不能显示。',
    'no-page': '这份 PDF 没有这一页。',
    drawing: '这一页画不出来。请用其他程序打开原件对照。',
  },
}
