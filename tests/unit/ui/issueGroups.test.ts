import { describe, expect, it } from 'vitest'
import type { FieldId } from '@/form/fields'
import { issueOf } from '@/report/issues'
import { groupIssues } from '@/ui/issueGroups'

const number = (field: FieldId, raw: string) => issueOf('number-repaired', [field], { table: 2 }, { raw, value: 1 })
const COLUMNS = ['natural', 'business', 'research', 'nonprofit'] as const
const [a, b, c, d] = COLUMNS.map((column, index) => number(`requests.received.${column}` as FieldId, String(index)))
const other = issueOf('row-extra', [], { table: 2 }, { read: 'x' })
const elsewhere = number('review.upheld', '9')

describe('issues of one kind in one table, in Node', () => {
  it('are one group where the first of them stands, each still in it; one of another table stands alone', () => {
    const all = [a, other, b, elsewhere, c, d].flatMap((issue) => issue ?? [])
    const groups = groupIssues(all)
    expect(groups.map(({ issues }) => issues.length)).toEqual([4, 1, 1])
    expect(groups[0]?.issues).toEqual([a, b, c, d])
    expect(new Set(groups.flatMap(({ issues }) => issues))).toEqual(new Set(all))
    expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length)
  })

  it('stay apart where they are only two', () => {
    const pair = [a, b].flatMap((issue) => issue ?? [])
    expect(groupIssues(pair).map(({ first }) => first)).toEqual(pair)
  })
})
