/** Heights of labels beside points so that none stands on another: `gap` apart, together as near as can be to where they are wanted, between `from` and `to` as long as they fit. In the order given. */
export function spreadLabels(wanted: readonly number[], gap: number, from: number, to: number): number[] {
  const order = wanted.map((_, at) => at).sort((one, other) => (wanted[one] ?? 0) - (wanted[other] ?? 0))
  // Runs of labels that touch, each around the middle of what its labels want.
  const runs: { members: number[]; sum: number }[] = []
  const topOf = ({ members, sum }: (typeof runs)[number]): number =>
    clamp(sum / members.length, from, Math.max(from, to - gap * (members.length - 1)))
  for (const at of order) {
    let run = { members: [at], sum: wanted[at] ?? 0 }
    for (
      let above = runs.at(-1);
      above && topOf(above) + gap * above.members.length > topOf(run);
      above = runs.at(-1)
    ) {
      runs.pop()
      run = {
        members: [...above.members, ...run.members],
        sum: above.sum + run.sum - gap * above.members.length * run.members.length,
      }
    }
    runs.push(run)
  }
  const placed = [...wanted]
  for (const run of runs)
    run.members.forEach((at, index) => {
      placed[at] = topOf(run) + gap * index
    })
  return placed
}

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most)
