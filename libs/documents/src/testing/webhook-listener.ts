import type { WebhookDeliveryDetail, WebhookKind } from '@weibao/contracts/webhook'
import type { Id } from '@weibao/kernel'
import { makeActor, type World } from '@weibao/platform/testing'
import { WebhookDesk } from '../webhooks/webhook-desk.service.js'

/** An organisation that listens: what it was, or is still to be, told, oldest first. Nobody answers it. */
export async function listen(
  world: World,
  organisationId: Id,
  kinds: WebhookKind[],
): Promise<{ told(): Promise<WebhookDeliveryDetail[]> }> {
  const desk = world.get(WebhookDesk)
  const owner = makeActor({ role: 'owner', organisationId })
  // NOTE Port 9 discards: a call is refused at once, and is written down all the same.
  const { endpoint } = await desk.add(owner, organisationId, { url: 'http://127.0.0.1:9/', kinds })
  return {
    told: async () => {
      const { items } = await desk.deliveries(owner, endpoint.id, { limit: 100 })
      return Promise.all(items.reverse().map(({ id }) => desk.delivery(owner, id)))
    },
  }
}
