import type { PriceBreak } from '@weibao/contracts/sku'
import { fen, type Fen } from '@weibao/kernel'

/** A price with quantity breaks: from `minQuantity` packages on, each costs `priceFen`. */
export interface Price {
  readonly priceFen: number
  readonly priceBreaks: readonly PriceBreak[]
}

/** The price of one package when so many are bought: that of the highest break reached. */
export function priceFor({ priceFen, priceBreaks }: Price, quantity: number): Fen {
  let best = { minQuantity: 1, priceFen }
  for (const each of priceBreaks)
    if (quantity >= each.minQuantity && each.minQuantity >= best.minQuantity) best = each
  return fen(best.priceFen)
}

/** Whether the breaks rise in quantity and fall in price, starting below the price itself. */
export function breaksFall({ priceFen, priceBreaks }: Price): boolean {
  let last = { minQuantity: 1, priceFen }
  for (const each of priceBreaks) {
    if (each.minQuantity <= last.minQuantity || each.priceFen >= last.priceFen) return false
    last = each
  }
  return true
}
