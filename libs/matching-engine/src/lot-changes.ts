import type { DynamicNetwork } from './dynamic-network.js'
import { AT_LOWER, AT_UPPER, IN_TREE } from './network-simplex.js'
import type { Repricing } from './repricing.js'
import { ARC, DOWN, STRIDE } from './spanning-tree.js'

/** A bounded arc that may get another bound, and the unbounded one beside it that takes a surplus. */
interface Bounded {
  readonly side: number
  readonly over: number
  /** Where its arcs are priced. */
  readonly node: number
}

/** Gives a lot another quantity; the optimum is restored by `settle`. */
export function resizeLot(
  dynamic: DynamicNetwork,
  repricing: Repricing,
  lot: number,
  quantity: number,
): void {
  const { network } = dynamic
  const side = network.lotSide + lot
  const node = network.sideFrom[side]!
  resize(dynamic, repricing, { side, over: network.overSide + lot, node }, quantity)
}

/** Gives one of a cooperative's tiers, but its last, another mass; the optimum is restored by `settle`. */
export function resizeTier(
  dynamic: DynamicNetwork,
  repricing: Repricing,
  coop: number,
  { tier, mass }: { readonly tier: number; readonly mass: number },
): void {
  const { network } = dynamic
  const node = network.coopNode[coop]!
  const lots = network.tierSide - network.lotSide
  const over = network.overSide + lots + coop
  resize(dynamic, repricing, { side: network.tierStart[node]! + tier, over, node }, mass)
}

function resize(
  dynamic: DynamicNetwork,
  repricing: Repricing,
  arc: Bounded,
  quantity: number,
): void {
  const { network, simplex } = dynamic
  const { side, node } = arc
  const before = network.sideCapacity[side]!
  network.sideCapacity[side] = quantity
  const state = simplex.sideState[side]!
  if (state === IN_TREE) resizeInTree(dynamic, repricing, arc, quantity)
  else if (state === AT_UPPER) {
    if (quantity < before) shed(dynamic, repricing, arc, before - quantity)
    else if (quantity > before) reopen(dynamic, repricing, arc, before)
  }
  repricing.note(node)
}

/** The node that hangs on an arc between two nodes. */
export function hungOn(dynamic: DynamicNetwork, side: number): number {
  const { network, simplex } = dynamic
  const to = network.sideTo[side]!
  const arc = simplex.tree.node[to * STRIDE + ARC]
  return arc === network.rowArcs + side ? to : network.sideFrom[side]!
}

/** An arc in the tree: what it carries beyond the new quantity goes over to the over arc. */
function resizeInTree(
  dynamic: DynamicNetwork,
  repricing: Repricing,
  { side, over }: Bounded,
  quantity: number,
): void {
  const { network, simplex } = dynamic
  const { tree } = simplex
  const v = hungOn(dynamic, side)
  const down = tree.node[v * STRIDE + DOWN] === 1
  const excess = tree.flow[v]! - quantity
  if (excess < 0 || (excess === 0 && !down)) {
    tree.capacity[v] = quantity
    return
  }
  const change = network.sideCost[over]! - network.sideCost[side]!
  network.sideCapacity[over] = Infinity
  simplex.setState(network.rowArcs + side, AT_UPPER)
  simplex.setState(network.rowArcs + over, IN_TREE)
  tree.node[v * STRIDE + ARC] = network.rowArcs + over
  tree.flow[v] = excess
  tree.capacity[v] = Infinity
  repricing.shift(v, down ? change : -change)
}

/** A full arc gets narrower: the surplus stands on the over arc until that has been priced out. */
function shed(
  dynamic: DynamicNetwork,
  repricing: Repricing,
  { over }: Bounded,
  surplus: number,
): void {
  const { network, simplex } = dynamic
  const { tree } = simplex
  if (simplex.sideState[over] === IN_TREE) {
    const v = hungOn(dynamic, over)
    tree.flow[v]! += surplus
    tree.capacity[v] = Infinity
    return
  }
  network.sideCapacity[over] = surplus
  simplex.setState(network.rowArcs + over, AT_UPPER)
  repricing.enter(network.rowArcs + over, reducedCost(dynamic, over))
  network.sideCapacity[over] = Infinity
  if (simplex.sideState[over] === IN_TREE) tree.capacity[hungOn(dynamic, over)] = Infinity
}

/** A full arc gets wider: it enters with the new room, and then carries the old quantity as well. */
function reopen(
  dynamic: DynamicNetwork,
  repricing: Repricing,
  { side }: Bounded,
  before: number,
): void {
  const { network, simplex } = dynamic
  const quantity = network.sideCapacity[side]!
  simplex.setState(network.rowArcs + side, AT_LOWER)
  network.sideCapacity[side] = quantity - before
  repricing.enter(network.rowArcs + side, reducedCost(dynamic, side))
  network.sideCapacity[side] = quantity
  if (simplex.sideState[side] !== IN_TREE) return
  const v = hungOn(dynamic, side)
  simplex.tree.flow[v]! += before
  simplex.tree.capacity[v] = quantity
}

function reducedCost({ network, simplex }: DynamicNetwork, side: number): number {
  const { potential } = simplex.tree
  return (
    network.sideCost[side]! +
    potential[network.sideFrom[side]!]! -
    potential[network.sideTo[side]!]!
  )
}

/** Gives an arc of a row another cost; the optimum is restored by `settle`. */
export function recost(
  dynamic: DynamicNetwork,
  repricing: Repricing,
  arc: number,
  cost: number,
): void {
  const { network, simplex, rowTarget, columns } = dynamic
  const { node } = simplex.tree
  const change = cost - network.rowCost[arc]!
  if (change === 0) return
  network.rowCost[arc] = cost
  columns.recost(network.rowFrom[arc]! - network.lotBase, arc, cost)
  const target = network.targetBase + rowTarget[arc]!
  const lot = network.rowFrom[arc]!
  if (simplex.rowState[arc] !== IN_TREE) repricing.note(target)
  else if (node[target * STRIDE + ARC] === arc) repricing.shift(target, change)
  else repricing.shift(lot, -change)
}
