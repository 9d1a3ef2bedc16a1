import { fieldOf } from '@/form/fields'
import type { Issue } from '@/report/report'

/** As many of one kind that they are looked at together. */
const LEAST = 3

/** Issues of one kind in one table that are shown as one, or a single issue. */
export interface IssueGroup<T extends Issue> {
  readonly key: string
  /** The one that stands for all. */
  readonly first: T
  /** In the order in which they were given. */
  readonly issues: readonly T[]
}

/** Issues with those of one kind in one table together, from three on; groups in the order of their first. */
export function groupIssues<T extends Issue>(issues: readonly T[]): IssueGroup<T>[] {
  const groups = new Map<string, T[]>()
  for (const issue of issues) {
    const key = kindOf(issue)
    groups.set(key, [...(groups.get(key) ?? []), issue])
  }
  const made: IssueGroup<T>[] = []
  for (const [index, issue] of issues.entries()) {
    const own = groups.get(kindOf(issue)) ?? []
    if (own.length < LEAST) made.push({ key: String(index), first: issue, issues: [issue] })
    else if (own[0] === issue) made.push({ key: kindOf(issue), first: issue, issues: own })
  }
  return made
}

function kindOf({ code, severity, fields: [field], place }: Issue): string {
  return `${code} ${severity} ${field === undefined ? String(place.table ?? '') : fieldOf(field).table}`
}
