export const reports = {
  title: '年报',
}
