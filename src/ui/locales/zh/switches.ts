/** Switches of figures, as their controls have them. */
export const switches = {
  as: { legend: '百分比或件数', percent: '百分比', count: '件数' },
  at: '所看年份',
  change: { legend: '与上年比较的口径', comparable: '可比', all: '全部' },
  by: { legend: '增减的分解', agency: '按机关', outcome: '按结果' },
  from: '对比年份',
  on: { label: '突出', none: '未选' },
  peers: {
    label: '同类',
    all: '全部机关',
    kind: '同类别',
    level: '同层级',
    system: '同系统',
    region: '同地区',
    volume: '件数相近',
  },
  every: { whole: '展开全部', folded: '只看首尾' },
  figure: '指标',
  least: '最小 n',
  reasons: { legend: '哪一类结果的理由' },
}
