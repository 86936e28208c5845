import { notFound, type Actor } from '@weibao/platform'
import type { OrderEntity } from './order.entity.js'
import { mustBeBuyer, type Shopper } from './shopper.js'

/** Who cancels an order or a part of it: the buyer's browser or session, and what the session may do besides. */
export interface Canceller {
  readonly shopper: Shopper | null
  readonly actor: Actor | null
}

/** The buyer takes back what is not wanted; what cannot be delivered is the cooperative's to say. */
export function mustMayCancel(
  { shopper, actor }: Canceller,
  order: OrderEntity,
  { reason }: { readonly reason: string },
): void {
  if (reason !== 'not-wanted') {
    if (!actor) throw notFound()
    return actor.mustReach('order:ship', order.cooperativeId)
  }
  if (!shopper) throw notFound()
  mustBeBuyer(shopper, order, 'order:cancel')
}
