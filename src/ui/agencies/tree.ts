import { AGENCY_KINDS } from '@/register/agency'
import type { Agency } from '@/register/agency'

/** Where agencies stand that no report of the register sums. */
export const GROUPS = ['unplaced', 'vertical', 'national'] as const
export type GroupName = (typeof GROUPS)[number]

/** A place of the tree: an agency with those that it sums, or a heading over agencies that nobody sums. */
export type TreeNode =
  | { readonly id: string; readonly agency: Agency; readonly group?: undefined; readonly children: readonly TreeNode[] }
  | {
      readonly id: string
      readonly agency?: undefined
      readonly group: GroupName
      /** The region that the heading is for; absent for the group as a whole. */
      readonly region?: string
      readonly children: readonly TreeNode[]
    }

/** A line of the tree as it is unfolded. */
export interface TreeRow {
  readonly node: TreeNode
  /** 1 for the outermost. */
  readonly level: number
  /** Its place among the nodes of the same parent, from 1, and how many these are. */
  readonly position: number
  readonly among: number
  /** Id of the row that it is under. */
  readonly parent: string | null
  /** Whether its children are shown; `null` where it has none. */
  readonly open: boolean | null
  /** Agencies below it that are shown when all is unfolded. */
  readonly below: number
  /** It stands there for what is below it: it is not itself among what was asked for. */
  readonly context: boolean
}

const KIND_ORDER = new Map(AGENCY_KINDS.map((kind, index) => [kind, index]))
const collator = new Intl.Collator('zh-CN', { numeric: true })

function inOrder(one: Agency, other: Agency): number {
  const kinds = (KIND_ORDER.get(one.kind) ?? 0) - (KIND_ORDER.get(other.kind) ?? 0)
  return kinds || collator.compare(one.name, other.name)
}

/**
 * The register as a tree by who sums whom. Agencies that nobody sums and that sum nobody stand under headings: vertically managed ones and organs of
 * the central government have no parent by their nature, the rest lacks one; within a heading they are parted by region where there are several.
 */
export function registerTree(agencies: readonly Agency[]): TreeNode[] {
  const byId = new Map(agencies.map((agency) => [agency.id, agency]))
  const members = new Map<string, Agency[]>()
  const roots: Agency[] = []
  for (const agency of agencies) {
    const parent = agency.parent !== null && reachesTop(agency, byId) ? byId.get(agency.parent) : undefined
    if (!parent) roots.push(agency)
    else if (!push(members, parent.id, agency)) members.set(parent.id, [agency])
  }
  // Each by itself: to compare in the order of pinyin is slow.
  for (const siblings of [roots, ...members.values()]) siblings.sort(inOrder)
  const nodeOf = (agency: Agency): TreeNode => ({
    id: agency.id,
    agency,
    children: (members.get(agency.id) ?? []).map(nodeOf),
  })
  const heads = roots.filter((agency) => members.has(agency.id) || agency.scope === 'summed')
  const isHead = new Set(heads)
  const single = roots.filter((agency) => !isHead.has(agency))
  return [
    ...heads.map(nodeOf),
    ...GROUPS.flatMap((group) =>
      groupNode(
        group,
        single.filter((one) => groupOf(one) === group),
        nodeOf,
      ),
    ),
  ]
}

function push(map: Map<string, Agency[]>, key: string, agency: Agency): boolean {
  return (map.get(key)?.push(agency) ?? 0) > 0
}

/** Whether following its parents ends: those of a circle would hang nowhere. */
function reachesTop(agency: Agency, byId: ReadonlyMap<string, Agency>): boolean {
  const seen = new Set<string>()
  for (let at: Agency | undefined = agency; at; at = at.parent === null ? undefined : byId.get(at.parent)) {
    if (seen.has(at.id)) return false
    seen.add(at.id)
  }
  return true
}

function groupOf({ kind, level }: Agency): GroupName {
  if (level === 'national') return 'national'
  return kind === 'vertical' ? 'vertical' : 'unplaced'
}

function groupNode(group: GroupName, agencies: readonly Agency[], nodeOf: (agency: Agency) => TreeNode): TreeNode[] {
  if (agencies.length === 0) return []
  const regions = [...new Set(agencies.map(({ region }) => region))].sort(collator.compare)
  const id = `group:${group}`
  const children =
    regions.length === 1
      ? agencies.map(nodeOf)
      : regions.map((region): TreeNode => {
          const own = agencies.filter((agency) => agency.region === region)
          return { id: `${id}:${region}`, group, region, children: own.map(nodeOf) }
        })
  return [{ id, group, children }]
}

/** What of a tree is shown. */
export interface Unfolding {
  /** Whether a node with children is unfolded, as the person has it; `level` from 1. */
  readonly isOpen: (node: TreeNode, level: number) => boolean
  /** Ids of the agencies that are asked for; `null` for all. Those above them stay as their context. */
  readonly wanted: ReadonlySet<string> | null
}

/** The lines of a tree, as far as it is unfolded. */
export function treeRows(nodes: readonly TreeNode[], { isOpen, wanted }: Unfolding): TreeRow[] {
  const counts = new Map<string, number>()
  const isWanted = (node: TreeNode): boolean => node.agency !== undefined && (!wanted || wanted.has(node.id))
  const count = (node: TreeNode): number => {
    let sum = 0
    for (const child of node.children) sum += count(child) + Number(isWanted(child))
    counts.set(node.id, sum)
    return sum
  }
  for (const node of nodes) count(node)
  const shown = (node: TreeNode): boolean => isWanted(node) || (counts.get(node.id) ?? 0) > 0
  const rows: TreeRow[] = []
  const walk = (siblings: readonly TreeNode[], level: number, parent: string | null): void => {
    const here = siblings.filter(shown)
    for (const [index, node] of here.entries()) {
      const children = node.children.filter(shown)
      const open = children.length === 0 ? null : isOpen(node, level)
      const below = counts.get(node.id) ?? 0
      const context = node.agency !== undefined && !isWanted(node)
      rows.push({ node, level, position: index + 1, among: here.length, parent, open, below, context })
      if (open === true) walk(children, level + 1, node.id)
    }
  }
  walk(nodes, 1, null)
  return rows
}
