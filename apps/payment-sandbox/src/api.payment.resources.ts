import { endpoint, fetchObject, retrieve, sourceOf, type Endpoint } from './api.endpoint.js'
import { capture, confirm } from './api.payment.js'
import { createSession, expireSession } from './checkout-session.js'
import { createSessionSchema, listSessionsSchema } from './checkout-session.schema.js'
import { CREATE_SESSION_KNOWN } from './checkout-session.schema.js'
import { listPage } from './listing.js'
import { cancelIntent, createIntent } from './payment-intent.js'
import * as intentSchemas from './payment-intent.schema.js'
import { listLinesSchema, retrieveSchema } from './resource.schema.js'

const SESSIONS = '/v1/checkout/sessions'
const INTENTS = '/v1/payment_intents'

/** Checkout Sessions. */
export const sessionEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'POST',
    path: SESSIONS,
    schema: createSessionSchema,
    known: CREATE_SESSION_KNOWN,
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
    schema: retrieveSchema,
    answer: ({ box, id }) => expireSession(box, fetchObject(box, 'session', id)),
  }),
  endpoint({
    method: 'GET',
    path: `${SESSIONS}/:id/line_items`,
    schema: listLinesSchema,
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

/** Payment Intents. */
export const intentEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'POST',
    path: INTENTS,
    schema: intentSchemas.createIntentSchema,
    known: intentSchemas.CREATE_INTENT_KNOWN,
    answer: ({ box }, input) => {
      const intent = createIntent(box, input)
      return input.confirm ? confirm(box, intent, input) : intent
    },
  }),
  endpoint({
    method: 'GET',
    path: INTENTS,
    schema: intentSchemas.listIntentsSchema,
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
    schema: intentSchemas.confirmIntentSchema,
    known: intentSchemas.CONFIRM_INTENT_KNOWN,
    answer: ({ box, id }, input) => confirm(box, fetchObject(box, 'intent', id), input),
  }),
  endpoint({
    method: 'POST',
    path: `${INTENTS}/:id/capture`,
    schema: intentSchemas.captureIntentSchema,
    answer: ({ box, id }, input) =>
      capture(box, fetchObject(box, 'intent', id), input.amount_to_capture),
  }),
  endpoint({
    method: 'POST',
    path: `${INTENTS}/:id/cancel`,
    schema: intentSchemas.cancelIntentSchema,
    answer: ({ box, id }, input) =>
      cancelIntent(box, fetchObject(box, 'intent', id), input.cancellation_reason ?? null),
  }),
]
