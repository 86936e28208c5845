import { invariant } from '@weibao/kernel'
import type { CandidateFinder } from './candidates.js'
import { splitRow, type DynamicNetwork } from './dynamic-network.js'
import { OVER_MISSES } from './network.js'
import { AT_LOWER, IN_TREE } from './network-simplex.js'
import type { Problem } from './problem.js'
import type { Repricing } from './repricing.js'

/** Brings lines into a solved network and takes them out; the tree stays strongly feasible. */
export class MovingLines {
  constructor(
    private readonly problem: Problem,
    private readonly dynamic: DynamicNetwork,
    private readonly repricing: Repricing,
    private readonly finder: CandidateFinder,
  ) {}

  /** Hangs the line, with the finder's last `found` candidates, on its miss arc. False: no room left. */
  arrive(line: number, found: number): boolean {
    const { demands, lots } = this.problem
    const { network, simplex } = this.dynamic
    const capped = demands.share[line]! < demands.quantity[line]!
    const { own, groups } = splitRow(this.finder, 0, found, capped ? lots.coop : null)
    const target = this.dynamic.addTarget(line, false, ...own)
    if (target === null) return false
    const node = network.targetBase + target
    network.owed[target] = demands.quantity[line]!
    network.sideFrom[target] = 0
    network.sideTo[target] = node
    network.sideCapacity[target] = Infinity
    network.sideCost[target] = network.weights.miss
    simplex.sideState[target] = IN_TREE
    simplex.tree.hang(node, 0, network.rowArcs + target, 1, demands.quantity[line]!, Infinity)
    this.place(node, network.weights.miss)
    return groups.every((group) => this.addGroup(line, group))
  }

  /** A group of the line's with its lots and their costs, carrying nothing. False: no room left. */
  addGroup(line: number, [lots, costs]: [number[], number[]]): boolean {
    const { network, simplex } = this.dynamic
    const target = this.dynamic.addTarget(line, true, lots, costs)
    if (target === null) return false
    const node = network.targetBase + target
    const arc = network.rowStart[target]!
    network.sideFrom[target] = node
    network.sideTo[target] = network.targetBase + network.lineTarget[line]!
    network.sideCapacity[target] = this.problem.demands.share[line]!
    network.sideCost[target] = 0
    simplex.sideState[target] = 1
    simplex.rowState[arc] = IN_TREE
    simplex.tree.hang(node, network.rowFrom[arc]!, arc, 1, 0, Infinity)
    const potential = simplex.tree.potential[network.rowFrom[arc]!]! + costs[0]!
    this.place(node, potential)
    return true
  }

  /** A new leaf's place in the tree. */
  private place(node: number, potential: number): void {
    const { tree } = this.dynamic.simplex
    tree.place(node, potential)
    this.repricing.note(node)
  }

  /** Lets lines give back all they have, together, and cuts them off. False: one of them is no leaf. */
  leave(lines: readonly number[]): boolean {
    const { network, simplex, groups } = this.dynamic
    for (const line of lines) this.wishAway(network.lineTarget[line]!)
    this.repricing.settle()
    for (const line of lines) {
      const target = network.lineTarget[line]!
      const node = network.targetBase + target
      if (!simplex.tree.isLeaf(node)) return false
      for (const group of groups.get(target) ?? []) this.dynamic.dropTarget(group)
      this.dynamic.dropTarget(target)
      network.lineTarget[line] = -1
    }
    return true
  }

  /** To miss this line becomes the dearest wish in the network. */
  wishAway(target: number): void {
    const { network, simplex } = this.dynamic
    const node = network.targetBase + target
    const wish = -OVER_MISSES * network.weights.miss
    const change = wish - network.sideCost[target]!
    network.sideCost[target] = wish
    if (simplex.sideState[target] === IN_TREE) this.repricing.shift(node, change)
    else this.repricing.note(node)
  }

  /** Takes lines out and brings them back with the candidates they now have. False: build anew. */
  leaveAndReturn(lines: readonly number[]): boolean {
    return this.leave(lines) && lines.every((line) => this.arrive(line, this.finder.find(line)))
  }
}

/** Puts a lot that nobody has an arc from under the cooperative that its columns say, with all of it unused. */
export function placeLot(
  { lots }: Problem,
  dynamic: DynamicNetwork,
  repricing: Repricing,
  lot: number,
): void {
  const { network, simplex } = dynamic
  const node = network.lotBase + lot
  const side = network.lotSide + lot
  const over = network.overSide + lot
  const coop = network.coopNode[lots.coop[lot]!]!
  const quantity = lots.quantity[lot]!
  invariant(simplex.tree.isLeaf(node), 'a lot that moves has no arcs')
  simplex.tree.cut(node)
  dynamic.moveLot(lot, coop)
  network.sideCapacity[side] = quantity
  simplex.sideState[over] = AT_LOWER
  simplex.sideState[side] = IN_TREE
  simplex.tree.hang(node, coop, network.rowArcs + side, 1, 0, quantity)
  simplex.tree.place(node, simplex.tree.potential[coop]!)
  repricing.note(node)
}
