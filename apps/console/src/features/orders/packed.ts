import type { Order } from '@weibao/contracts/order'

/** Packages of each line that are in no parcel yet and not cancelled; lines of which none is left are not in it. */
export function leftToPack(order: Order): ReadonlyMap<string, number> {
  const packed = order.shipments.flatMap(({ lines }) => lines)
  const left = order.lines.map(({ id, quantity, cancelled }): [string, number] => [
    id,
    packed
      .filter(({ orderLineId }) => orderLineId === id)
      .reduce((rest, line) => rest - line.quantity, quantity - cancelled),
  ])
  return new Map(left.filter(([, quantity]) => quantity > 0))
}

/** What a parcel holds by the quantities chosen; undefined when it is everything that is left. */
export function packedOf(
  left: ReadonlyMap<string, number>,
  chosen: Readonly<Record<string, number>>,
): { orderLineId: string; quantity: number }[] | undefined {
  const packed = [...left].map(([orderLineId, most]) => ({
    orderLineId,
    quantity: Math.min(chosen[orderLineId] ?? most, most),
  }))
  if (packed.every(({ orderLineId, quantity }) => quantity === left.get(orderLineId)))
    return undefined
  return packed.filter(({ quantity }) => quantity > 0)
}
