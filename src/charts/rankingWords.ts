import type { Figure } from '../cube/query'
import type { Label } from '../form/version'
import { isFirm } from './comparison'
import { counted } from './counted'
import { amountLabel, shownPercent } from './numbers'
import type { FigureUnit } from './numbers'
import { changeText, farthestText, movedText } from './rateChange'
import type { Ranking, RankedAgency } from './ranked'
import { nOfEach, nOfSharing } from './readingN'
import { highestOf, tiedNames, tiedText } from './ties'
import { beforeWords, both } from './words'

/** Highest, lowest and median of a ranking; of those that both years have, how many rose, and who most either way. */
export function rankingReadings({ ranked, unit, median, leastN, year }: Ranking): Label[] {
  const [first, last] = [ranked[0], ranked.at(-1)]
  if (!first || !last) return [both('没有可以排名的机关。', 'No agency can be ranked.')]
  const said = (value: number | null, ...figures: (Figure | undefined)[]): Label => {
    const [own, n] = [amountLabel(value, unit), nOfSharing(figures, unit)]
    return both(own.zh + n.zh, own.en + n.en)
  }
  const sharing = ({ value: of }: RankedAgency) => ranked.filter(({ value }) => value === of)
  const at = (agency: RankedAgency): Label => tiedNames(sharing(agency).map(({ name }) => both(name, name)))
  const worth = (agency: RankedAgency): Label => said(agency.value, ...sharing(agency).map(({ figure }) => figure))
  const readings = [
    ranked.length === 1
      ? both(
          `可以排名的只有${first.name}，${worth(first).zh}。`,
          `Only ${first.name} can be ranked: ${worth(first).en}.`,
        )
      : first.value === last.value
        ? both(
            `${String(ranked.length)} 个机关都是 ${worth(first).zh}。`,
            `All ${counted(ranked.length, 'agency')} stand at ${worth(first).en}.`,
          )
        : both(
            `${String(ranked.length)} 个机关中，最高的是${at(first).zh}，${worth(first).zh}；最低的是${at(last).zh}，${worth(last).zh}；中位数 ${said(median).zh}。`,
            `Of ${counted(ranked.length, 'agency')}, the highest is ${at(first).en} at ${worth(first).en}, the lowest ${at(last).en} at ${worth(last).en}; the median is ${said(median).en}.`,
          ),
  ]
  const moved = ranked.flatMap((agency) => moveOf(agency, unit, leastN))
  const [up, down] = [moved.filter(({ by }) => by > 0), moved.filter(({ by }) => by < 0)]
  if (moved.length < 2) return readings
  const sides = movedText(up.length, down.length, moved.length - up.length - down.length, unit)
  const way = ({ name, from, to, before, figure }: Move): Label => {
    const [then, now] = [amountLabel(from, unit), amountLabel(to, unit)]
    const [n, change] = [nOfEach([before, figure], unit), changeText(from, to, unit)]
    return both(
      `${name}，由 ${beforeWords(then.zh)}到 ${now.zh}${n.zh}，${change.zh}`,
      `${name}, from ${then.en} to ${now.en}${n.en}, ${change.en}`,
    )
  }
  return [
    ...readings,
    both(
      `与 ${String(year - 1)} 年可比的 ${String(moved.length)} 个机关中，${sides.zh}。`,
      `Of the ${counted(moved.length, 'agency')} comparable with ${String(year - 1)}, ${sides.en}.`,
    ),
    ...(up.length > 0 ? [farthestText('up', unit, tiedText(highestOf(up, ({ by }) => by).map(way)))] : []),
    ...(down.length > 0 ? [farthestText('down', unit, tiedText(highestOf(down, ({ by }) => -by).map(way)))] : []),
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
