import { ArcHeap } from './arc-heap.js'
import type { DynamicNetwork } from './dynamic-network.js'
import { AT_LOWER, type NetworkSimplex } from './network-simplex.js'

/** Arcs scanned before the best one found so far enters. */
const BLOCK = 500

/** What of a node waits to be looked at. */
const OWN_ARC = 1
const ALL_ARCS = 2

/**
 * Local pricing: after a change only arcs beside nodes whose potential moved can break the optimality
 * condition. Such nodes wait in a queue; each is scanned and puts its worst arc into a heap; the worst of all
 * enters, and what that pivot moves joins the queue. Taking arcs in any other order needs many times the
 * pivots, since misses, points and fen differ by orders of magnitude. An arc out of a row is at its lower bound, so it can only break when its lot's potential
 * fell or its target's rose: half of the scans are saved.
 */
export class Repricing {
  private readonly queue: number[] = []
  private readonly waiting: Uint8Array
  private readonly heap = new ArcHeap()
  private next = 0
  private scanned = 0
  private worst = 0
  private worstArc = -1

  constructor(private readonly dynamic: DynamicNetwork) {
    this.waiting = new Uint8Array(dynamic.network.nodes)
  }

  private get simplex(): NetworkSimplex {
    return this.dynamic.simplex
  }

  /** Something about this node's arcs has changed. */
  note(node: number): void {
    const before = this.waiting[node]
    this.waiting[node] = ALL_ARCS
    if (!before) this.queue.push(node)
  }

  /** The subtree's potentials change by `change`. */
  shift(top: number, change: number): void {
    if (change === 0) return
    this.simplex.tree.shift(top, change)
    this.noteSubtree(top, change)
  }

  private noteSubtree(top: number, change: number): void {
    const { network, simplex } = this.dynamic
    const { next, depth } = simplex.tree
    const { lotBase, targetBase } = network
    const level = depth[top]!
    let v = top
    do {
      this.scanned++
      const isLot = v >= lotBase && v < targetBase
      if (isLot && change > 0) this.checkLotArc(v)
      else if (v >= targetBase && change < 0 && !network.isGroup[v - targetBase]!)
        this.noteGroups(v)
      else this.note(v)
      v = next[v]!
    } while (depth[v]! > level)
  }

  /** A lot that got dearer can only break its own arc. */
  private checkLotArc(lotNode: number): void {
    if (this.waiting[lotNode]) return
    this.waiting[lotNode] = OWN_ARC
    this.queue.push(lotNode)
  }

  /** A line whose potential fell can only break its groups' arcs, and its miss arc never. */
  private noteGroups(node: number): void {
    const { network, groups } = this.dynamic
    const list = groups.get(node - network.targetBase)
    if (list) for (const group of list) this.note(network.targetBase + group)
  }

  /**
   * Pivots until nothing waits, on the worst arc known: the basis is optimal again. False when so much work
   * was not enough: what is left waits, and the flow is feasible, but not the best.
   */
  settle(limit = Infinity): boolean {
    const { heap, simplex } = this
    const most = this.scanned + limit
    for (;;) {
      this.scanWaiting()
      if (this.scanned > most) return false
      if (!heap.pop()) return true
      const { arc, node } = heap
      const now = this.reducedCost(arc) * simplex.state(arc)
      if (now < 0 && now === heap.cost) this.enter(arc, now * simplex.state(arc))
      this.note(node)
    }
  }

  /** Forgets what waits: whoever calls has put everything back. */
  forget(): void {
    for (const node of this.queue) this.waiting[node] = 0
    this.queue.length = this.next = 0
    this.heap.clear()
  }

  /** Arcs looked at and nodes moved so far: the unit of work. */
  get work(): number {
    return this.scanned
  }

  private scanWaiting(): void {
    const { queue, waiting, heap } = this
    const enough = this.scanned + BLOCK
    while (this.next < queue.length) {
      const node = queue[this.next++]!
      const isOwnArc = waiting[node] === OWN_ARC
      waiting[node] = 0
      this.worst = 0
      if (isOwnArc) this.scanOwnArc(node)
      else this.scan(node)
      if (this.worst < 0) heap.push(this.worst, this.worstArc, node)
      if (this.scanned > enough && heap.size > 0) return
    }
    queue.length = this.next = 0
  }

  private reducedCost(arc: number): number {
    const { network, rowTarget, simplex } = this.dynamic
    const { potential } = simplex.tree
    const side = arc - network.rowArcs
    if (side >= 0) {
      const { sideCost, sideFrom, sideTo } = network
      return sideCost[side]! + potential[sideFrom[side]!]! - potential[sideTo[side]!]!
    }
    const to = network.targetBase + rowTarget[arc]!
    return network.rowCost[arc]! + potential[network.rowFrom[arc]!]! - potential[to]!
  }

  /** Pivots on one arc, whatever it costs, and notes what moved. */
  enter(arc: number, reducedCost: number): void {
    const { network, rowTarget } = this.dynamic
    const { simplex } = this
    const { entering } = simplex
    const side = arc - network.rowArcs
    entering.arc = arc
    entering.from = side < 0 ? network.rowFrom[arc]! : network.sideFrom[side]!
    entering.to = side < 0 ? network.targetBase + rowTarget[arc]! : network.sideTo[side]!
    entering.capacity = side < 0 ? Infinity : network.sideCapacity[side]!
    entering.reducedCost = reducedCost
    simplex.pivot()
    if (simplex.moved < 0 || reducedCost === 0) return
    const change = simplex.moved === entering.to ? reducedCost : -reducedCost
    this.noteSubtree(simplex.moved, change)
  }

  private scan(node: number): void {
    const { network, groups, rowEnd } = this.dynamic
    const { lotBase, targetBase, lotSide } = network
    this.scanned += 4
    if (node >= targetBase) {
      const target = node - targetBase
      this.scanRow(node, network.rowStart[target]!, rowEnd[target]!)
      this.trySide(target)
      const list = groups.get(target)
      if (list) for (const group of list) this.trySide(group)
    } else if (node >= lotBase) {
      const lot = node - lotBase
      this.scanColumn(lot, this.simplex.tree.potential[node]!)
      this.trySide(lotSide + lot)
    } else if (node > 0) {
      this.scanCoop(node)
    }
  }

  private scanOwnArc(lotNode: number): void {
    const { lotSide, lotBase } = this.dynamic.network
    this.scanned++
    this.trySide(lotSide + lotNode - lotBase)
  }

  private scanCoop(node: number): void {
    const { tierStart, lotSide } = this.dynamic.network
    for (let side = tierStart[node]!; side < tierStart[node + 1]!; side++) this.trySide(side)
    for (const lot of this.dynamic.coopLots[node]!) this.trySide(lotSide + lot)
  }

  private scanRow(node: number, first: number, end: number): void {
    const { network, simplex } = this.dynamic
    const { rowCost, rowFrom } = network
    const { rowState } = simplex
    const { potential } = simplex.tree
    const own = potential[node]!
    this.scanned += end - first
    let { worst, worstArc } = this
    for (let arc = first; arc < end; arc++) {
      if (rowState[arc] !== AT_LOWER) continue
      const rc = rowCost[arc]! + potential[rowFrom[arc]!]! - own
      if (rc < worst) {
        worst = rc
        worstArc = arc
      }
    }
    this.worst = worst
    this.worstArc = worstArc
  }

  private scanColumn(lot: number, own: number): void {
    const { columns, simplex } = this.dynamic
    this.scanned += columns.sizeOf(lot)
    const { potential } = simplex.tree
    const place = columns.leastBelow(lot, potential, this.worst - own)
    if (place < 0) return
    this.worstArc = columns.arcAt(lot, place)
    this.worst = this.reducedCost(this.worstArc)
  }

  private trySide(side: number): void {
    const { network, simplex } = this.dynamic
    const { potential } = simplex.tree
    const rc =
      simplex.sideState[side]! *
      (network.sideCost[side]! +
        potential[network.sideFrom[side]!]! -
        potential[network.sideTo[side]!]!)
    if (rc < this.worst) {
      this.worst = rc
      this.worstArc = network.rowArcs + side
    }
  }
}
