export const charts = {
  title: '图',
}
