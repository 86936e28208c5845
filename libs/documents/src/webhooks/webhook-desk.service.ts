import { Injectable } from '@nestjs/common'
import type {
  AddWebhookEndpoint,
  ChangeWebhookEndpoint,
  WebhookDeliveryDetail,
  WebhookDeliveryView,
  WebhookEndpointView,
} from '@weibao/contracts/webhook'
import { Clock, newId, type Id } from '@weibao/kernel'
import {
  decodeCursor,
  notFound,
  Outbox,
  refusal,
  toPage,
  UnitOfWork,
  type Actor,
} from '@weibao/platform'
import { isCallable } from './address-guard.js'
import { makeSecret, seal } from './sealed-secret.js'
import {
  WebhookRepository,
  type StoredDelivery,
  type StoredEndpoint,
} from './webhook.repository.js'
import { WebhookSettings } from './webhook-settings.js'
import { Webhooks } from './webhooks.service.js'

const MOST_ENDPOINTS = 10
/** So long a receiver may go on checking by the secret before. */
const OVERLAP_MILLIS = 86_400_000

/** What an organisation's owner does with its webhook endpoints. */
@Injectable()
export class WebhookDesk {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly webhooks: WebhookRepository,
    private readonly announcer: Webhooks,
    private readonly outbox: Outbox,
    private readonly settings: WebhookSettings,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, organisationId: Id): Promise<{ items: WebhookEndpointView[] }> {
    actor.mustReach('webhook:manage', organisationId)
    const found = await this.webhooks.endpointsOf(this.unitOfWork.reader, organisationId)
    return { items: found.map(toEndpointView) }
  }

  async add(actor: Actor, organisationId: Id, { url, kinds }: AddWebhookEndpoint) {
    actor.mustReach('webhook:manage', organisationId)
    this.mustBeCallable(url)
    const id = newId()
    const secret = makeSecret()
    const endpoint: StoredEndpoint = {
      id,
      organisationId,
      url,
      kinds: [...new Set(kinds)],
      secretSealed: seal(secret, this.settings.key, id),
      state: 'active',
      failuresInARow: 0,
      previousSecretSealed: null,
      previousSecretUntil: null,
      createdAt: this.clock.now(),
    }
    const added = await this.unitOfWork.run(async (tx) => {
      await this.webhooks.lockOrganisation(tx, organisationId)
      return this.webhooks.add(tx, endpoint, MOST_ENDPOINTS)
    })
    if (!added) throw refusal('webhook.too-many-endpoints', { max: MOST_ENDPOINTS })
    return { endpoint: toEndpointView(added), secret }
  }

  async change(actor: Actor, id: Id, changes: ChangeWebhookEndpoint): Promise<WebhookEndpointView> {
    await this.reach(actor, id)
    if (changes.url !== undefined) this.mustBeCallable(changes.url)
    const { url, kinds, state } = changes
    const changed = await this.webhooks.change(this.unitOfWork.reader, id, {
      ...(url === undefined ? {} : { url }),
      ...(kinds === undefined ? {} : { kinds: [...new Set(kinds)] }),
      ...(state === undefined ? {} : { state }),
    })
    if (!changed) throw notFound()
    return toEndpointView(changed)
  }

  async remove(actor: Actor, id: Id): Promise<void> {
    await this.reach(actor, id)
    await this.webhooks.remove(this.unitOfWork.reader, id)
  }

  async rotate(actor: Actor, id: Id) {
    await this.reach(actor, id)
    const secret = makeSecret()
    const sealed = seal(secret, this.settings.key, id)
    const until = new Date(this.clock.now().getTime() + OVERLAP_MILLIS)
    const changed = await this.webhooks.setSecret(this.unitOfWork.reader, id, sealed, until)
    if (!changed) throw notFound()
    return { endpoint: toEndpointView(changed), secret }
  }

  async try(actor: Actor, id: Id): Promise<WebhookDeliveryView> {
    const endpoint = await this.reach(actor, id)
    const delivery = await this.unitOfWork.run((tx) =>
      this.announcer.enqueue(tx, endpoint, 'endpoint.tried', { endpointId: id }),
    )
    return toDeliveryView(delivery)
  }

  async deliveries(
    actor: Actor,
    id: Id,
    {
      limit,
      cursor,
      state,
    }: {
      readonly limit: number
      readonly cursor?: string | undefined
      readonly state?: StoredDelivery['state'] | undefined
    },
  ) {
    await this.reach(actor, id)
    const page = { before: decodeCursor(cursor, 1)?.[0] ?? null, limit: limit + 1, state }
    const found = await this.webhooks.deliveriesOf(this.unitOfWork.reader, id, page)
    return toPage(found, limit, (last) => [last.id], toDeliveryView)
  }

  /** What was sent, and what each call was answered. */
  async delivery(actor: Actor, id: Id): Promise<WebhookDeliveryDetail> {
    const { reader } = this.unitOfWork
    const delivery = await this.webhooks.findDelivery(reader, id)
    if (!delivery) throw notFound()
    const { id: endpointId, url } = await this.reach(actor, delivery.endpointId)
    const calls = await this.webhooks.attemptsOf(reader, id)
    return {
      ...toDeliveryView(delivery),
      endpointId,
      url,
      body: delivery.body,
      calls: calls.map(({ attemptedAt, ...call }) => ({ at: attemptedAt.toISOString(), ...call })),
    }
  }

  /** The same body under the same id, so that the receiver can tell that it had it already. */
  async resend(actor: Actor, deliveryId: Id): Promise<WebhookDeliveryView> {
    const delivery = await this.webhooks.findDelivery(this.unitOfWork.reader, deliveryId)
    if (!delivery) throw notFound()
    await this.reach(actor, delivery.endpointId)
    const restarted = await this.unitOfWork.run(async (tx) => {
      const found = await this.webhooks.restart(tx, deliveryId)
      if (!found) throw notFound()
      await this.outbox.add(tx, { kind: 'webhook.due', payload: { deliveryId } })
      return found
    })
    return toDeliveryView(restarted)
  }

  private async reach(actor: Actor, id: Id): Promise<StoredEndpoint> {
    const endpoint = await this.webhooks.findEndpoint(this.unitOfWork.reader, id)
    if (!endpoint) throw notFound()
    actor.mustReach('webhook:manage', endpoint.organisationId)
    return endpoint
  }

  private mustBeCallable(url: string): void {
    if (!isCallable(new URL(url), this.settings.isOpen)) throw refusal('webhook.address-refused')
  }
}

function toEndpointView(endpoint: StoredEndpoint): WebhookEndpointView {
  const { id, organisationId, url, kinds, state, failuresInARow, createdAt } = endpoint
  const { previousSecretUntil } = endpoint
  return {
    id,
    organisationId,
    url,
    kinds,
    state,
    failuresInARow,
    previousSecretUntil: previousSecretUntil?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  }
}

function toDeliveryView(delivery: StoredDelivery): WebhookDeliveryView {
  const { id, kind, state, attempts, lastStatus, lastError, lastMillis } = delivery
  return {
    id,
    kind,
    state,
    attempts,
    lastStatus,
    lastError,
    lastMillis,
    createdAt: delivery.createdAt.toISOString(),
    deliveredAt: delivery.deliveredAt?.toISOString() ?? null,
  }
}
