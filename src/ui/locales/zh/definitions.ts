export const definitions = {
  title: '口径',
  find: '查找',
  group: '类别',
  groups: {
    all: '全部',
    indicators: '指标',
    sums: '合计项',
  },
  count: '{n} 项',
  lead: '指标是合计之比，不是各机关比率的平均；分子、分母缺一格的年报不计入，另列份数。分母为 0 或空白时写“—”。空白不当作 0。本机关与本级汇总从不相加。',
  unknown: '没有编号为“{id}”的口径。',
  linkHere: '此条口径的链接',
  columns: {
    name: '名称与编号',
    formula: '公式',
    place: '表中位置',
    unit: '单位',
    series: '2020｜2021 衔接',
    source: '出处',
  },
}
