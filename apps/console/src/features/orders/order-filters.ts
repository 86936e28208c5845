import type { OrderState } from '@weibao/contracts/order'

/** In the order in which an order passes through them. */
export const orderStates = [
  'placed',
  'confirmed',
  'partly-shipped',
  'shipped',
  'delivered',
  'accepted',
  'closed',
  'cancelled',
] as const satisfies readonly OrderState[]

/** A state named in an address, or none. */
export function orderStateOf(search: URLSearchParams): OrderState | undefined {
  return orderStates.find((state) => state === search.get('state'))
}

/** What a list of all orders is asked by, from its address. */
export function allOrdersFilter(search: URLSearchParams) {
  const q = search.get('q')
  const cursor = search.get('cursor')
  const state = orderStateOf(search)
  return {
    ...(state ? { state } : {}),
    ...(q ? { q } : {}),
    ...(cursor ? { cursor } : {}),
  }
}

/** Whether packages of an order are still to be handed to a courier. */
export function isToShip({ state }: { readonly state: OrderState }): boolean {
  return state === 'confirmed' || state === 'partly-shipped'
}
