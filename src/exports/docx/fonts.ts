/** The typefaces of official documents (GB/T 9704—2012), and Times New Roman for figures and Latin letters. */
export const FONTS = {
  title: '方正小标宋简体',
  heading: '黑体',
  subheading: '楷体',
  body: '仿宋',
  page: '宋体',
  latin: 'Times New Roman',
} as const

/** What stands in where a machine lacks a typeface, in order: names that other systems have for the same design, then one that is everywhere. */
const STAND_INS: Readonly<Record<string, readonly string[]>> = {
  [FONTS.title]: ['方正小标宋_GBK', 'FZXiaoBiaoSong-B05S', '华文中宋', '宋体'],
  [FONTS.heading]: ['SimHei', '华文黑体', 'STHeiti', 'Noto Sans CJK SC'],
  [FONTS.subheading]: ['楷体_GB2312', 'KaiTi', '华文楷体', 'STKaiti'],
  [FONTS.body]: ['仿宋_GB2312', 'FangSong', '华文仿宋', 'STFangsong', 'Noto Serif CJK SC'],
  [FONTS.page]: ['SimSun', '华文宋体', 'STSong', 'Noto Serif CJK SC'],
}

const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const GB2312 = '86'

/** `word/fontTable.xml`: every typeface with its stand-ins (ISO/IEC 29500-1, 17.8.3.1), so that Word and WPS replace it by its like. */
export function fontTable(): string {
  const fonts = Object.entries(STAND_INS).map(
    ([name, others]) =>
      `<w:font w:name="${name}"><w:altName w:val="${others.join(',')}"/><w:charset w:val="${GB2312}"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`,
  )
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="${NAMESPACE}">${fonts.join('')}</w:fonts>`
}
