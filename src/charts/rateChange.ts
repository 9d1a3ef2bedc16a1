import type { Figure } from '../cube/query'
import type { Label } from '../form/version'
import { isFirm } from './comparison'
import { amountLabel, numberText, shownDifference, valueLabel } from './numbers'
import type { FigureUnit } from './numbers'
import { casesOf, nBeside } from './readingN'
import { both } from './words'

/** A value with what it counts; of a rate with its n, and on fewer cases than asked its cases of its n instead of a percentage. */
export function firmText(figure: Figure, unit: FigureUnit, leastN: number): Label {
  if (!isFirm(figure, unit, leastN)) return casesOf(figure) ?? valueLabel(figure.value, unit)
  const [value, n] = [amountLabel(figure.value, unit), nBeside(figure, unit)]
  return both(value.zh + n.zh, value.en + n.en)
}

/** Why two rates are not told to rise or fall. */
export const tooSmall = (leastN: number): Label =>
  both(
    `n 小（不足 ${String(leastN)}），不作升降比较`,
    `n below ${String(leastN)}, too small to call it a rise or a fall`,
  )

/** What lies between two values, from shown to shown: of rates the points, of counts the cases. */
export function changeText(from: number, to: number, unit: FigureUnit): Label {
  const by = shownDifference(from, to, unit)
  const digits = unit === 'ratio' ? ([1, 1] as const) : ([0, 2] as const)
  const [zh, en] = [numberText(Math.abs(by), 'zh', ...digits), numberText(Math.abs(by), 'en', ...digits)]
  if (!/[1-9]/u.test(zh)) return both('持平', 'unchanged')
  const way = by > 0 ? both(unit === 'ratio' ? '升' : '增', 'up') : both(unit === 'ratio' ? '降' : '减', 'down')
  const units: Readonly<Record<FigureUnit, Label>> = {
    ratio: both(' 个百分点', zh === '1.0' ? ' percentage point' : ' percentage points'),
    count: both(' 件', ''),
    signedCount: both(' 件', ''),
    money: both(' 万元', ''),
  }
  return both(`${way.zh} ${zh}${units[unit].zh}`, `${way.en} ${en}${units[unit].en}`)
}

/** What several did, by how many each way; none is not spoken of. */
export function movedText(up: number, down: number, same: number, unit: FigureUnit): Label {
  const [rise, fall] = unit === 'ratio' ? ['上升', '下降'] : ['增加', '减少']
  const sides = [
    { count: up, zh: rise, en: 'rose' },
    { count: down, zh: fall, en: 'fell' },
    { count: same, zh: '持平', en: 'did not change' },
  ].filter(({ count }) => count > 0)
  return both(
    sides.map(({ count, zh }) => `${numberText(count, 'zh')} 个${zh}`).join('，'),
    sides.map(({ count, en }) => `${numberText(count, 'en')} ${en}`).join(', '),
  )
}

/** The farthest of several, either way. */
export function farthestText(way: 'up' | 'down', unit: FigureUnit, who: Label): Label {
  const [rise, fall] = unit === 'ratio' ? ['升幅最大', '降幅最大'] : ['增加最多', '减少最多']
  return both(`${way === 'up' ? rise : fall}：${who.zh}。`, `Largest ${way === 'up' ? 'rise' : 'fall'}: ${who.en}.`)
}
