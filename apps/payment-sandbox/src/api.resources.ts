import type { z } from 'zod'
import { currentTransaction, readBalance } from './balance.js'
import { createSession, expireSession } from './checkout-session.js'
import { createSessionSchema, listSessionsSchema } from './checkout-session.schema.js'
import { SESSION_NOT_SIMULATED } from './checkout-session.schema.js'
import { closeDispute } from './dispute.js'
import { listPage, type Source } from './listing.js'
import { cancelIntent, createIntent } from './payment-intent.js'
import {
  cancelIntentSchema,
  captureIntentSchema,
  confirmIntentSchema,
} from './payment-intent.schema.js'
import {
  createIntentSchema,
  INTENT_NOT_SIMULATED,
  listIntentsSchema,
} from './payment-intent.schema.js'
import { createRefund } from './refund.js'
import * as schemas from './resource.schema.js'
import type { Sandbox } from './sandbox.js'
import type { Kind, Kinds } from './store.js'
import { noSuch } from './stripe.errors.js'
import { capture, confirm } from './api.payment.js'
import { createCustomer, createTransfer } from './transfer.js'
import type { WebhookDispatcher } from './webhook-dispatcher.js'

export interface ApiContext {
  readonly box: Sandbox
  readonly webhooks: WebhookDispatcher
  readonly id: string
}

export interface Endpoint<T extends z.ZodType = z.ZodType> {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly schema: T
  readonly notSimulated?: readonly string[]
  answer(context: ApiContext, input: z.output<T>): object
}

const NAMES: Readonly<Partial<Record<Kind, string>>> = {
  session: 'checkout.session',
  intent: 'payment_intent',
  balanceTransaction: 'balance_transaction',
  paymentMethod: 'payment_method',
}

/** Finds an object or refuses in Stripe's words. */
export function fetchObject<K extends Kind>(box: Sandbox, kind: K, id: string): Kinds[K] {
  const found = box.store.find(kind, id)
  if (found === undefined)
    throw noSuch(NAMES[kind] ?? kind, id, kind === 'intent' ? 'intent' : 'id')
  return found
}

function sourceOf<K extends Kind>(box: Sandbox, kind: K, url: string): Source<Kinds[K]> {
  return {
    name: NAMES[kind] ?? kind,
    url,
    has: (id) => box.store.has(kind, id),
    from: (after) => box.store.newestFirst(kind, after),
  }
}

/** Keeps the type of the parameters known inside each answer. */
function endpoint<T extends z.ZodType>(one: Endpoint<T>): Endpoint {
  return one as unknown as Endpoint
}

const retrieve = (path: string, kind: Kind): Endpoint =>
  endpoint({
    method: 'GET',
    path: `${path}/:id`,
    schema: schemas.retrieveSchema,
    answer: ({ box, id }) => fetchObject(box, kind, id),
  })

const SESSIONS = '/v1/checkout/sessions'
const INTENTS = '/v1/payment_intents'

const sessions: Endpoint[] = [
  endpoint({
    method: 'POST',
    path: SESSIONS,
    schema: createSessionSchema,
    notSimulated: SESSION_NOT_SIMULATED,
    answer: ({ box }, input) => createSession(box, input),
  }),
  endpoint({
    method: 'GET',
    path: SESSIONS,
    schema: listSessionsSchema,
    answer: ({ box }, input) =>
      listPage(
        sourceOf(box, 'session', SESSIONS),
        input,
        (session) =>
          (input.payment_intent ?? session.payment_intent) === session.payment_intent &&
          (input.customer ?? session.customer) === session.customer &&
          (input.status ?? session.status) === session.status &&
          (input.customer_details === undefined ||
            input.customer_details.email === session.customer_details?.email),
      ),
  }),
  retrieve(SESSIONS, 'session'),
  endpoint({
    method: 'POST',
    path: `${SESSIONS}/:id/expire`,
    schema: schemas.retrieveSchema,
    answer: ({ box, id }) => expireSession(box, fetchObject(box, 'session', id)),
  }),
  endpoint({
    method: 'GET',
    path: `${SESSIONS}/:id/line_items`,
    schema: schemas.listLinesSchema,
    answer: ({ box, id }, input) => {
      fetchObject(box, 'session', id)
      const lines = box.store.get('plan', id).lines
      return listPage(
        {
          name: 'line_item',
          url: `${SESSIONS}/${id}/line_items`,
          has: (line) => lines.some((one) => one.id === line),
          from: (after) => lines.slice(lines.findIndex((one) => one.id === after) + 1),
        },
        input,
      )
    },
  }),
]

const intents: Endpoint[] = [
  endpoint({
    method: 'POST',
    path: INTENTS,
    schema: createIntentSchema,
    notSimulated: INTENT_NOT_SIMULATED,
    answer: ({ box }, input) => {
      const intent = createIntent(box, input)
      return input.confirm ? confirm(box, intent, input) : intent
    },
  }),
  endpoint({
    method: 'GET',
    path: INTENTS,
    schema: listIntentsSchema,
    answer: ({ box }, input) =>
      listPage(
        sourceOf(box, 'intent', INTENTS),
        input,
        (intent) => (input.customer ?? intent.customer) === intent.customer,
      ),
  }),
  retrieve(INTENTS, 'intent'),
  endpoint({
    method: 'POST',
    path: `${INTENTS}/:id/confirm`,
    schema: confirmIntentSchema,
    answer: ({ box, id }, input) => confirm(box, fetchObject(box, 'intent', id), input),
  }),
  endpoint({
    method: 'POST',
    path: `${INTENTS}/:id/capture`,
    schema: captureIntentSchema,
    answer: ({ box, id }, input) =>
      capture(box, fetchObject(box, 'intent', id), input.amount_to_capture),
  }),
  endpoint({
    method: 'POST',
    path: `${INTENTS}/:id/cancel`,
    schema: cancelIntentSchema,
    answer: ({ box, id }, input) =>
      cancelIntent(box, fetchObject(box, 'intent', id), input.cancellation_reason ?? null),
  }),
]

const money: Endpoint[] = [
  endpoint({
    method: 'GET',
    path: '/v1/charges',
    schema: schemas.listChargesSchema,
    answer: ({ box }, input) =>
      listPage(
        sourceOf(box, 'charge', '/v1/charges'),
        input,
        (charge) =>
          (input.payment_intent ?? charge.payment_intent) === charge.payment_intent &&
          (input.customer ?? charge.customer) === charge.customer &&
          (input.transfer_group ?? charge.transfer_group) === charge.transfer_group,
      ),
  }),
  retrieve('/v1/charges', 'charge'),
  endpoint({
    method: 'POST',
    path: '/v1/refunds',
    schema: schemas.createRefundSchema,
    notSimulated: schemas.REFUND_NOT_SIMULATED,
    answer: ({ box }, input) => createRefund(box, input),
  }),
  endpoint({
    method: 'GET',
    path: '/v1/refunds',
    schema: schemas.listByPaymentSchema,
    answer: ({ box }, input) =>
      listPage(sourceOf(box, 'refund', '/v1/refunds'), input, (refund) =>
        isOfPayment(refund, input),
      ),
  }),
  retrieve('/v1/refunds', 'refund'),
  endpoint({
    method: 'GET',
    path: '/v1/balance',
    schema: schemas.retrieveSchema,
    answer: ({ box }) => readBalance(box),
  }),
  endpoint({
    method: 'GET',
    path: '/v1/balance_transactions',
    schema: schemas.listBalanceTransactionsSchema,
    answer: ({ box }, input) => {
      const page = listPage(
        sourceOf(box, 'balanceTransaction', '/v1/balance_transactions'),
        input,
        (one) =>
          (input.source ?? one.source) === one.source &&
          (input.type ?? one.type) === one.type &&
          (input.currency ?? one.currency) === one.currency,
      )
      return { ...page, data: page.data.map((one) => currentTransaction(box, one)) }
    },
  }),
  endpoint({
    method: 'GET',
    path: '/v1/balance_transactions/:id',
    schema: schemas.retrieveSchema,
    answer: ({ box, id }) => currentTransaction(box, fetchObject(box, 'balanceTransaction', id)),
  }),
]

const others: Endpoint[] = [
  endpoint({
    method: 'GET',
    path: '/v1/disputes',
    schema: schemas.listByPaymentSchema,
    answer: ({ box }, input) =>
      listPage(sourceOf(box, 'dispute', '/v1/disputes'), input, (one) => isOfPayment(one, input)),
  }),
  retrieve('/v1/disputes', 'dispute'),
  endpoint({
    method: 'POST',
    path: '/v1/disputes/:id/close',
    schema: schemas.retrieveSchema,
    answer: ({ box, id }) => closeDispute(box, fetchObject(box, 'dispute', id), 'lost'),
  }),
  endpoint({
    method: 'GET',
    path: '/v1/events',
    schema: schemas.listEventsSchema,
    answer: ({ box, webhooks }, input) => {
      const page = listPage(sourceOf(box, 'event', '/v1/events'), input, (event) => {
        const isDelivered = webhooks.pendingOf(event.id) === 0
        return (
          matchesType(event.type, input.type) &&
          (input.types?.includes(event.type) ?? true) &&
          (input.delivery_success === undefined ||
            (input.delivery_success === 'true') === isDelivered)
        )
      })
      const data = page.data.map((one) => ({
        ...one,
        pending_webhooks: webhooks.pendingOf(one.id),
      }))
      return { ...page, data }
    },
  }),
  endpoint({
    method: 'GET',
    path: '/v1/events/:id',
    schema: schemas.retrieveSchema,
    answer: ({ box, webhooks, id }) => ({
      ...fetchObject(box, 'event', id),
      pending_webhooks: webhooks.pendingOf(id),
    }),
  }),
  endpoint({
    method: 'POST',
    path: '/v1/transfers',
    schema: schemas.createTransferSchema,
    answer: ({ box }, input) => createTransfer(box, input),
  }),
  retrieve('/v1/transfers', 'transfer'),
  retrieve('/v1/payment_methods', 'paymentMethod'),
  endpoint({
    method: 'POST',
    path: '/v1/customers',
    schema: schemas.createCustomerSchema,
    answer: ({ box }, input) => createCustomer(box, input),
  }),
  retrieve('/v1/customers', 'customer'),
]

export const ENDPOINTS: readonly Endpoint[] = [...sessions, ...intents, ...money, ...others]

function isOfPayment(
  one: { charge: unknown; payment_intent: unknown },
  input: { charge?: string | undefined; payment_intent?: string | undefined },
): boolean {
  return (
    (input.charge ?? one.charge) === one.charge &&
    (input.payment_intent ?? one.payment_intent) === one.payment_intent
  )
}

/** `charge.*` stands for every event of charges. */
function matchesType(type: string, wanted: string | undefined): boolean {
  if (wanted === undefined) return true
  return wanted.endsWith('*') ? type.startsWith(wanted.slice(0, -1)) : type === wanted
}
