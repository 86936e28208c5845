import type { Reason } from '@weibao/matching-engine'
import { priceOf, type Priced } from '../allocations/allocation-price.js'
import type { AskedLine } from '../engine/engine-numbers.js'
import type { MarketSnapshot, OfferedLot } from '../market/market-snapshot.js'

/** What the flow gives a line of one lot, and what of that lot nobody uses. */
export interface FlowPart {
  readonly lot: OfferedLot
  readonly grams: number
  readonly spareGrams: number
}

export interface FittedPart extends Priced {
  readonly lot: OfferedLot
  readonly packages: number
}

export interface Fitted {
  readonly parts: readonly FittedPart[]
  /** Which rule took something of what the flow gave; null: none did. */
  readonly cause: Extract<Reason, 'PACK_OR_MOQ' | 'MIN_FILL' | 'BUDGET'> | null
  /** What everything would have cost where the money did not suffice. */
  readonly neededFen: number | null
}

export interface FittingLine extends AskedLine {
  readonly minimumGrams: number
}

/**
 * Brings a flow to what can be ordered: whole packages, minimum orders, the line's least, the money that is
 * left. Only packages fall; what a rounded-off part frees may go to another lot of the line with goods to spare.
 */
export function fitLine(
  market: Pick<MarketSnapshot, 'freightFenPerKg'>,
  line: FittingLine,
  flow: readonly FlowPart[],
  leftFen: number | null,
): Fitted {
  const given = flow.reduce((sum, { grams }) => sum + grams, 0)
  const price = (lot: OfferedLot, packages: number): FittedPart => ({
    lot,
    packages,
    ...priceOf(market, lot, line, packages),
  })
  const parts = wholePackages(flow)
    .filter(({ lot, packages }) => packages >= Math.max(1, lot.minimumOrder))
    .map(({ lot, packages }) => price(lot, packages))
  const got = massOf(parts)
  if (given > 0 && got < line.minimumGrams) {
    const cause = given < line.minimumGrams ? 'MIN_FILL' : 'PACK_OR_MOQ'
    return { parts: [], cause, neededFen: null }
  }
  const needed = costOf(parts)
  if (leftFen === null || needed <= leftFen)
    return { parts, cause: got < given ? 'PACK_OR_MOQ' : null, neededFen: null }
  const paid = withinMoney(parts, leftFen, price)
  const enough = massOf(paid) >= line.minimumGrams
  return { parts: enough ? paid : [], cause: 'BUDGET', neededFen: needed }
}

function wholePackages(flow: readonly FlowPart[]): { lot: OfferedLot; packages: number }[] {
  const whole = flow.map(({ lot, grams }) => ({ lot, packages: Math.floor(grams / lot.packGrams) }))
  let rest = flow.reduce((sum, { lot, grams }) => sum + (grams % lot.packGrams), 0)
  return whole.map(({ lot, packages }, k) => {
    const { grams, spareGrams } = flow[k]!
    const room = (grams % lot.packGrams) + spareGrams
    const more = Math.floor(Math.min(rest, room) / lot.packGrams)
    rest -= more * lot.packGrams
    return { lot, packages: packages + more }
  })
}

/** As much as the money buys, the cheapest lots first. */
function withinMoney(
  parts: readonly FittedPart[],
  leftFen: number,
  price: (lot: OfferedLot, packages: number) => FittedPart,
): FittedPart[] {
  let left = leftFen
  return parts.flatMap(({ lot, packages, goodsFen, freightFen }) => {
    const each = (goodsFen + freightFen) / packages
    let affordable = Math.min(packages, Math.floor(left / each) + 1)
    while (affordable > 0 && costOf([price(lot, affordable)]) > left) affordable--
    if (affordable < Math.max(1, lot.minimumOrder)) return []
    const part = price(lot, affordable)
    left -= costOf([part])
    return [part]
  })
}

export function massOf(parts: readonly Priced[]): number {
  return parts.reduce((sum, { massGrams }) => sum + massGrams, 0)
}

export function costOf(parts: readonly Priced[]): number {
  return parts.reduce((sum, { goodsFen, freightFen }) => sum + goodsFen + freightFen, 0)
}
