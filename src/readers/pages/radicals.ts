/** Radicals that Unicode does not decompose, each with the character that it looks like: fonts share their glyphs. */
const RADICALS = new Map(
  Array.from(
    '⺁厂⺇几⺉刂⺌小⺎兀⺏尢⺒巳⺓幺⺔彐⺙攵⺛无⺝月⺟母⺠民⺢水⺣火⺦丬⺩王⺫罒⺬示⺭礻⺮竹⺰纟⺱罓⺷羊⺻聿⺼肉⺾艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻊足⻋车⻌辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻘青⻙韦⻚页⻛风⻜飞⻝食⻟饣⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻭歯⻮齿⻯竜⻰龙⻳龟'.matchAll(
      /(.)(.)/gu,
    ),
    ([, radical = '', character = '']): [string, string] => [radical, character],
  ),
)
/** Dashes that a font draws in one stroke. */
const DASHES = new Map([
  ['\u2e3a', '——'],
  ['\u2e3b', '———'],
])

/** Text with the characters that its radicals, compatibility forms and ligatures stand for. */
export function plainCharacters(text: string): string {
  if (!/[\u2e3a-\u2fdf\uf900-\ufb06]/u.test(text)) return text
  return Array.from(text, (character) => RADICALS.get(character) ?? DASHES.get(character) ?? character)
    .join('')
    .normalize('NFKC')
}
