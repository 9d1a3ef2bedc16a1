export const agencies = {
  title: '机关',
}
