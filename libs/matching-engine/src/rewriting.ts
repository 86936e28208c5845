import type { Demands, Lots, Problem } from './problem.js'
import { shareOf } from './problem-builder.js'

/** A line that could come, in the numbers and indexes of the problem. */
export interface LineNumbers {
  readonly buyer: number
  /** -1: any product of the category. */
  readonly product: number
  readonly category: number
  readonly quantity: number
  readonly maxLanded: number
  readonly from: number
  readonly to: number
  readonly minShelf: number
  readonly maxGrade: number
  readonly certs: number
  /** Of one cooperative, in ten-thousandths; absent: all of it. */
  readonly shareBp?: number
  /** Cooperatives; absent: none. */
  readonly preferred?: readonly number[]
  readonly blocked?: readonly number[]
}

/** A lot that could be offered, in the numbers and indexes of the problem. */
export interface LotNumbers {
  readonly coop: number
  readonly product: number
  readonly category: number
  readonly township: number
  readonly grade: number
  readonly pack: number
  readonly quantity: number
  readonly minOrder: number
  readonly price: number
  readonly from: number
  readonly to: number
  readonly shelfLife: number
  readonly certs: number
}

export function writeLine(demands: Demands, line: number, to: LineNumbers): void {
  const { shareBp = 10_000, preferred = [], blocked = [] } = to
  demands.buyer[line] = to.buyer
  demands.product[line] = to.product
  demands.category[line] = to.category
  demands.quantity[line] = to.quantity
  demands.shareBp[line] = shareBp
  demands.share[line] = shareOf(to.quantity, shareBp)
  demands.maxLanded[line] = to.maxLanded
  demands.from[line] = to.from
  demands.to[line] = to.to
  demands.minShelf[line] = to.minShelf
  demands.maxGrade[line] = to.maxGrade
  demands.certs[line] = to.certs
  demands.preferred[line] = preferred
  demands.blocked[line] = blocked
}

export function writeLot(lots: Lots, lot: number, to: LotNumbers): void {
  lots.coop[lot] = to.coop
  lots.product[lot] = to.product
  lots.category[lot] = to.category
  lots.township[lot] = to.township
  lots.grade[lot] = to.grade
  lots.pack[lot] = to.pack
  lots.quantity[lot] = to.quantity
  lots.minOrder[lot] = to.minOrder
  lots.price[lot] = to.price
  lots.from[lot] = to.from
  lots.to[lot] = to.to
  lots.shelfLife[lot] = to.shelfLife
  lots.certs[lot] = to.certs
}

/** What the network's weights were made for: whatever comes later must stay within. */
export class Range {
  /** The dearest evaluated price that is ever outweighed. */
  readonly dearest: number
  private readonly dearestFreight: number
  private readonly heaviest: number
  private wanted: number
  private offered: number

  constructor(
    private readonly problem: Problem,
    dearest?: number,
    fineness = 1,
  ) {
    const { demands, lots, routes, coops } = problem
    const most = (all: Float64Array) => all.reduce((a, b) => Math.max(a, b), 1)
    const sum = (all: Float64Array) => all.reduce((a, b) => a + b, 0)
    this.dearest = Math.min(dearest ?? most(demands.maxLanded), Math.floor(2 ** 31 / fineness) - 1)
    this.dearestFreight = most(routes.freight)
    this.wanted = sum(demands.quantity)
    this.offered = sum(lots.quantity)
    const unit = Math.max(this.dearest + problem.credit, most(coops.tierPoints) + 1)
    this.heaviest = Math.floor(Number.MAX_SAFE_INTEGER / unit)
  }

  /** Takes a lot into account. Throws RangeError when it is dearer or heavier than the weights can hold. */
  mustHoldLot(lot: number, { price, quantity }: LotNumbers): void {
    const offered = this.offered + quantity - this.problem.lots.quantity[lot]!
    if (price + this.dearestFreight > this.dearest || offered > this.heaviest || quantity <= 0)
      throw new RangeError('a lot is out of the range of this network')
    this.offered = offered
  }

  /** The same for a line, which may name any ceiling: what it is sent is never dearer than the lots. */
  mustHoldLine(line: number, { quantity }: LineNumbers): void {
    const wanted = this.wanted + quantity - this.problem.demands.quantity[line]!
    if (wanted > this.heaviest) throw new RangeError('a line is out of the range of this network')
    this.wanted = wanted
  }
}
