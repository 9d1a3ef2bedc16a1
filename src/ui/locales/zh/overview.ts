export const overview = {
  title: '总览',
  yearOnly: '{year} 年',
  change: {
    on: '较上年',
    predecessors: '，其中 {n} 个的上年数是其前身的',
    comparableWords: '较上年按两年都有数的 {compared} 个机关（可比口径），未计 {n} 个',
    inError: '两年中有一年的数所依据的年报有未处理的错误',
    allWords: '较上年按全部年报，不限两年都有数的机关',
  },
  noReports: '所选范围内没有年报。放宽年份或机关可以看到图。',
  failed: '数据读不出：{message}',
}
