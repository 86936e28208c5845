import { createHmac } from 'node:crypto'
import type { Delivery } from './records.js'
import type { Sandbox } from './sandbox.js'
import { Timers } from './timers.js'

const MAX_IN_FLIGHT = 20
const TIMEOUT_MS = 20_000
const FIRST_RETRY_MS = 1_000
const LONGEST_RETRY_MS = 3 * 3_600_000
const LIFE_MS = 3 * 86_400_000
const LOG_LENGTH = 10

/**
 * Delivers events over HTTP until each endpoint has answered 2xx: at least once, in no promised
 * order, for three days. What waits is in the store, so a restart goes on where it stopped.
 */
export class WebhookDispatcher {
  private readonly timers: Timers
  private readonly due: string[] = []
  private readonly byEvent = new Map<string, string[]>()
  private inFlight = 0
  private isStopped = false
  private readonly stopping = new AbortController()

  constructor(
    private readonly box: Sandbox,
    private readonly secrets: readonly string[],
  ) {
    this.timers = new Timers(() => box.now())
  }

  start(): void {
    for (const delivery of this.box.store.oldestFirst('delivery')) this.take(delivery)
    this.box.store.onChange((changes) => {
      for (const { kind, value } of changes)
        if (kind === 'delivery' && value !== null) this.take(value as Delivery)
    })
  }

  /** The deliveries of an event, oldest first. */
  deliveriesOf(eventId: string): Delivery[] {
    return (this.byEvent.get(eventId) ?? []).map((id) => this.box.store.get('delivery', id))
  }

  /** At how many endpoints an event is still to arrive. */
  pendingOf(eventId: string): number {
    return this.deliveriesOf(eventId).filter((delivery) => delivery.state === 'waiting').length
  }

  /** Goes on after webhooks were held or the clock was moved. */
  wake(): void {
    this.timers.wake()
    this.pump()
  }

  async stop(): Promise<void> {
    this.isStopped = true
    this.timers.clearAll()
    this.stopping.abort()
    while (this.inFlight > 0) await new Promise((resolve) => setTimeout(resolve, 5))
  }

  private take(delivery: Delivery): void {
    const known = this.byEvent.get(delivery.eventId)
    if (known === undefined) this.byEvent.set(delivery.eventId, [delivery.id])
    else if (!known.includes(delivery.id)) known.push(delivery.id)
    if (delivery.state !== 'waiting' || this.isStopped) return
    if (delivery.dueAt <= this.box.now()) {
      this.due.push(delivery.id)
      queueMicrotask(() => this.pump())
    } else {
      this.timers.set(delivery.id, delivery.dueAt, () => {
        this.due.push(delivery.id)
        this.pump()
      })
    }
  }

  private pump(): void {
    while (!this.isStopped && !this.box.settings.holdWebhooks && this.inFlight < MAX_IN_FLIGHT) {
      const id = this.due.shift()
      if (id === undefined) return
      this.inFlight++
      void this.attempt(id).finally(() => {
        this.inFlight--
        this.pump()
      })
    }
  }

  private async attempt(id: string): Promise<void> {
    const delivery = this.box.store.get('delivery', id)
    const started = this.box.now()
    const { status, error } = await this.send(delivery)
    if (this.isStopped && error !== null) return
    const attempts = delivery.attempts + 1
    const isDelivered = status !== null && status >= 200 && status < 300
    const dueAt = this.box.now() + retryDelayMs(attempts)
    const isTooLate = dueAt > delivery.createdAt + LIFE_MS
    const entry = { at: started, status, milliseconds: this.box.now() - started, error }
    this.box.store.run(() =>
      this.box.store.put('delivery', {
        ...delivery,
        state: isDelivered ? 'delivered' : isTooLate ? 'given-up' : 'waiting',
        dueAt,
        attempts,
        log: [...delivery.log, entry].slice(-LOG_LENGTH),
      }),
    )
  }

  private async send(delivery: Delivery): Promise<{ status: number | null; error: string | null }> {
    const event = this.box.store.get('event', delivery.eventId)
    const body = JSON.stringify({ ...event, pending_webhooks: this.pendingOf(event.id) }, null, 2)
    try {
      const response = await fetch(delivery.url, {
        method: 'POST',
        body,
        redirect: 'manual',
        signal: AbortSignal.any([AbortSignal.timeout(TIMEOUT_MS), this.stopping.signal]),
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'stripe-signature': sign(body, this.secrets, this.box.seconds()),
          'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks) weibao-sandbox',
        },
      })
      await response.arrayBuffer()
      return { status: response.status, error: null }
    } catch (error) {
      return { status: null, error: describe(error) }
    }
  }
}

/** Wait before the next attempt: a second, doubled each time, at most three hours. */
export function retryDelayMs(attempts: number): number {
  return Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(attempts - 1, 30))
}

/** The `Stripe-Signature` header: one `v1` for each secret in force. */
export function sign(body: string, secrets: readonly string[], seconds: number): string {
  const marks = secrets.map((secret) => {
    const mac = createHmac('sha256', secret).update(`${seconds}.${body}`, 'utf8')
    return `v1=${mac.digest('hex')}`
  })
  return [`t=${seconds}`, ...marks].join(',')
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message
}
