export const letters = {
  title: '整改通知',
  about: '可涉及 {n} 份年报，每份一个 Word 文件；没有问题的不出通知。',
  choice: {
    label: '写入哪些问题',
    confirmed: '只写已确认的',
    errors: '加上未处理的错误',
    warnings: '再加提醒',
  },
  due: '整改期限',
  sender: '发文机关（落款）',
  preamble: '开头，可用 {places}',
  make: '生成',
  default: '恢复默认开头',
  checking: '正在核对全部年报',
  working: '正在写第 {done} 份，共 {of} 份',
  nothing: '没有要写入的问题，未生成文件。',
  done: '已生成 {n} 份，共 {findings} 个问题：{file}',
}
