import type Stripe from 'stripe'
import { formatAmount, type Language } from './html.js'
import type { Sandbox } from './sandbox.js'
import type { Kind, Kinds } from './store.js'
import type { WebhookDispatcher } from './webhook-dispatcher.js'

/** One row of a list: what it is, how it stands, and what else is worth seeing. */
export interface Row {
  readonly id: string
  readonly created: number
  readonly state: string
  readonly mood: 'good' | 'bad' | 'wait'
  readonly amount: string | null
  readonly about: string
  /** Where a search looks. */
  readonly words: readonly string[]
}

export interface View {
  readonly kind: Kind
  readonly name: Readonly<Record<Language, string>>
  readonly states: readonly string[]
}

/** The lists of the console, in the order of their tabs. */
export const VIEWS = {
  sessions: {
    kind: 'session',
    name: { zh: '收银台会话', en: 'Sessions' },
    states: ['open', 'complete', 'expired'],
  },
  intents: {
    kind: 'intent',
    name: { zh: '付款', en: 'Payments' },
    states: [
      ...['requires_payment_method', 'requires_action', 'processing', 'requires_capture'],
      ...['succeeded', 'canceled'],
    ],
  },
  charges: {
    kind: 'charge',
    name: { zh: '扣款', en: 'Charges' },
    states: ['succeeded', 'failed', 'pending'],
  },
  refunds: {
    kind: 'refund',
    name: { zh: '退款', en: 'Refunds' },
    states: ['pending', 'succeeded', 'failed'],
  },
  events: {
    kind: 'event',
    name: { zh: '事件', en: 'Events' },
    states: ['waiting', 'delivered', 'given-up', 'no-endpoint'],
  },
  disputes: {
    kind: 'dispute',
    name: { zh: '争议', en: 'Disputes' },
    states: ['needs_response', 'won', 'lost'],
  },
} as const satisfies Record<string, View>
export type ViewName = keyof typeof VIEWS

export function isViewName(name: string): name is ViewName {
  return Object.hasOwn(VIEWS, name)
}

const GOOD = ['complete', 'succeeded', 'delivered', 'won']
const BAD = ['expired', 'canceled', 'failed', 'lost', 'given-up']

/** Rows of a view, newest first, from after an id on. */
export function* rowsOf(
  box: Sandbox,
  webhooks: WebhookDispatcher,
  view: ViewName,
  after?: string,
): Generator<Row> {
  for (const item of box.store.newestFirst(VIEWS[view].kind, after)) {
    const state = stateOf(item, webhooks)
    const amount = amountOf(item)
    yield {
      id: item.id,
      created: item.created,
      state,
      mood: GOOD.includes(state) ? 'good' : BAD.includes(state) ? 'bad' : 'wait',
      amount: amount === null ? null : formatAmount(amount.amount, amount.currency),
      about: aboutOf(item),
      words: wordsOf(item),
    }
  }
}

type Item = Kinds[(typeof VIEWS)[ViewName]['kind']]

function stateOf(item: Item, webhooks: WebhookDispatcher): string {
  if (item.object !== 'event') return item.status ?? 'open'
  const states = webhooks.deliveriesOf(item.id).map((delivery) => delivery.state)
  if (states.length === 0) return 'no-endpoint'
  return (['waiting', 'given-up'] as const).find((state) => states.includes(state)) ?? 'delivered'
}

function amountOf(item: Item): { amount: number; currency: string } | null {
  if (item.object === 'event') return null
  const amount = item.object === 'checkout.session' ? item.amount_total : item.amount
  return amount === null ? null : { amount, currency: item.currency ?? 'cny' }
}

function aboutOf(item: Item): string {
  switch (item.object) {
    case 'event':
      return `${item.type} · ${(item.data.object as { id?: string }).id ?? ''}`
    case 'checkout.session':
      return item.client_reference_id ?? item.customer_details?.email ?? ''
    case 'payment_intent':
      return item.last_payment_error?.code ?? item.description ?? ''
    case 'charge':
      return item.failure_code ?? item.payment_method_details?.type ?? ''
    case 'refund':
      return item.reason ?? String(item.payment_intent ?? '')
    case 'dispute':
      return item.reason
  }
}

function wordsOf(item: Item): string[] {
  const metadata = 'metadata' in item ? Object.values(item.metadata ?? {}) : []
  const links: Array<keyof Stripe.Charge | 'charge' | 'client_reference_id' | 'latest_charge'> = [
    ...(['payment_intent', 'charge', 'client_reference_id', 'latest_charge'] as const),
  ]
  const linked = links.map((name) => (item as unknown as Record<string, unknown>)[name])
  const subject = item.object === 'event' ? (item.data.object as { id?: string }).id : null
  return [item.id, aboutOf(item), subject, ...linked, ...metadata].filter(
    (word): word is string => typeof word === 'string',
  )
}
