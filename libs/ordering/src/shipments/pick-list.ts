import type { Id, LocalDay } from '@weibao/kernel'

/** What an order still waits for of a sku: so many packages, after so many that left already. */
export interface LeftToShip {
  readonly orderId: Id
  readonly number: string
  readonly skuId: Id
  readonly gone: number
  readonly left: number
}

/** Packages of a lot that were sold to an order. */
export interface SoldToOrder {
  readonly orderId: Id
  readonly skuId: Id
  readonly lotId: Id
  readonly bestBefore: LocalDay | null
  readonly quantity: number
}

export interface LotTake {
  readonly lotId: Id
  readonly quantity: number
  readonly orders: readonly {
    readonly orderId: Id
    readonly number: string
    readonly quantity: number
  }[]
}

/**
 * What to take of which lot: each order's packages come from the lots they were sold from,
 * first-expired first, behind those that have left already. Lots first-expired first.
 */
export function pickFrom(left: readonly LeftToShip[], sold: readonly SoldToOrder[]): LotTake[] {
  const byExpiry = [...sold].sort(
    (a, b) =>
      (a.bestBefore ?? '9').localeCompare(b.bestBefore ?? '9') || (a.lotId < b.lotId ? -1 : 1),
  )
  const takes = new Map<Id, LotTake['orders'][number][]>()
  for (const { lotId } of byExpiry) takes.set(lotId, [])
  for (const { orderId, number, skuId, gone, left: wanted } of left) {
    let toSkip = gone
    let missing = wanted
    for (const lot of byExpiry) {
      if (lot.orderId !== orderId || lot.skuId !== skuId) continue
      const skipped = Math.min(toSkip, lot.quantity)
      toSkip -= skipped
      const quantity = Math.min(missing, lot.quantity - skipped)
      missing -= quantity
      if (quantity > 0) takes.get(lot.lotId)!.push({ orderId, number, quantity })
    }
  }
  return [...takes].flatMap(([lotId, orders]) => {
    const quantity = orders.reduce((sum, each) => sum + each.quantity, 0)
    return quantity > 0 ? [{ lotId, quantity, orders }] : []
  })
}
