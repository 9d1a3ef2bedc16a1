/** Switches of figures, as their controls have them. */
export const switches = {
  as: { legend: '百分比或件数', percent: '百分比', count: '件数' },
  at: '单看',
  change: { legend: '较上年怎样比', comparable: '可比', all: '全部' },
  every: { whole: '展开全部', folded: '只看首尾' },
  figure: '指标',
  least: '最小 n',
  reasons: { legend: '哪一类结果的理由' },
}
