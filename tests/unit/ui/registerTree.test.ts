import { describe, expect, test } from 'vitest'
import type { Agency } from '@/register/agency'
import { findDoubts } from '@/register/doubts'
import type { DoubtBasis } from '@/register/doubts'
import { agencyId } from '@/register/names'
import { proposeAgency } from '@/register/propose'
import { NO_REGIONS } from '@/register/regions'
import { yearRuns } from '@/ui/agencies/agencyFacts'
import { needsOf } from '@/ui/agencies/needs'
import { registerTree, treeRows } from '@/ui/agencies/tree'
import type { TreeNode, TreeRow } from '@/ui/agencies/tree'
import { stepFrom } from '@/ui/agencies/treeKeys'

function agency(name: string, more: Partial<Agency> = {}): Agency {
  return { ...proposeAgency(name, NO_REGIONS), id: agencyId(name), edited: [], ...more }
}

const city = agency('临澜市人民政府')
const district = agency('临澜市河西区人民政府', { parent: city.id })
const parts = [
  agency('临澜市财政局', { parent: city.id }),
  district,
  agency('临澜市河西区教育局', { parent: district.id }),
  agency('石门镇人民政府'),
  agency('青河县教育局'),
  agency('国家税务总局临澜市税务局'),
  agency('财政部'),
  city,
]
const open = { isOpen: () => true, wanted: null }
const words = (rows: readonly TreeRow[]): string[] =>
  rows.map(({ node, level }) => {
    const { group, region } = node.agency ? { group: '', region: undefined } : node
    const word = node.agency?.name ?? `[${group}${region === undefined ? '' : ` ${region}`}]`
    return `${'-'.repeat(level - 1)}${word}`
  })

describe('the register as a tree', () => {
  test('puts agencies under who sums them, and the rest under headings, by region where there are several', () => {
    expect(words(treeRows(registerTree(parts), open))).toEqual([
      '临澜市人民政府',
      '-临澜市河西区人民政府',
      '--临澜市河西区教育局',
      '-临澜市财政局',
      '[unplaced]',
      '-[unplaced ]',
      '--石门镇人民政府',
      '-[unplaced 青河县]',
      '--青河县教育局',
      '[vertical]',
      '-国家税务总局临澜市税务局',
      '[national]',
      '-财政部',
    ])
  })

  test('loses nobody, not even those whose parents go round in a circle or are gone', () => {
    const one = agency('临澜市甲局', { id: 'one', parent: 'two' })
    const two = agency('临澜市乙局', { id: 'two', parent: 'one' })
    const orphan = agency('临澜市丙局', { id: 'orphan', parent: 'gone' })
    const rows = treeRows(registerTree([one, two, orphan]), open)
    expect(rows.flatMap(({ node }) => node.agency?.id ?? []).sort()).toEqual(['one', 'orphan', 'two'])
  })

  test('says place, number and fold of each row, and folds', () => {
    const tree = registerTree(parts)
    const rows = treeRows(tree, { isOpen: (node: TreeNode) => node.id === city.id, wanted: null })
    expect(words(rows)).toEqual([
      '临澜市人民政府',
      '-临澜市河西区人民政府',
      '-临澜市财政局',
      '[unplaced]',
      '[vertical]',
      '[national]',
    ])
    expect(rows[0]).toMatchObject({ level: 1, position: 1, among: 4, open: true, below: 3, parent: null })
    expect(rows[1]).toMatchObject({ level: 2, position: 1, among: 2, open: false, below: 1, parent: city.id })
    expect(rows[2]).toMatchObject({ open: null, below: 0 })
  })

  test('keeps the way to what was asked for, as context', () => {
    const wanted = new Set([agencyId('临澜市河西区教育局')])
    const rows = treeRows(registerTree(parts), { isOpen: () => true, wanted })
    expect(rows.map(({ node, context, below }) => [node.agency?.name, context, below])).toEqual([
      ['临澜市人民政府', true, 1],
      ['临澜市河西区人民政府', true, 1],
      ['临澜市河西区教育局', false, 0],
    ])
  })

  test('is walked by the keys of a treegrid', () => {
    const rows = treeRows(registerTree(parts), open)
    const folded = treeRows(registerTree(parts), { isOpen: () => false, wanted: null })
    expect(stepFrom(rows, 0, 'ArrowRight')).toEqual({ what: 'go', to: 1 })
    expect(stepFrom(folded, 0, 'ArrowRight')).toEqual({ what: 'unfold' })
    expect(stepFrom(rows, 1, 'ArrowLeft')).toEqual({ what: 'fold' })
    expect(stepFrom(rows, 2, 'ArrowLeft')).toEqual({ what: 'go', to: 1 })
    expect(stepFrom(rows, 2, 'ArrowRight')).toBeNull()
    expect(stepFrom(rows, 0, 'ArrowUp')).toEqual({ what: 'go', to: 0 })
    expect(stepFrom(rows, 3, 'End')).toEqual({ what: 'go', to: rows.length - 1 })
    expect(stepFrom(rows, 3, 'Enter')).toEqual({ what: 'choose' })
    expect(stepFrom(rows, 3, 'x')).toBeNull()
  })
})

describe('what of an agency wants a look', () => {
  const basis = { has: (id: string) => id === city.id, reports: () => 1, doubtful: () => false }
  test('is what it lacks and ought to have', () => {
    expect(needsOf(agency('临澜市财政局', { parent: city.id }), basis)).toEqual([])
    expect(needsOf(agency('临澜市财政局', { parent: 'gone', system: null }), basis)).toEqual(['parent', 'system'])
    expect(needsOf(agency('财政局'), { ...basis, reports: () => 0, doubtful: () => true })).toEqual([
      'doubt',
      'parent',
      'region',
      'reports',
    ])
  })
  test('is nothing by nature: vertical bodies have no parent, governments no system', () => {
    expect(needsOf(agency('国家税务总局临澜市税务局'), basis)).toEqual([])
    expect(needsOf(city, basis)).toEqual([])
  })
})

describe('who may be whose double', () => {
  const none: DoubtBasis = { apart: () => false, reports: () => 1, regions: NO_REGIONS }
  const ask = (agencies: readonly Agency[], basis = none): string[] => {
    const names = new Map(agencies.map(({ id, name }) => [id, name]))
    return [...findDoubts(agencies, basis)].flatMap((doubt) =>
      doubt ? [`${names.get(doubt.agency)} ~ ${doubt.candidates.map((id) => names.get(id)).join()}`] : [],
    )
  }
  const long = agency('临澜市科学技术和经济信息化局')
  const short = agency('临澜市科信局')

  test('is asked once for each pair, at the one with fewer reports', () => {
    expect(ask([long, short, agency('临澜市教育局')])).toEqual([`${short.name} ~ ${long.name}`])
    const reports = (id: string): number => (id === short.id ? 5 : 1)
    expect(ask([long, short], { ...none, reports })).toEqual([`${long.name} ~ ${short.name}`])
  })

  test('is not asked again once a person has said no, in either direction, nor of predecessor and successor', () => {
    const apart = (name: string, id: string): boolean => name === long.name && id === short.id
    expect(ask([long, short], { ...none, apart })).toEqual([])
    expect(ask([{ ...long, successor: short.id }, short])).toEqual([])
  })

  test('is not asked of places of one name in different cities', () => {
    expect(ask([agency('甲江市壬山县财政局'), agency('乙江市壬山县财政局')])).toEqual([])
  })
})

describe('years in runs', () => {
  test('join what follows on and part the rest', () => {
    expect(yearRuns([2024, 2019, 2020, 2021, 2021], '、')).toBe('2019–2021、2024')
    expect(yearRuns([], '、')).toBe('')
  })
})
