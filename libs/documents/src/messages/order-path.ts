interface Reader {
  readonly orderId: string
  readonly buyerId?: string
  readonly cooperativeId?: string
}

/** Where an order is read: by its buyer in the shop, by the members of an organisation in the console. */
export function orderPath({ orderId, buyerId, cooperativeId }: Reader): string {
  const path = `/orders/${encodeURIComponent(orderId)}`
  if (cooperativeId) return `/console/c/${encodeURIComponent(cooperativeId)}${path}`
  return buyerId ? `/console/b/${encodeURIComponent(buyerId)}${path}` : path
}
