import type { Figure } from '../cube/query'
import type { Label } from '../form/version'
import { isFirm } from './comparison'
import { shownPercent, valueLabel } from './numbers'
import type { Ranking, RankedAgency } from './ranked'
import { fewBeside } from './readingN'
import { looksAhead } from './told'
import type { Told } from './told'
import { highestOf, tiedNames, tiedText } from './ties'
import { both } from './words'

/** Highest, lowest and median of a ranking; of those that both years have, how many rose, and who most either way. */
export function rankingReadings(ranking: Ranking): Label[] {
  const { ranked, unit, median } = ranking
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
  const moved = ranked.flatMap((agency) => moveOf(agency, ranking))
  const [up, down] = [moved.filter(({ by }) => by > 0), moved.filter(({ by }) => by < 0)]
  if (moved.length < 2) return readings
  const which = comparedWords(ranking, moved.length)
  const same = moved.length - up.length - down.length
  const way = ({ name, from, to }: Move): Label => {
    const [then, now] = [said(from.value, from), said(to.value, to)]
    return both(`${name}，由 ${then.zh} 到 ${now.zh}`, `${name}, from ${then.en} to ${now.en}`)
  }
  const [most, least] = [
    tiedText(highestOf(up, ({ by }) => by).map(way)),
    tiedText(highestOf(down, ({ by }) => -by).map(way)),
  ]
  return [
    ...readings,
    both(
      `${which.zh}，${String(up.length)} 个上升，${String(down.length)} 个下降${same === 0 ? '' : `，${String(same)} 个不变`}。`,
      `${which.en}, ${String(up.length)} rose, ${String(down.length)} fell${same === 0 ? '' : `, ${String(same)} stayed`}.`,
    ),
    ...(up.length > 0 ? [both(`升得最多：${most.zh}。`, `Rose most: ${most.en}.`)] : []),
    ...(down.length > 0 ? [both(`降得最多：${least.zh}。`, `Fell most: ${least.en}.`)] : []),
  ]
}

/** Which agencies are compared: with the year before, or on the way to a later one. */
function comparedWords(told: Told, agencies: number): Label {
  const [year, against, count] = [String(told.year), String(told.against), String(agencies)]
  return looksAhead(told)
    ? both(
        `由 ${year} 年到 ${against} 年可比的 ${count} 个机关`,
        `Of the ${count} comparable from ${year} to ${against}`,
      )
    : both(`与 ${against} 年可比的 ${count} 个机关`, `Of the ${count} comparable with ${against}`)
}

interface Move {
  readonly name: string
  /** Of the earlier year and the later one, whichever of them is told. */
  readonly from: Figure
  readonly to: Figure
  /** Between shown values, so that the page foots. */
  readonly by: number
}

function moveOf({ name, figure, before }: RankedAgency, { unit, leastN, ...told }: Ranking): Move[] {
  if (before?.value == null || figure.value === null || !isFirm(before, unit, leastN)) return []
  const [from, to] = looksAhead(told) ? [figure, before] : [before, figure]
  const shown = ({ value }: Figure): number => (unit === 'ratio' ? shownPercent(value ?? 0) : (value ?? 0))
  return [{ name, from, to, by: shown(to) - shown(from) }]
}
