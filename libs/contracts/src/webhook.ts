import { z } from 'zod'
import {
  countSchema,
  idParamsSchema,
  idSchema,
  instantSchema,
  pageQuerySchema,
  pageSchema,
} from './basics.js'
import { route } from './route.js'

/** What an organisation's own system can be told of its orders: one that sells, and one that buys. No personal data. */
export const webhookKinds = [
  'order.paid',
  'order.shipped',
  'order.received',
  'order.cancelled',
  'refund.made',
  'after-sale.opened',
  'after-sale.closed',
  'endpoint.tried',
] as const
const webhookKindSchema = z.enum(webhookKinds).meta({ id: 'WebhookKind' })
export type WebhookKind = z.infer<typeof webhookKindSchema>

const urlSchema = z
  .url({ protocol: /^https?$/ })
  .max(500)
  .meta({ description: 'https in production; no user information in it' })

const webhookEndpointSchema = z
  .object({
    id: idSchema,
    organisationId: idSchema,
    url: z.string(),
    kinds: z.array(webhookKindSchema),
    state: z.enum(['active', 'paused', 'disabled']).meta({
      description: 'disabled: by the site, after too many failures in a row',
    }),
    failuresInARow: countSchema,
    /** Until then deliveries carry a signature of the secret before, too. */
    previousSecretUntil: instantSchema.nullable(),
    createdAt: instantSchema,
  })
  .meta({ id: 'WebhookEndpoint' })
export type WebhookEndpointView = z.infer<typeof webhookEndpointSchema>

const webhookSecretSchema = z
  .object({
    endpoint: webhookEndpointSchema,
    /** Shown this once: signs each delivery (header `Weibao-Signature: t=…,v1=…`). */
    secret: z.string(),
  })
  .meta({ id: 'WebhookSecret' })

const webhookDeliverySchema = z
  .object({
    id: idSchema,
    kind: webhookKindSchema,
    state: z.enum(['waiting', 'succeeded', 'failed']),
    attempts: countSchema,
    lastStatus: z.int().nullable(),
    lastError: z.string().nullable(),
    lastMillis: countSchema.nullable(),
    createdAt: instantSchema,
    deliveredAt: instantSchema.nullable(),
  })
  .meta({ id: 'WebhookDelivery' })
export type WebhookDeliveryView = z.infer<typeof webhookDeliverySchema>

const webhookDeliveryDetailSchema = webhookDeliverySchema
  .extend({
    endpointId: idSchema,
    url: z.string(),
    /** The very bytes that are signed and sent, each time alike. */
    body: z.string(),
    /** Every call of it, oldest first; of an answer its first characters. */
    calls: z.array(
      z.object({
        at: instantSchema,
        status: z.int().nullable(),
        error: z.string().nullable(),
        millis: countSchema,
        answer: z.string(),
      }),
    ),
  })
  .meta({ id: 'WebhookDeliveryDetail' })
export type WebhookDeliveryDetail = z.infer<typeof webhookDeliveryDetailSchema>

export const webhookDeliveryStates = ['waiting', 'succeeded', 'failed'] as const

const kindsSchema = z.array(webhookKindSchema).min(1).max(webhookKinds.length)
const addEndpointSchema = z.strictObject({ url: urlSchema, kinds: kindsSchema })
export type AddWebhookEndpoint = z.infer<typeof addEndpointSchema>
const changeEndpointSchema = z.strictObject({
  url: urlSchema.optional(),
  kinds: kindsSchema.optional(),
  state: z.enum(['active', 'paused']).optional(),
})
export type ChangeWebhookEndpoint = z.infer<typeof changeEndpointSchema>

const organisationParamsSchema = z.strictObject({ organisationId: idSchema })
const notFound = ['object.not-found'] as const

export const webhookRoutes = {
  list: route({
    method: 'GET',
    path: '/organisations/:organisationId/webhook-endpoints',
    summary: 'The webhook endpoints of an organisation',
    access: 'webhook:manage',
    params: organisationParamsSchema,
    response: z.object({ items: z.array(webhookEndpointSchema) }),
    problems: notFound,
  }),
  add: route({
    method: 'POST',
    path: '/organisations/:organisationId/webhook-endpoints',
    summary: 'Adds a webhook endpoint; the answer holds its secret, this once',
    access: 'webhook:manage',
    params: organisationParamsSchema,
    body: addEndpointSchema,
    response: webhookSecretSchema,
    status: 201,
    problems: ['object.not-found', 'webhook.address-refused', 'webhook.too-many-endpoints'],
  }),
  change: route({
    method: 'PATCH',
    path: '/webhook-endpoints/:id',
    summary: 'Changes address, kinds or state of a webhook endpoint',
    access: 'webhook:manage',
    params: idParamsSchema,
    body: changeEndpointSchema,
    response: webhookEndpointSchema,
    problems: ['object.not-found', 'webhook.address-refused'],
  }),
  remove: route({
    method: 'DELETE',
    path: '/webhook-endpoints/:id',
    summary: 'Removes a webhook endpoint and its delivery log',
    access: 'webhook:manage',
    params: idParamsSchema,
    problems: notFound,
  }),
  rotate: route({
    method: 'POST',
    path: '/webhook-endpoints/:id/secret-rotation',
    summary: 'Gives a webhook endpoint a new secret; for a day the old one signs beside it',
    access: 'webhook:manage',
    params: idParamsSchema,
    response: webhookSecretSchema,
    status: 201,
    problems: notFound,
  }),
  try: route({
    method: 'POST',
    path: '/webhook-endpoints/:id/trial',
    summary: 'Sends an `endpoint.tried` event to a webhook endpoint',
    access: 'webhook:manage',
    params: idParamsSchema,
    response: webhookDeliverySchema,
    status: 202,
    rate: 'heavy',
    problems: notFound,
  }),
  deliveries: route({
    method: 'GET',
    path: '/webhook-endpoints/:id/deliveries',
    summary: 'The delivery log of a webhook endpoint, newest first',
    access: 'webhook:manage',
    params: idParamsSchema,
    query: pageQuerySchema.extend({ state: z.enum(webhookDeliveryStates).optional() }),
    response: pageSchema(webhookDeliverySchema),
    problems: notFound,
  }),
  delivery: route({
    method: 'GET',
    path: '/webhook-deliveries/:id',
    summary: 'One delivery: what was sent, and what each call was answered',
    access: 'webhook:manage',
    params: idParamsSchema,
    response: webhookDeliveryDetailSchema,
    problems: notFound,
  }),
  resend: route({
    method: 'POST',
    path: '/webhook-deliveries/:id/resending',
    summary: 'Sends a delivery again now, with the same event id and body',
    access: 'webhook:manage',
    params: idParamsSchema,
    response: webhookDeliverySchema,
    status: 202,
    rate: 'heavy',
    problems: notFound,
  }),
}
