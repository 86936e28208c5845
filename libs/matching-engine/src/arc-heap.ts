/** A binary heap of arcs, the most negative reduced cost on top; ties by arc. */
export class ArcHeap {
  private readonly costs: number[] = []
  private readonly arcs: number[] = []
  private readonly nodes: number[] = []
  /** The arc last taken off, its reduced cost when it was put in, and the node that found it. */
  cost = 0
  arc = -1
  node = -1

  get size(): number {
    return this.costs.length
  }

  push(cost: number, arc: number, node: number): void {
    const { costs, arcs, nodes } = this
    let at = costs.length
    costs.push(cost)
    arcs.push(arc)
    nodes.push(node)
    while (at > 0) {
      const above = (at - 1) >> 1
      if (!this.before(at, above)) return
      this.swap(at, above)
      at = above
    }
  }

  /** Takes the top off into `cost`, `arc` and `node`; false when empty. */
  pop(): boolean {
    const { costs, arcs, nodes } = this
    const last = costs.length - 1
    if (last < 0) return false
    this.cost = costs[0]!
    this.arc = arcs[0]!
    this.node = nodes[0]!
    this.swap(0, last)
    costs.pop()
    arcs.pop()
    nodes.pop()
    let at = 0
    for (;;) {
      let least = at
      for (const below of [2 * at + 1, 2 * at + 2]) {
        if (below < last && this.before(below, least)) least = below
      }
      if (least === at) return true
      this.swap(at, least)
      at = least
    }
  }

  clear(): void {
    this.costs.length = this.arcs.length = this.nodes.length = 0
  }

  private before(a: number, b: number): boolean {
    const { costs, arcs } = this
    return costs[a]! < costs[b]! || (costs[a] === costs[b] && arcs[a]! < arcs[b]!)
  }

  private swap(a: number, b: number): void {
    for (const list of [this.costs, this.arcs, this.nodes]) {
      const kept = list[a]!
      list[a] = list[b]!
      list[b] = kept
    }
  }
}
