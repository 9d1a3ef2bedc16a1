export const definitions = {
  title: '口径',
}
