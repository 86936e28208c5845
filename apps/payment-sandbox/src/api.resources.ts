import { endpoint, fetchObject, retrieve, sourceOf, type Endpoint } from './api.endpoint.js'
import { intentEndpoints, sessionEndpoints } from './api.payment.resources.js'
import { currentTransaction, readBalance } from './balance.js'
import { closeDispute } from './dispute.js'
import { listPage } from './listing.js'
import { createRefund } from './refund.js'
import * as schemas from './resource.schema.js'
import { createCustomer, createTransfer } from './transfer.js'

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
    known: { notSimulated: schemas.REFUND_NOT_SIMULATED },
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

/** Every endpoint the sandbox plays. */
export const ENDPOINTS: readonly Endpoint[] = [
  ...sessionEndpoints,
  ...intentEndpoints,
  ...money,
  ...others,
]

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
