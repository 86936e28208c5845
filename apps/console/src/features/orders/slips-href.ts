/** The packing slips of these orders in one file; without any, of all that are to be shipped. */
export function slipsHref(cooperativeId: string, orderIds: readonly string[] = []): string {
  const address = `/api/cooperatives/${cooperativeId}/packing-slips`
  return orderIds.length > 0 ? `${address}?orders=${orderIds.join(',')}` : address
}
