import type { Id } from '@weibao/kernel'
import { takeFromLots } from './after-sale/after-sale-amounts.js'

interface SoldLot {
  readonly lotId: Id
  readonly lotCode: string
  readonly skuId: Id
  readonly quantity: number
}

/** Packages of a line that come back: so many of them can be sold again. */
interface BackLine {
  readonly orderLineId: Id
  readonly skuId: Id
  readonly lotCodes: readonly string[]
  readonly quantity: number
  readonly resellable: number
}

/** Of one lot, for one line: on sale again, and written off. */
export interface BackFromLot {
  readonly orderLineId: Id
  readonly lotId: Id
  readonly returned: number
  readonly writtenOff: number
}

/**
 * Out of which lots, as they were sold, the packages of lines come back: the first lots first, and no
 * package twice where two lines are of one sku.
 */
export function divideOverLots(
  sold: readonly SoldLot[],
  lines: readonly BackLine[],
): BackFromLot[] {
  const left = sold.map((lot) => ({ ...lot }))
  return lines.flatMap((line) => {
    const own = left.filter(
      (lot) => lot.skuId === line.skuId && line.lotCodes.includes(lot.lotCode),
    )
    const take = (quantity: number) => {
      const taken = takeFromLots(own, quantity)
      for (const lot of own) lot.quantity -= quantityOf(taken, lot.lotId)
      return taken
    }
    const fresh = take(line.resellable)
    const spoilt = take(line.quantity - line.resellable)
    return own
      .map(({ lotId }) => ({
        orderLineId: line.orderLineId,
        lotId,
        returned: quantityOf(fresh, lotId),
        writtenOff: quantityOf(spoilt, lotId),
      }))
      .filter(({ returned, writtenOff }) => returned + writtenOff > 0)
  })
}

function quantityOf(moves: readonly { lotId: Id; quantity: number }[], lotId: Id): number {
  return moves.find((move) => move.lotId === lotId)?.quantity ?? 0
}
