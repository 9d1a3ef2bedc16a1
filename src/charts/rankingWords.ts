import type { Figure } from '../cube/query'
import type { Label } from '../form/version'
import { isFirm } from './comparison'
import { shownPercent, valueLabel } from './numbers'
import type { FigureUnit } from './numbers'
import type { Ranking, RankedAgency } from './ranked'
import { fewBeside } from './readingN'
import { highestOf, tiedNames, tiedText } from './ties'
import { both } from './words'

/** Highest, lowest and median of a ranking; of those that both years have, how many rose, and who most either way. */
export function rankingReadings({ ranked, unit, median, leastN, year }: Ranking): Label[] {
  const [first, last] = [ranked[0], ranked.at(-1)]
  if (!first || !last) return [both('没有可以排名的机关。', 'No agency can be ranked.')]
  const said = (value: number | null, ...figures: (Figure | undefined)[]): Label => {
    const [own, n] = [valueLabel(value, unit), fewBeside(figures, unit)]
    return both(own.zh + n.zh, own.en + n.en)
  }
  const sharing = ({ value: of }: RankedAgency) => ranked.filter(({ value }) => value === of)
  const at = (agency: RankedAgency): Label => tiedNames(sharing(agency).map(({ name }) => both(name, name)))
  const worth = (agency: RankedAgency): Label => said(agency.value, ...sharing(agency).map(({ figure }) => figure))
  const count = String(ranked.length)
  const readings = [
    ranked.length === 1
      ? both(
          `可以排名的只有${first.name}，${worth(first).zh}。`,
          `Only ${first.name} can be ranked, at ${worth(first).en}.`,
        )
      : first.value === last.value
        ? both(`${count} 个机关都是 ${worth(first).zh}。`, `All ${count} agencies stand at ${worth(first).en}.`)
        : both(
            `${count} 个机关中最高为${at(first).zh} ${worth(first).zh}，最低为${at(last).zh} ${worth(last).zh}，中位数 ${said(median).zh}。`,
            `Of ${count} agencies the highest is ${at(first).en} at ${worth(first).en}, the lowest ${at(last).en} at ${worth(last).en}; median ${said(median).en}.`,
          ),
  ]
  const moved = ranked.flatMap((agency) => moveOf(agency, unit, leastN))
  const [up, down] = [moved.filter(({ by }) => by > 0), moved.filter(({ by }) => by < 0)]
  if (moved.length < 2) return readings
  const same = moved.length - up.length - down.length
  const way = ({ name, from, to, before, figure }: Move): Label => {
    const [then, now] = [said(from, before), said(to, figure)]
    return both(`${name}，由 ${then.zh} 到 ${now.zh}`, `${name}, from ${then.en} to ${now.en}`)
  }
  const [most, least] = [
    tiedText(highestOf(up, ({ by }) => by).map(way)),
    tiedText(highestOf(down, ({ by }) => -by).map(way)),
  ]
  return [
    ...readings,
    both(
      `与 ${String(year - 1)} 年可比的 ${String(moved.length)} 个机关，${String(up.length)} 个上升，${String(down.length)} 个下降${same === 0 ? '' : `，${String(same)} 个不变`}。`,
      `Of the ${String(moved.length)} comparable with ${String(year - 1)}, ${String(up.length)} rose, ${String(down.length)} fell${same === 0 ? '' : `, ${String(same)} stayed`}.`,
    ),
    ...(up.length > 0 ? [both(`升得最多：${most.zh}。`, `Rose most: ${most.en}.`)] : []),
    ...(down.length > 0 ? [both(`降得最多：${least.zh}。`, `Fell most: ${least.en}.`)] : []),
  ]
}

interface Move extends Pick<RankedAgency, 'name' | 'figure' | 'before'> {
  readonly from: number
  readonly to: number
  /** Between shown values, so that the page foots. */
  readonly by: number
}

function moveOf({ name, value, figure, before }: RankedAgency, unit: FigureUnit, leastN: number): Move[] {
  const from = before?.value
  if (from == null || !isFirm(before, unit, leastN)) return []
  const by = unit === 'ratio' ? shownPercent(value) - shownPercent(from) : value - from
  return [{ name, figure, before, from, to: value, by }]
}
