import type { Group } from '../cube/query'
import { yearOf } from './basis'
import type { ChartContext } from './chart'
import { COLOURS } from './colours'
import { rowInError } from './notes'
import { numberText, shownPercent, textWidth, valueText } from './numbers'
import type { Place } from './places'
import { drawKey, drawNames, keyLines, NAMES_HEIGHT, placeNames } from './segmentLabels'
import { colour, onFill } from './sets'
import { drawnFigure } from './shareSets'
import type { ShareMember, ShareMode, ShareSet } from './shareSets'
import { Sketch } from './sketch'
import { GAP_LABELS, gapOf, isHatched } from './table'
import { toneOfYear } from './told'
import { BARE_AXIS, baseOption, gridOf } from './theme'
import { crossesForm } from './volumes'

const ROW = 31
const BAR = 21
const YEAR_WIDTH = 44
const BELOW = 4
/** Narrower than this, names do not fit over their segments and a key in up to three lines stands above. */
const WITH_KEY = 470
const KEY_HEIGHT = 64

export const sharesHeight = (rows: number, width: number): number =>
  (width < WITH_KEY ? KEY_HEIGHT : NAMES_HEIGHT) + rows * ROW + BELOW

const amountOf = (group: Group, member: ShareMember, mode: ShareMode): number =>
  drawnFigure(group, member, mode)?.value ?? 0

/** Where rows, bars and names stand. */
function layoutOf(groups: readonly Group[], set: ShareSet, mode: ShareMode, sketch: Sketch, context: ChartContext) {
  const { language } = context
  const value = (group: Group, member: ShareMember): number => amountOf(group, member, mode)
  const lengths = groups.map((group) => set.members.reduce((sum, member) => sum + value(group, member), 0))
  const most = Math.max(mode === 'percent' ? 1 : 0, ...lengths) || 1
  const counts = groups.map((group) => valueText(group.figures[set.total]?.value ?? null, 'count', language))
  const side = sketch.px(22) + Math.max(...counts.map((count) => textWidth(`n ${count}`, sketch.px(12))), sketch.px(30))
  const left = sketch.px(YEAR_WIDTH)
  const width = context.width - left - side
  const at = (amount: number): number => left + (amount / most) * width

  const first = groups.find((group) => set.members.some((member) => value(group, member) > 0))
  let from = 0
  const names = set.members.map((member) => {
    const start = from
    from += first ? value(first, member) : 0
    return { text: member.label[language], from: at(start), to: at(from) }
  })
  const key = set.members.map((member) => ({ text: member.label[language], fill: colour(context.theme, member.fill) }))
  const placed = context.width / context.scale < WITH_KEY ? null : placeNames(names, left, context.width, sketch.px(12))
  const top = placed ? sketch.px(NAMES_HEIGHT) : Math.max(sketch.px(20) * keyLines(key, context) + sketch.px(4), 0)
  const row = (context.height - top - sketch.px(BELOW)) / Math.max(1, groups.length)
  const bar = Math.min(row * (BAR / ROW), sketch.px(34))
  return { counts, most, left, width, at, key, placed, top, row, bar }
}

/** Rows of years, and in each its segments. */
export function sharesPlaces(
  groups: readonly Group[],
  set: ShareSet,
  mode: ShareMode,
  context: ChartContext,
): readonly Place[] {
  const sketch = new Sketch(context)
  const { at, top, row, bar } = layoutOf(groups, set, mode, sketch, context)
  return groups.flatMap((group, index) => {
    const year = yearOf(group)
    const y = top + row * index
    let start = 0
    const segments = set.members.flatMap((member): Place[] => {
      const amount = amountOf(group, member, mode)
      const x = at(start)
      start += amount
      const box = { x, y: y + (row - bar) / 2, width: at(start) - x, height: bar }
      // Over the bar: within it stands the value.
      const sign = [box.x + box.width - sketch.px(6), box.y - sketch.px(1)] as const
      return amount > 0
        ? [{ mark: { year, part: member.id }, box, sign, figure: mode === 'percent' ? member.rate : member.measure }]
        : []
    })
    const box = { x: 0, y, width: context.width, height: row }
    // After the mark of an error.
    return [
      { mark: { year }, box, figure: set.total, sign: [sketch.px(38), y + row / 2 - sketch.px(5)] as const },
      ...segments,
    ]
  })
}

/** Bars of parts, one a year, the newest on top; names over the first bar, values in the segments, n at the right. */
export function drawShares(
  groups: readonly Group[],
  set: ShareSet,
  mode: ShareMode,
  context: ChartContext,
  asked: number | null = null,
) {
  const sketch = new Sketch(context)
  const { language } = context
  const layout = layoutOf(groups, set, mode, sketch, context)
  const { counts, most, left, width, at, key, placed, top, row, bar } = layout
  if (placed) drawNames(sketch, placed, top + (row - bar) / 2)
  else drawKey(sketch, key, context)

  groups.forEach((group, index) => {
    const y = top + row * (index + 0.5)
    const figures = set.members.map((member) => drawnFigure(group, member, mode))
    sketch.text(0, y, String(yearOf(group)), { size: 13, colour: 'ink', ...toneOfYear(yearOf(group), asked) })
    if (rowInError([...figures, group.figures[set.total]])) sketch.errorMark(sketch.px(31), y - sketch.px(4))
    if (index > 0 && crossesForm(group, groups[index - 1] ?? group))
      sketch.line(
        [
          [0, y - row / 2],
          [context.width, y - row / 2],
        ],
        'control',
        1,
        [3, 3],
      )
    if (figures.every((figure) => figure?.value == null)) {
      const gap = group.reports === 0 ? 'missing' : gapOf(figures[0])
      const box = { x: left, y: y - bar / 2, width: sketch.px(64), height: bar }
      if (gap === 'missing') sketch.framed(box)
      else if (isHatched(gap)) sketch.hatched(box)
      sketch.text(left + sketch.px(72), y, GAP_LABELS[gap][language])
      return
    }
    let start = 0
    for (const [position, member] of set.members.entries()) {
      const amount = amountOf(group, member, mode)
      const room = at(start + amount) - at(start)
      const text = mode === 'percent' ? numberText(shownPercent(amount), language, 1) : numberText(amount, language)
      if (amount > 0 && room > textWidth(text, sketch.px(12)) + sketch.px(4))
        sketch.text((at(start) + at(start + amount)) / 2, y, text, {
          align: 'center',
          weight: position === 0 ? 600 : 400,
          fill: onFill(context.theme, member.fill),
          ground: colour(context.theme, member.fill),
        })
      start += amount
    }
    const total = counts[index] ?? ''
    if (mode === 'percent') sketch.text(context.width, y, `n ${total}`, { align: 'right', colour: 'ink3' })
    else sketch.text(at(start) + sketch.px(6), y, total, { size: 13, weight: 600, colour: 'ink' })
  })

  const base = baseOption(context)
  const series = set.members.map((member) => ({
    type: 'bar',
    stack: 'parts',
    name: member.label[language],
    barWidth: bar,
    emphasis: { disabled: true },
    itemStyle: {
      color: colour(context.theme, member.fill),
      borderColor: COLOURS[context.theme].paper,
      borderWidth: Math.max(1, context.scale),
      ...(context.decals && member.decal && { decal: { ...member.decal, color: onFill(context.theme, member.fill) } }),
    },
    data: groups.map((group) => drawnFigure(group, member, mode)?.value ?? null),
  }))
  return {
    ...base,
    tooltip: {
      ...base.tooltip,
      trigger: 'item' as const,
      formatter: ({ dataIndex, seriesIndex }: { dataIndex: number; seriesIndex: number }) => {
        const group = groups[dataIndex]
        const member = set.members[seriesIndex]
        if (!group || !member) return ''
        const share = group.figures[member.rate]
        const count = valueText(group.figures[member.measure]?.value ?? null, 'count', language)
        return [
          `${String(yearOf(group))} ${member.label[language]}`,
          `${count} · ${valueText(share?.value ?? null, 'ratio', language)}% · n ${valueText(share?.denominator ?? null, 'count', language)}`,
        ].join('\n')
      },
    },
    grid: gridOf({ x: left, y: top, width, height: row * groups.length }),
    xAxis: { type: 'value', min: 0, max: most, ...BARE_AXIS },
    yAxis: { type: 'category', inverse: true, data: groups.map((group) => String(yearOf(group))), ...BARE_AXIS },
    series,
    graphic: { elements: sketch.elements },
  }
}
