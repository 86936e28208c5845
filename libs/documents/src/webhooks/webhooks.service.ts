import { Injectable } from '@nestjs/common'
import type { WebhookKind } from '@weibao/contracts/webhook'
import { Clock, newId, type Id } from '@weibao/kernel'
import { Jobs, Outbox, UnitOfWork, type Tx } from '@weibao/platform'
import { unseal } from './sealed-secret.js'
import { callWebhook, type CallOutcome } from './webhook-call.js'
import { WebhookSettings } from './webhook-settings.js'
import { signWebhook } from './webhook-signature.js'
import {
  WebhookRepository,
  type StoredDelivery,
  type StoredEndpoint,
} from './webhook.repository.js'

/** After each failed attempt; after the last the delivery has failed and waits for its owner. */
const RETRY_SECONDS = [10, 60, 300, 1_800, 7_200, 21_600, 43_200, 86_400] as const
const TIMEOUT_MILLIS = 10_000
/** Attempts that fail without one in between that succeeds. */
export const MOST_FAILURES = 40
const DAYS_KEPT = 30

/** Tells organisations' own systems what happened, signed, at least once, in no certain order. */
@Injectable()
export class Webhooks {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly webhooks: WebhookRepository,
    private readonly outbox: Outbox,
    private readonly settings: WebhookSettings,
    private readonly clock: Clock,
  ) {}

  /**
   * Tells every endpoint of the organisation that listens to the kind, after the commit. `data` is
   * the view of the noun as the API shows it: nothing that its readers may not see.
   */
  async announce(
    tx: Tx,
    organisationId: Id,
    {
      kind,
      data,
    }: { readonly kind: WebhookKind; readonly data: Readonly<Record<string, unknown>> },
  ): Promise<void> {
    for (const endpoint of await this.webhooks.listening(tx, organisationId, kind)) {
      await this.enqueue(tx, endpoint, kind, data)
    }
  }

  /** Which of these organisations listen to a kind: whoever announces need not make what nobody hears. */
  heardBy(tx: Tx, organisationIds: readonly Id[], kind: WebhookKind): Promise<Id[]> {
    return this.webhooks.listeners(tx, organisationIds, kind)
  }

  /** Puts one delivery in line for one endpoint. */
  async enqueue(
    tx: Tx,
    endpoint: StoredEndpoint,
    kind: WebhookKind,
    data: Readonly<Record<string, unknown>>,
  ): Promise<StoredDelivery> {
    const id = newId()
    const createdAt = this.clock.now()
    const body = JSON.stringify({ id, kind, createdAt: createdAt.toISOString(), data })
    const delivery = { id, endpointId: endpoint.id, kind, body, createdAt }
    const added = await this.webhooks.addDelivery(tx, delivery)
    await this.outbox.add(tx, { kind: 'webhook.due', payload: { deliveryId: id } })
    return added
  }

  subscribe(outbox: Outbox, jobs: Jobs): void {
    outbox.subscribe<{ deliveryId: Id }>('webhook.due', 'call-webhook', ({ deliveryId }) =>
      this.deliver(deliveryId),
    )
    jobs.every(86_400, 'forget-old-webhook-deliveries', async () => {
      const before = new Date(this.clock.now().getTime() - DAYS_KEPT * 86_400_000)
      await this.webhooks.forgetBefore(this.unitOfWork.reader, before)
    })
  }

  /** Calls once, writes down how it went, and puts the next attempt in line where one is due. */
  async deliver(deliveryId: Id): Promise<void> {
    const reader = this.unitOfWork.reader
    const delivery = await this.webhooks.findDelivery(reader, deliveryId)
    if (delivery?.state !== 'waiting') return
    const endpoint = await this.webhooks.findEndpoint(reader, delivery.endpointId)
    if (!endpoint) return
    const started = performance.now()
    const outcome = await this.call(endpoint, delivery)
    const millis = Math.round(performance.now() - started)
    await this.note(endpoint, delivery, outcome, millis)
  }

  private async call(endpoint: StoredEndpoint, delivery: StoredDelivery): Promise<CallOutcome> {
    if (endpoint.state !== 'active' && delivery.kind !== 'endpoint.tried') {
      return { status: null, error: 'endpoint-not-active', answer: '' }
    }
    const now = this.clock.now()
    const isChanging = endpoint.previousSecretUntil !== null && endpoint.previousSecretUntil > now
    const sealed = [endpoint.secretSealed, ...(isChanging ? [endpoint.previousSecretSealed!] : [])]
    const secrets = sealed.map((each) => unseal(each, this.settings.key, endpoint.id))
    return callWebhook({
      url: endpoint.url,
      body: delivery.body,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'user-agent': 'Weibao-Webhooks/1',
        'weibao-event-id': delivery.id,
        'weibao-event-kind': delivery.kind,
        'weibao-signature': signWebhook(secrets, delivery.body, now),
      },
      isOpen: this.settings.isOpen,
      timeoutMillis: TIMEOUT_MILLIS,
    })
  }

  private async note(
    endpoint: StoredEndpoint,
    delivery: StoredDelivery,
    outcome: CallOutcome,
    millis: number,
  ): Promise<void> {
    const isSuccess = outcome.status !== null && outcome.status >= 200 && outcome.status < 300
    const delaySeconds = RETRY_SECONDS[delivery.attempts]
    const mayRetry = delaySeconds !== undefined && endpoint.state === 'active'
    const state = isSuccess ? 'succeeded' : mayRetry ? 'waiting' : 'failed'
    await this.unitOfWork.run(async (tx) => {
      const now = this.clock.now()
      await this.webhooks.note(tx, delivery.id, { ...outcome, state, millis, now })
      if (await this.webhooks.count(tx, endpoint.id, isSuccess, MOST_FAILURES))
        await this.outbox.add(tx, {
          kind: 'webhook.disabled',
          payload: { organisationId: endpoint.organisationId, host: new URL(endpoint.url).host },
        })
      if (state !== 'waiting') return
      const event = { kind: 'webhook.due', payload: { deliveryId: delivery.id } }
      await this.outbox.add(tx, event, { delaySeconds: delaySeconds! })
    })
  }
}
