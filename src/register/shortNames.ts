/** Whether `short` takes its characters from `long` in order, with the same first and last word: 科信局 of 科学技术和经济信息化局, 发改委 of 发展和改革委员会. */
export function isShortFor(short: string, long: string): boolean {
  if (short.length < 2 || short.length >= long.length || short[0] !== long[0]) return false
  const ending = long.replace(/委员会$/u, '委').replace(/办公室$/u, '办')
  if (short[short.length - 1] !== ending[ending.length - 1]) return false
  let at = 0
  for (const char of ending) if (char === short[at]) at += 1
  return at === short.length
}
