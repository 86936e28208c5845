import { leastOrder, type FullState } from './full-state.js'

/**
 * Fills lines from what is left. Candidates are tried in a fixed order of preference; one lot that serves
 * the whole line comes first, then combinations in two orders, of which the fuller wins.
 */
export class Filler {
  private readonly chosen: Int32Array
  private readonly amount: Float64Array
  private chosenSize = 0
  private readonly triedAt: Int32Array
  private readonly triedAmount: Float64Array
  private readonly coopUsed: Float64Array

  constructor(
    private readonly state: FullState,
    /** Candidates of each line in order of preference; the same ranges as the candidates'. */
    private readonly preference: Int32Array,
    /** The same, the largest packs first. */
    private readonly byPack: Int32Array,
  ) {
    const { start } = state.full.candidates
    let longest = 1
    for (let r = 0; r + 1 < start.length; r++)
      longest = Math.max(longest, start[r + 1]! - start[r]!)
    this.chosen = new Int32Array(longest)
    this.amount = new Float64Array(longest)
    this.triedAt = new Int32Array(longest)
    this.triedAmount = new Float64Array(longest)
    this.coopUsed = new Float64Array(state.full.problem.coops.count)
  }

  /** Fills an empty line as far as its rules allow, up to `wanted`; answers what it got. */
  fill(line: number, wanted = this.state.full.reach[line]!): number {
    const { state } = this
    const money = state.money(line)
    if (wanted === 0 || money <= 0) return 0
    if (this.fillFromOne(line, wanted, money)) return wanted
    let best = this.combine(line, this.preference, wanted, money)
    this.keep()
    if (best < wanted && this.triedSize > 0) {
      const other = this.combine(line, this.byPack, wanted, money)
      if (other > best) {
        best = other
        this.keep()
      }
    }
    if (best === 0 || best < state.full.problem.demands.minFill[line]!) return 0
    for (let j = 0; j < this.chosenSize; j++) state.set(this.chosen[j]!, this.amount[j]!)
    return best
  }

  /** Fills an empty line from candidate `k` as far as it goes, then from the others. */
  fillFirst(line: number, k: number): void {
    const { state } = this
    const { candidates, problem, landed, reach } = state.full
    const lot = candidates.lot[k]!
    const pack = problem.lots.pack[lot]!
    let room = Math.min(reach[line]!, state.left[lot]!, problem.demands.share[line]!)
    const money = state.money(line)
    if (room * landed[k]! > money) room = Math.floor(money / landed[k]!)
    const mass = room - (room % pack)
    if (mass >= leastOrder(problem.lots.minOrder[lot]!, pack)) state.set(k, mass)
    this.grow(line)
    if (state.received[line]! >= problem.demands.minFill[line]!) return
    for (let j = candidates.start[line]!; j < candidates.start[line + 1]!; j++) {
      if (state.mass[j]! > 0) state.set(j, 0)
    }
  }

  private fillFromOne(line: number, wanted: number, money: number): boolean {
    const { state, preference } = this
    const { candidates, problem, landed } = state.full
    if (problem.demands.share[line]! < wanted) return false
    const end = candidates.start[line + 1]!
    for (let j = candidates.start[line]!; j < end; j++) {
      const k = preference[j]!
      const lot = candidates.lot[k]!
      if (state.left[lot]! < wanted || wanted % problem.lots.pack[lot]! !== 0) continue
      if (wanted < problem.lots.minOrder[lot]! || wanted * landed[k]! > money) continue
      state.set(k, wanted)
      return true
    }
    return false
  }

  private triedSize = 0

  private combine(line: number, order: Int32Array, wanted: number, money: number): number {
    const { state, triedAt, triedAmount, coopUsed } = this
    const { candidates, problem, landed } = state.full
    const share = problem.demands.share[line]!
    const capped = share < wanted
    const first = candidates.start[line]!
    const end = candidates.start[line + 1]!
    if (capped) {
      for (let k = first; k < end; k++) coopUsed[problem.lots.coop[candidates.lot[k]!]!] = 0
    }
    let got = 0
    let size = 0
    for (let j = first; j < end && got < wanted; j++) {
      const k = order[j]!
      const lot = candidates.lot[k]!
      const coop = problem.lots.coop[lot]!
      let room = Math.min(wanted - got, state.left[lot]!)
      if (capped) room = Math.min(room, share - coopUsed[coop]!)
      if (room * landed[k]! > money) room = Math.floor(money / landed[k]!)
      const pack = problem.lots.pack[lot]!
      const mass = room - (room % pack)
      if (mass < leastOrder(problem.lots.minOrder[lot]!, pack)) continue
      triedAt[size] = k
      triedAmount[size++] = mass
      got += mass
      money -= mass * landed[k]!
      if (capped) coopUsed[coop]! += mass
    }
    this.triedSize = size
    return got
  }

  private keep(): void {
    this.chosenSize = this.triedSize
    for (let j = 0; j < this.triedSize; j++) {
      this.chosen[j] = this.triedAt[j]!
      this.amount[j] = this.triedAmount[j]!
    }
  }

  /** Adds whole packs to a line that has something already, as many as fit. */
  grow(line: number): void {
    const { state, preference } = this
    const { candidates, problem, landed } = state.full
    const { demands, lots } = problem
    if (state.received[line] === 0) {
      this.fill(line)
      return
    }
    const quantity = demands.quantity[line]!
    const share = demands.share[line]!
    const end = candidates.start[line + 1]!
    for (let j = candidates.start[line]!; j < end; j++) {
      if (state.received[line]! >= quantity) return
      const k = preference[j]!
      const lot = candidates.lot[k]!
      const pack = lots.pack[lot]!
      let room = Math.min(quantity - state.received[line]!, state.left[lot]!)
      if (room < pack) continue
      const money = state.money(line)
      if (room * landed[k]! > money) room = Math.floor(money / landed[k]!)
      if (share < quantity) room = Math.min(room, share - state.fromCoop(line, lots.coop[lot]!))
      const mass = room - (room % pack)
      const before = state.mass[k]!
      if (mass > 0 && before + mass >= lots.minOrder[lot]!) state.set(k, before + mass)
    }
  }
}
