import { Flips, type Change, type Flip } from './flip.js'
import { leastOrder, type FullState } from './full-state.js'

/**
 * For each line a change after which it receives more in *every* whole answer, not only in a copy of this
 * one. A whole new run is free to give goods to others, so the change leaves others no way to stop the line:
 *
 * An answer of full mode is complete: no line can take a single step more, and the proof-reader refuses any
 * that could. Suppose a line had r before and has no more than that now. Its next step from some lot is then at
 * most `need` beyond r. If the lot holds that much besides all that others could ever want of it, the share
 * cap admits it, the quantity has room for it, and the buyer's money suffices for it besides all that its
 * other lines could ever cost, then nothing stops the step: a contradiction. Nothing is solved again for
 * this; what it costs is that the change need not be the smallest.
 *
 * Of a line's lots the one that asks for the fewest numbers is named, then one that asks for nothing that is
 * not its buyer's to change, then the one whose numbers change least.
 */
export function fullFlips(state: FullState): (Flip | null)[] {
  const certain = new CertainFlips(state)
  return Array.from({ length: state.full.problem.demands.count }, (_, line) => certain.of(line))
}

const SHARE = 'maxCoopShareBp'
const MIN_FILL = 'minFillKg'
/** Numbers of a line that decide how much it takes, not from which lots. */
const AMOUNTS = [SHARE, MIN_FILL]
/** Options that are asked whether they admit the lot, which takes a search of the line's candidates each. */
const MOST_ASKED = 8

interface Option {
  readonly lot: number
  readonly changes: Change[]
  readonly size: number
}

class CertainFlips {
  private readonly flips: Flips
  /** The most that all lines together could ever want of a lot, within what their buyers may spend. */
  private readonly wanted: Float64Array
  /** The most that a line could ever cost its buyer. */
  private readonly dearest: Float64Array

  constructor(private readonly state: FullState) {
    const { problem, candidates, landed } = state.full
    this.flips = new Flips(problem)
    this.wanted = new Float64Array(problem.lots.count)
    this.dearest = new Float64Array(problem.demands.count)
    for (let line = 0; line < problem.demands.count; line++) {
      for (let k = candidates.start[line]!; k < candidates.start[line + 1]!; k++) {
        this.dearest[line] = Math.max(this.dearest[line]!, landed[k]!)
      }
    }
    for (let buyer = 0; buyer < problem.buyers.count; buyer++) this.addWishes(buyer)
  }

  private addWishes(buyer: number): void {
    const { candidates, buyerStart, buyerLine } = this.state.full
    const wishes = new Map<number, [mass: number, price: number]>()
    for (let j = buyerStart[buyer]!; j < buyerStart[buyer + 1]!; j++) {
      const line = buyerLine[j]!
      for (let k = candidates.start[line]!; k < candidates.start[line + 1]!; k++) {
        const lot = candidates.lot[k]!
        const before = wishes.get(lot)?.[0] ?? 0
        wishes.set(lot, [before + this.most(line), this.state.full.landed[k]!])
      }
    }
    const budget = this.state.full.problem.buyers.budget[buyer]!
    for (const [lot, [mass, price]] of wishes) this.wanted[lot]! += affordable(mass, price, budget)
  }

  /** The most that a line could take of one lot. */
  private most(line: number): number {
    const { reach, problem } = this.state.full
    return Math.min(reach[line]!, problem.demands.share[line]!)
  }

  of(line: number): Flip | null {
    const { state, flips } = this
    const { problem, candidates } = state.full
    const { demands } = problem
    if (demands.cancelled[line]!) return null
    const first = candidates.start[line]!
    const end = candidates.start[line + 1]!
    if (state.received[line] === demands.quantity[line]) {
      return first < end ? flips.loss(line, candidates.cost[first]!) : null
    }
    const best = this.best(line, this.options(line, candidates.lot.subarray(first, end)))
    if (!best) return null
    const fill = best.find(({ field }) => field === MIN_FILL)?.to ?? demands.minFill[line]!
    const gain = state.received[line] === 0 ? Math.max(1, fill) : 1
    return { changes: best, gain, smallest: false }
  }

  /** What each of the line's lots would ask for, and each that its own numbers keep out. */
  private options(line: number, lots: Int32Array): Option[] {
    const options: Option[] = []
    const add = (lot: number, changes: Change[] | null): void => {
      if (changes) options.push({ lot, changes, size: sizeOf(changes) })
    }
    for (const lot of lots) {
      add(lot, this.changesFor(line, lot, []))
      add(lot, this.smallerFill(line, lot))
    }
    if (options.some(({ changes }) => changes.length === 1)) return options
    const own = new Set(lots)
    for (const lot of this.flips.poolOf(line)) {
      const opening = own.has(lot) ? null : this.flips.relaxations(line, lot)
      if (opening) add(lot, this.changesFor(line, lot, opening))
    }
    return options
  }

  /** The fewest numbers, the buyer's own before a lot's, then the smallest change; the lot must be a candidate once they are changed. */
  private best(line: number, options: Option[]): Change[] | null {
    options.sort(
      (a, b) =>
        a.changes.length - b.changes.length ||
        Number(asksOfLot(a)) - Number(asksOfLot(b)) ||
        a.size - b.size,
    )
    const found = options.slice(0, MOST_ASKED).find(({ lot, changes }) => {
      const own = changes.some(
        ({ table, field }) => table === 'demands' && !AMOUNTS.includes(field),
      )
      return !own || this.flips.admits(line, lot, changes)
    })
    return found?.changes ?? null
  }

  /** The numbers that let the line's next step from the lot happen in every answer. Null: no numbers do. */
  private changesFor(line: number, lot: number, opening: readonly Change[]): Change[] | null {
    const { flips } = this
    const { demands, lots } = this.state.full.problem
    const need = this.need(line, lot)
    const changes = opening.filter(({ field }) => field !== 'qtyKg')
    const quantity = Math.max(
      need,
      demands.quantity[line]!,
      ...opening.filter(({ field }) => field === 'qtyKg').map(({ to }) => to),
    )
    if (quantity > demands.quantity[line]!) {
      changes.push(flips.line(line, 'qtyKg', demands.quantity[line]!, quantity))
    }
    const own = changes.length > 0
    const share = Math.floor((quantity * demands.shareBp[line]!) / 10_000)
    if (share < need) {
      const to = Math.ceil((need * 10_000) / quantity)
      changes.push(flips.line(line, SHARE, demands.shareBp[line]!, to))
    }
    const ceiling = changes.find(({ field }) => field === 'maxLandedCents')?.to
    const dearest = own ? (ceiling ?? demands.maxLanded[line]!) : this.dearest[line]!
    const money = this.moneyFor(line, need * dearest)
    if (!money) return null
    changes.push(...money)
    const others = this.othersWant(line, lot, money.length > 0)
    const short = others + need - lots.quantity[lot]!
    if (short > 0) changes.push(flips.supply(lot, short))
    const isExact = changes.every(({ to }) => Number.isSafeInteger(to))
    return isExact && changes.length > 0 ? changes : null
  }

  /**
   * The largest minimum fill with which the line's first step from the lot happens in every answer, where
   * nothing else stops it: a line without anything takes its minimum from one lot, or nothing of it.
   */
  private smallerFill(line: number, lot: number): Change[] | null {
    const { received, full } = this.state
    const { demands, lots, buyers } = full.problem
    const from = demands.minFill[line]!
    if (received[line]! > 0 || from === 0) return null
    const others = this.othersCost(line)
    const buyer = demands.buyer[line]!
    const money = Math.min(
      buyers.budget[buyer]! - others.all,
      demands.reserved[line]! ? buyers.quota[buyer]! - others.reserved : Infinity,
    )
    const room = Math.min(
      demands.quantity[line]!,
      demands.share[line]!,
      lots.quantity[lot]! - this.othersWant(line, lot, false),
      Math.floor(money / Math.max(1, this.dearest[line]!)),
    )
    const pack = lots.pack[lot]!
    const to = Math.floor(room / pack) * pack
    if (to >= from || to < leastOrder(lots.minOrder[lot]!, pack)) return null
    return [this.flips.line(line, MIN_FILL, from, to)]
  }

  /** Mass at which the line's next step from the lot ends at most, if it has no more than now. */
  private need(line: number, lot: number): number {
    const { received, full } = this.state
    const { lots, demands } = full.problem
    const pack = lots.pack[lot]!
    const least = leastOrder(lots.minOrder[lot]!, pack)
    const fromNothing = Math.max(least, Math.ceil(demands.minFill[line]! / pack) * pack)
    return received[line]! > 0 ? Math.max(fromNothing, received[line]! + least) : fromNothing
  }

  /** The buyer's ceilings that suffice for `cost` besides the most that its other lines could cost. */
  private moneyFor(line: number, cost: number): Change[] | null {
    const { demands, buyers } = this.state.full.problem
    const buyer = demands.buyer[line]!
    const others = this.othersCost(line)
    const [all, reserved] = [others.all + cost, others.reserved + cost]
    const [budget, quota] = [buyers.budget[buyer]!, buyers.quota[buyer]!]
    const changes: Change[] = []
    const raise = (field: string, from: number, to: number): void => {
      if (from < to) changes.push({ table: 'buyers', id: buyer, field, from, to })
    }
    raise('budgetCents', budget, all)
    if (demands.reserved[line]!) raise('reservedQuotaCents', quota, reserved)
    return Number.isSafeInteger(all) ? changes : null
  }

  /** The most that the buyer's other lines could cost, and those of them that are reserved. */
  private othersCost(line: number): { readonly all: number; readonly reserved: number } {
    const { problem, reach, buyerStart, buyerLine } = this.state.full
    const { demands } = problem
    const buyer = demands.buyer[line]!
    let all = 0
    let reserved = 0
    for (let j = buyerStart[buyer]!; j < buyerStart[buyer + 1]!; j++) {
      const other = buyerLine[j]!
      if (other === line) continue
      const most = reach[other]! * this.dearest[other]!
      all += most
      if (demands.reserved[other]!) reserved += most
    }
    return { all, reserved }
  }

  /** The most that other lines could ever want of the lot; with more money the buyer's other lines too. */
  private othersWant(line: number, lot: number, moreMoney: boolean): number {
    const { problem, candidates, landed, buyerStart, buyerLine } = this.state.full
    const { demands, buyers } = problem
    const buyer = demands.buyer[line]!
    let counted = 0
    let others = 0
    let price = 0
    for (let j = buyerStart[buyer]!; j < buyerStart[buyer + 1]!; j++) {
      const other = buyerLine[j]!
      const end = candidates.start[other + 1]!
      for (let k = candidates.start[other]!; k < end; k++) {
        if (candidates.lot[k] !== lot) continue
        counted += this.most(other)
        if (other !== line) others += this.most(other)
        price = landed[k]!
      }
    }
    const budget = buyers.budget[buyer]!
    const rest = this.wanted[lot]! - affordable(counted, price, budget)
    return rest + affordable(others, price, moreMoney ? Infinity : budget)
  }
}

function affordable(mass: number, price: number, budget: number): number {
  return mass * price > budget ? Math.floor(budget / price) : mass
}

function asksOfLot({ changes }: Option): boolean {
  return changes.some(({ table }) => table === 'lots')
}

/** How much the numbers change, in proportion. */
function sizeOf(changes: readonly Change[]): number {
  return changes.reduce((sum, { from, to }) => sum + Math.abs(to - from) / Math.max(1, from), 0)
}
