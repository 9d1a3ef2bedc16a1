/** Views kept under a name. */
export const views = {
  title: '视图',
  keep: '把现在的页面、筛选和选择存为视图',
  name: '名称',
  save: '存下',
  none: '还没有存下的视图。',
  start: '开始时打开',
  isStart: '✓ 开始时打开',
  remove: '删去',
  removeOne: '删去视图“{name}”',
}
