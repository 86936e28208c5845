import Stripe from 'stripe'
import type { Clock } from '@weibao/kernel'
import { newStripeId } from './identifier.js'
import type { Delivery, Task } from './records.js'
import { seededRandom, type Settings } from './settings.js'
import type { Store } from './store.js'

/** The only version the sandbox speaks: the SDK's own. */
export const API_VERSION = Stripe.API_VERSION

export interface ApiCall {
  readonly requestId: string
  readonly idempotencyKey: string | null
}

type EventObject =
  | Stripe.Checkout.Session
  | Stripe.PaymentIntent
  | Stripe.Charge
  | Stripe.Refund
  | Stripe.Dispute
  | Stripe.Transfer

/** What every part of the sandbox works with: what is stored, what time it is, what is set. */
export class Sandbox {
  /** Origin of the hosted pages. Known for certain once the server listens. */
  publicUrl = 'http://127.0.0.1'
  /** The API call that is being answered, named in the events it causes. */
  call: ApiCall | null = null
  settings: Settings
  private random: () => number

  constructor(
    readonly store: Store,
    private readonly clock: Clock,
    private readonly initial: Settings,
    private readonly webhookUrls: readonly string[],
  ) {
    this.settings = initial
    this.random = seededRandom(initial.seed)
  }

  /** Milliseconds since 1970. */
  now(): number {
    return this.clock.now().getTime()
  }

  /** Seconds since 1970, as Stripe counts. */
  seconds(): number {
    return Math.floor(this.now() / 1_000)
  }

  configure(change: Partial<Settings> & { reset?: true }): Settings {
    const { reset, ...rest } = change
    this.settings = { ...(reset ? this.initial : this.settings), ...rest }
    if (reset || rest.seed !== undefined) this.random = seededRandom(this.settings.seed)
    return this.settings
  }

  chance(probability: number): boolean {
    return probability > 0 && this.random() < probability
  }

  /** Takes one from a counter of things that are to go wrong. */
  spend(counter: 'failRefunds' | 'failWalletSettlements'): boolean {
    if (this.settings[counter] === 0) return false
    this.settings = { ...this.settings, [counter]: this.settings[counter] - 1 }
    return true
  }

  /** Records that something happened and sends it on its way to every endpoint. */
  emit(type: Stripe.Event.Type, object: EventObject, before?: object): void {
    const copies = this.settings.deliveriesPerEvent
    const event = {
      id: newStripeId('evt'),
      object: 'event',
      api_version: API_VERSION,
      created: this.seconds(),
      data: { object, ...(before === undefined ? {} : { previous_attributes: before }) },
      livemode: false,
      pending_webhooks: this.webhookUrls.length,
      request: {
        id: this.call?.requestId ?? null,
        idempotency_key: this.call?.idempotencyKey ?? null,
      },
      type,
    } satisfies Stripe.EventBase
    // The union of all events ties each type to its object; the callers pair them.
    this.store.put('event', event as unknown as Stripe.Event)
    for (const url of this.webhookUrls)
      for (let copy = 0; copy < copies; copy++) this.deliver(event.id, url)
  }

  /** Sends one event to every endpoint once more. */
  resend(eventId: string): void {
    for (const url of this.webhookUrls) this.deliver(eventId, url)
  }

  schedule(what: Task['what'], subject: string, at: number, outcome: Task['outcome']): void {
    this.store.put('task', { id: `${what}:${subject}`, what, subject, at, outcome })
  }

  unschedule(what: Task['what'], subject: string): void {
    this.store.remove('task', `${what}:${subject}`)
  }

  private deliver(eventId: string, url: string): void {
    const { webhookDelayMs, shuffleWindowMs } = this.settings
    const wait = webhookDelayMs + Math.floor(this.random() * shuffleWindowMs)
    const delivery: Delivery = {
      id: newStripeId('wdl'),
      eventId,
      url,
      state: 'waiting',
      createdAt: this.now(),
      dueAt: this.now() + wait,
      attempts: 0,
      log: [],
    }
    this.store.put('delivery', delivery)
  }
}
