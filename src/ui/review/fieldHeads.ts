const JOINTS = ['·', ': ', ', '] as const

/** What tells labels of cells apart, for where several stand side by side: all that stand in one row without the row, in any order. */
export function fieldHeads(labels: readonly string[]): readonly string[] {
  const [first = '', ...others] = labels
  let common = first.length
  for (const other of others) while (!other.startsWith(first.slice(0, common))) common--
  const cut = Math.max(0, ...JOINTS.map((joint) => afterLast(first.slice(0, common), joint)))
  return others.length === 0 ? labels : labels.map((label) => label.slice(cut))
}

function afterLast(text: string, joint: string): number {
  const at = text.lastIndexOf(joint)
  return at < 0 ? 0 : at + joint.length
}
