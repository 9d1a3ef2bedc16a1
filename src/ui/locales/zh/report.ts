export const report = {
  title: '年报',
}
