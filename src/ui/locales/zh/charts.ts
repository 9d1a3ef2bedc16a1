export const charts = {
  definition: '口径',
  /** Behind the heads of columns of percentages and of differences between them, and behind one such difference. */
  inPercent: '（%）',
  inPoints: '（百分点）',
  points: ' 个百分点',
  allAgencies: '全部机关',
  computing: '正在计算',
  notMade: '文件没有做成：{message}。数据没有改动。',
  states: {
    repaired: '含修复的格：{n} 份年报',
    inferred: '含按勾稽关系推得的格：{n} 份年报',
    corrected: '含人工更正的格：{n} 份年报',
    inError: '含未处理错误中的格：{n} 份年报',
  },
  actions: {
    table: '表格',
    chart: '图',
    png: 'PNG',
    pngTitle: '图片，与页面所见同样，两倍大小',
    svg: 'SVG',
    svgTitle: '矢量图',
    csv: 'CSV',
    csvTitle: '图中数字，Excel 可打开',
    slide: '幻灯片 PNG',
    slideName: '幻灯片',
    slideTitle: '图片，1920×1080',
  },
}
