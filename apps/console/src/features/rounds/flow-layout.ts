import type { RoundFlow } from '@weibao/contracts/round'

/** A bar of one of the three columns. */
export interface FlowNode {
  readonly column: 0 | 1 | 2
  readonly code: string
  readonly grams: number
  readonly y: number
  readonly height: number
}

/** A ribbon between two bars, from the top of its part of each. */
export interface FlowRibbon {
  readonly column: 0 | 1
  readonly from: string
  readonly to: string
  readonly grams: number
  readonly y0: number
  readonly y1: number
  readonly height: number
}

export interface FlowLayout {
  readonly nodes: readonly FlowNode[]
  readonly ribbons: readonly FlowRibbon[]
}

const GAP = 6
export const NO_SUBDISTRICT = '-'

const keyOf = (flow: RoundFlow, column: 0 | 1 | 2): string =>
  column === 0
    ? flow.townshipCode
    : column === 1
      ? flow.categoryCode
      : (flow.subdistrictCode ?? NO_SUBDISTRICT)

/**
 * Where the bars and ribbons of township → category → subdistrict stand in a picture so high: the largest
 * bar first in each column, ribbons in the order of what they lead to. Heights are in proportion to mass, on
 * one scale for all three columns.
 */
export function layoutFlows(flows: readonly RoundFlow[], height: number): FlowLayout {
  const columns = ([0, 1, 2] as const).map((column) => sumBy(flows, (flow) => keyOf(flow, column)))
  const total = flows.reduce((sum, { massGrams }) => sum + massGrams, 0)
  const most = Math.max(1, ...columns.map((column) => column.length))
  const scale = total > 0 ? Math.max(1, height - (most - 1) * GAP) / total : 0
  const nodes = columns.flatMap((column, index) => {
    let y = 0
    return column.map(([code, grams]) => {
      const node = { column: index as 0 | 1 | 2, code, grams, y, height: grams * scale }
      y += node.height + GAP
      return node
    })
  })
  const ribbons = ([0, 1] as const).flatMap((column) => ribbonsOf(flows, nodes, column, scale))
  return { nodes, ribbons }
}

function ribbonsOf(
  flows: readonly RoundFlow[],
  nodes: readonly FlowNode[],
  column: 0 | 1,
  scale: number,
): FlowRibbon[] {
  const next = (column + 1) as 1 | 2
  const left = new Map(nodes.filter((n) => n.column === column).map((n) => [n.code, n.y]))
  const right = new Map(nodes.filter((n) => n.column === next).map((n) => [n.code, n.y]))
  const rank = (at: 0 | 1 | 2, code: string) =>
    nodes.findIndex((node) => node.column === at && node.code === code)
  const pairs = sumBy(flows, (flow) => `${keyOf(flow, column)}|${keyOf(flow, next)}`).map(
    ([key, grams]) => {
      const [from = '', to = ''] = key.split('|')
      return { from, to, grams }
    },
  )
  pairs.sort(
    (a, b) => rank(column, a.from) - rank(column, b.from) || rank(next, a.to) - rank(next, b.to),
  )
  return pairs.map(({ from, to, grams }) => {
    const size = grams * scale
    const [y0, y1] = [left.get(from)!, right.get(to)!]
    left.set(from, y0 + size)
    right.set(to, y1 + size)
    return { column, from, to, grams, y0, y1, height: size }
  })
}

function sumBy(flows: readonly RoundFlow[], of: (flow: RoundFlow) => string): [string, number][] {
  const sums = new Map<string, number>()
  for (const flow of flows) sums.set(of(flow), (sums.get(of(flow)) ?? 0) + flow.massGrams)
  return [...sums].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
}
