export const compare = {
  title: '对比',
}
