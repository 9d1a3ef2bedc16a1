import type { Figure } from '../cube/query'
import type { Label } from '../form/version'
import { isFirm } from './comparison'
import { counted } from './counted'
import { amountLabel, shownDifference } from './numbers'
import { changeText, farthestText, movedText } from './rateChange'
import type { Ranking, RankedAgency } from './ranked'
import { nOfEach, nOfSharing } from './readingN'
import { looksAhead } from './told'
import type { Told } from './told'
import { highestOf, tiedNames, tiedText } from './ties'
import { beforeWords, both } from './words'

/** Highest, lowest and median of a ranking; of those that both years have, how many rose, and who most either way. */
export function rankingReadings(ranking: Ranking): Label[] {
  const { ranked, unit, median } = ranking
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
  const moved = ranked.flatMap((agency) => moveOf(agency, ranking))
  const [up, down] = [moved.filter(({ by }) => by > 0), moved.filter(({ by }) => by < 0)]
  if (moved.length < 2) return readings
  const which = comparedWords(ranking, moved.length)
  const sides = movedText(up.length, down.length, moved.length - up.length - down.length, unit)
  const way = ({ name, from, to }: Move): Label => {
    const [then, now] = [amountLabel(from.value, unit), amountLabel(to.value, unit)]
    const [n, change] = [nOfEach([from.figure, to.figure], unit), changeText(from.value, to.value, unit)]
    return both(
      `${name}，由 ${beforeWords(then.zh)}到 ${now.zh}${n.zh}，${change.zh}`,
      `${name}, from ${then.en} to ${now.en}${n.en}, ${change.en}`,
    )
  }
  return [
    ...readings,
    both(`${which.zh}中，${sides.zh}。`, `${which.en}, ${sides.en}.`),
    ...(up.length > 0 ? [farthestText('up', unit, tiedText(highestOf(up, ({ by }) => by).map(way)))] : []),
    ...(down.length > 0 ? [farthestText('down', unit, tiedText(highestOf(down, ({ by }) => -by).map(way)))] : []),
  ]
}

/** Which agencies are compared: with the year before, or on the way to a later one. */
function comparedWords(told: Told, agencies: number): Label {
  const [year, against] = [String(told.year), String(told.against)]
  const count = both(`${String(agencies)} 个机关`, counted(agencies, 'agency'))
  return looksAhead(told)
    ? both(
        `由 ${year} 年到 ${against} 年可比的 ${count.zh}`,
        `Of the ${count.en} comparable from ${year} to ${against}`,
      )
    : both(`与 ${against} 年可比的 ${count.zh}`, `Of the ${count.en} comparable with ${against}`)
}

interface Move {
  readonly name: string
  /** Of the earlier year and the later one, whichever of them is told. */
  readonly from: Pick<RankedAgency, 'figure' | 'value'>
  readonly to: Pick<RankedAgency, 'figure' | 'value'>
  /** Between shown values, so that the page foots. */
  readonly by: number
}

function moveOf({ name, value, figure, before }: RankedAgency, { unit, leastN, ...told }: Ranking): Move[] {
  if (before?.value == null || !isFirm(before, unit, leastN)) return []
  const [now, other] = [
    { figure, value },
    { figure: before, value: before.value },
  ]
  const [from, to] = looksAhead(told) ? [now, other] : [other, now]
  return [{ name, from, to, by: shownDifference(from.value, to.value, unit) }]
}
