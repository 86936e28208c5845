import { fen, splitFen, sumFen, type Fen } from '@weibao/kernel'

/** What of an order line was bought, and what cases have claimed and refunds given of it. */
export interface ClaimedLine {
  readonly quantity: number
  readonly goodsFen: number
  readonly freightFen: number
  readonly commissionFen: number
  readonly claimedQuantity: number
  readonly claimedGoodsFen: number
  readonly claimedFreightFen: number
  readonly refundedGoodsFen: number
  readonly refundedCommissionFen: number
}

/**
 * What so many packages of a line are worth to a new case: their share of what is left unclaimed, so
 * that claims in any order, and of any size, add up to the line. Freight comes back where the
 * seller is at fault only. `quantity` is from 1 to what is left.
 */
export function claimOf(
  line: ClaimedLine,
  quantity: number,
  isSellerAtFault: boolean,
): { goodsFen: Fen; freightFen: Fen } {
  const left = line.quantity - line.claimedQuantity
  const share = (total: number) => splitFen(total, [quantity, left - quantity])[0]!
  return {
    goodsFen: share(line.goodsFen - line.claimedGoodsFen),
    freightFen: isSellerAtFault ? share(line.freightFen - line.claimedFreightFen) : fen(0),
  }
}

interface Part {
  readonly goodsFen: number
  readonly freightFen: number
}

/** Shares an agreed amount among the goods and freight of a case's lines, as they were asked for. */
export function shareOut(amountFen: number, lines: readonly Part[]): Part[] {
  const parts = splitFen(
    amountFen,
    lines.flatMap(({ goodsFen, freightFen }) => [goodsFen, freightFen]),
  )
  return lines.map((_, index) => ({
    goodsFen: parts[2 * index]!,
    freightFen: parts[2 * index + 1]!,
  }))
}

/** The commission that comes back with refunded goods: its share of what is left of both. */
export function commissionOfRefund(line: ClaimedLine, goodsFen: number): Fen {
  const leftGoods = line.goodsFen - line.refundedGoodsFen
  if (leftGoods === 0) return fen(0)
  return splitFen(line.commissionFen - line.refundedCommissionFen, [
    goodsFen,
    leftGoods - goodsFen,
  ])[0]!
}

/** Of `lots` as they were sold, from which so many packages are taken back, the first lots first. */
export function takeFromLots<L extends { readonly lotId: string; readonly quantity: number }>(
  lots: readonly L[],
  quantity: number,
): { lotId: string; quantity: number }[] {
  let wanted = quantity
  return lots.flatMap(({ lotId, quantity: left }) => {
    const taken = Math.min(left, wanted)
    wanted -= taken
    return taken > 0 ? [{ lotId, quantity: taken }] : []
  })
}

export function totalOf(parts: readonly Part[]): Fen {
  return sumFen(parts.flatMap(({ goodsFen, freightFen }) => [goodsFen, freightFen]))
}
