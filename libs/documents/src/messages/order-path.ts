/** Where an order is read: by its buyer in the shop, by the members of an organisation in the console. */
export function orderPath({ orderId, buyerId }: { orderId: string; buyerId?: string }): string {
  const path = `/orders/${encodeURIComponent(orderId)}`
  return buyerId ? `/console/b/${encodeURIComponent(buyerId)}${path}` : path
}
