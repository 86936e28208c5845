import type { Order } from '@weibao/contracts/order'

/** Packages of each line of an order that are in no parcel yet and not cancelled, where there are any. */
export function leftToShip(order: Order): { orderLineId: string; left: number }[] {
  const shipped = order.shipments.flatMap(({ lines }) => lines)
  return order.lines
    .map(({ id, quantity, cancelled }) => ({
      orderLineId: id,
      left: shipped
        .filter(({ orderLineId }) => orderLineId === id)
        .reduce((left, line) => left - line.quantity, quantity - cancelled),
    }))
    .filter(({ left }) => left > 0)
}
