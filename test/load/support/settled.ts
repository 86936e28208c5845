import type pg from 'pg'
import {
  allAtProvider,
  type ProviderIntent,
  type ProviderRefund,
  type ProviderSession,
} from './provider.js'
import type { TestMarket } from '../../support/market.js'

/** Of an order: whether it is paid by transfer, which waits for people and never meets the card provider. */
const IS_BY_TRANSFER = `exists (select from payments t where t.subject_id = o.group_id and t.way = 'bank-transfer')`

/**
 * What is still on its way; all zero when the market has come to rest. What a round has proposed
 * holds its goods until somebody answers, a transfer waits for its buyer and its officers: neither is
 * on its way.
 */
export interface Unfinished {
  readonly payments: number
  readonly orders: number
  readonly refunds: number
  readonly outbox: number
  readonly held: number
}

export async function unfinished(client: pg.Client): Promise<Unfinished> {
  const { rows } = await client.query<Unfinished>(
    `select (select count(*)::int from payments where way = 'online' and state in ('created', 'pending')) as payments,
       (select count(*)::int from orders o where state = 'placed' and not ${IS_BY_TRANSFER}) as orders,
       (select count(*)::int from refunds r join payments p on p.id = r.payment_id
         where p.way = 'online' and r.state in ('requested', 'pending')) as refunds,
       (select count(*)::int from outbox where state = 'waiting') as outbox,
       (select count(*)::int from reservations r where state = 'held'
          and not exists (select from allocations a where a.id::text = r.reference)) as held`,
  )
  return rows[0]!
}

/** Waits until nothing is on its way any more; how long that took. Throws with what is left. */
export async function untilSettled(client: pg.Client, limitMillis = 60_000): Promise<number> {
  const started = Date.now()
  for (;;) {
    const left = await unfinished(client)
    if (Object.values(left).every((n) => n === 0)) return Date.now() - started
    if (Date.now() - started > limitMillis)
      throw new Error(`not final within ${limitMillis / 1000} s: ${JSON.stringify(left)}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

interface OurPayment {
  readonly id: string
  readonly state: string
  readonly amountFen: number
  readonly intentId: string | null
  readonly isCaptured: boolean
  readonly living: number
  readonly paidEvents: number
  readonly orders: number
  readonly charges: number
}

/**
 * Holds our card payments against the provider's, one by one: what differs, in words. Empty when each
 * payment taken there is captured here once, its orders confirmed once, its ledger entry written
 * once, each refund the same on both sides, and no payment has two pages.
 */
export async function differences(market: TestMarket, client: pg.Client): Promise<string[]> {
  const ours = await ourPayments(client)
  const [intents, refunds, sessions] = await Promise.all([
    allAtProvider<ProviderIntent>(market, 'payment_intents'),
    allAtProvider<ProviderRefund>(market, 'refunds'),
    allAtProvider<ProviderSession>(market, 'checkout/sessions'),
  ])
  return [
    ...differingPayments(ours, intents),
    ...ours.filter((p) => p.isCaptured).flatMap(effectsOnce),
    ...(await differingRefunds(client, refunds)),
    ...doubles(sessions.map(({ client_reference_id: id }) => id)).map((id) => `${id}: two pages`),
  ]
}

async function ourPayments(client: pg.Client): Promise<OurPayment[]> {
  const { rows } = await client.query<OurPayment>(
    `select p.id, p.state, p.amount_fen::float8 as "amountFen", p.intent_id as "intentId",
       p.captured_at is not null as "isCaptured",
       (select count(*)::int from orders o where o.group_id = p.subject_id) as orders,
       (select count(*)::int from orders o where o.group_id = p.subject_id
          and o.state not in ('placed', 'cancelled')) as living,
       (select count(*)::int from order_events e join orders o on o.id = e.order_id
          where o.group_id = p.subject_id and e.kind = 'paid') as "paidEvents",
       (select count(*)::int from ledger_transactions t where t.kind = 'charge' and t.reference = p.id::text) as charges
     from payments p where p.way = 'online'`,
  )
  return rows
}

function differingPayments(
  ours: readonly OurPayment[],
  intents: readonly ProviderIntent[],
): string[] {
  const byId = new Map(ours.map((payment) => [payment.id, payment]))
  const taken = intents.filter(({ status }) => status === 'succeeded')
  const faults = taken.flatMap(({ id, amount, metadata }) => {
    const payment = byId.get(metadata.payment_id ?? '')
    if (!payment) return [`${id}: paid there, unknown here`]
    if (!payment.isCaptured) return [`${payment.id}: paid there, ${payment.state} here`]
    if (payment.amountFen !== amount)
      return [`${payment.id}: ${amount} there, ${payment.amountFen} here`]
    return []
  })
  const paidThere = taken.map(({ metadata }) => metadata.payment_id ?? '')
  const known = new Set(paidThere)
  return [
    ...faults,
    ...doubles(paidThere).map((id) => `${id}: paid twice there`),
    ...ours.filter((p) => p.isCaptured && !known.has(p.id)).map((p) => `${p.id}: paid only here`),
  ]
}

/** Paid: all orders of the group confirmed once, or all of the money going back. */
function effectsOnce({ id, state, orders, paidEvents, charges }: OurPayment): string[] {
  const isRefusedWhole = state === 'refunded' && paidEvents === 0
  return [
    ...(charges === 1 ? [] : [`${id}: ${charges} charges in the ledger`]),
    ...(paidEvents === orders || isRefusedWhole
      ? []
      : [`${id}: ${paidEvents} of ${orders} orders confirmed, payment ${state}`]),
  ]
}

async function differingRefunds(
  client: pg.Client,
  there: readonly ProviderRefund[],
): Promise<string[]> {
  const { rows } = await client.query<{
    id: string
    providerRef: string
    state: string
    amountFen: number
  }>(
    `select r.id, r.provider_ref as "providerRef", r.state, r.amount_fen::float8 as "amountFen"
     from refunds r join payments p on p.id = r.payment_id where p.way = 'online'`,
  )
  const byRef = new Map(rows.map((refund) => [refund.providerRef, refund]))
  const made = there.filter(({ status }) => status === 'succeeded')
  const knownThere = new Set(made.map(({ id }) => id))
  return [
    ...made.flatMap(({ id, amount }) => {
      const refund = byRef.get(id)
      if (!refund) return [`${id}: refunded there, unknown here`]
      if (refund.state !== 'succeeded' || refund.amountFen !== amount)
        return [`${id}: ${amount} refunded there, ${refund.state} ${refund.amountFen} here`]
      return []
    }),
    ...rows
      .filter((r) => r.state === 'succeeded' && !knownThere.has(r.providerRef))
      .map((r) => `${r.id}: refunded only here`),
    ...doubles(made.map(({ metadata }) => metadata.refund_id ?? '')).map(
      (id) => `${id}: refunded twice`,
    ),
  ]
}

function doubles(values: readonly string[]): string[] {
  const seen = new Set<string>()
  return values.filter((value) => seen.size === seen.add(value).size)
}
