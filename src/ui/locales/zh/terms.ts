/** Words of the field that several pages use. */
export const terms = {
  year: '年份',
  region: '区域',
  kind: '类别',
  level: '层级',
  system: '系统',
  agency: '机关',
  scope: '范围',
  scopes: {
    own: '本机关',
    summed: '本级汇总',
  },
  severities: {
    error: '误',
    warning: '疑',
    info: '注',
  },
  states: {
    printed: '照录',
    repaired: '修',
    inferred: '推',
    corrected: '改',
    blank: '空白',
    unread: '未读出',
    missing: '未报',
  },
  vouched: '已核',
  vouchedSign: '核',
  units: {
    count: '件',
    signedCount: '件',
    money: '万元',
    percent: '%',
  },
  formVersions: {
    '2019': '2019 版表式',
    '2021': '2021 版表式',
  },
}
