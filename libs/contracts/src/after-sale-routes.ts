import { z } from 'zod'
import {
  afterSaleStateSchema,
  afterSalePartySchema,
  afterSaleRowSchema,
  afterSaleSchema,
  openAfterSaleSchema,
  afterSaleOptionsSchema,
} from './after-sale.js'
import {
  countSchema,
  fenSchema,
  idParamsSchema,
  idSchema,
  instantSchema,
  longTextSchema,
  pageQuerySchema,
  pageSchema,
  textSchema,
} from './basics.js'
import { route } from './route.js'

/** What is asked, answered and decided of a case (after-sale.ts), by whom, and at which address. */

const quoteSchema = z
  .object({ goodsFen: fenSchema, freightFen: fenSchema, totalFen: fenSchema })
  .meta({ id: 'AfterSaleQuote' })

const listQuerySchema = pageQuerySchema.extend({
  state: afterSaleStateSchema.optional(),
  /** Only those still going on. */
  turn: afterSalePartySchema.optional(),
})
const cooperativeParamsSchema = z.strictObject({ cooperativeId: idSchema })
const reasonSchema = longTextSchema(500, 2)

const parcelSchema = z.strictObject({
  courier: textSchema(30),
  trackingNumber: z.string().regex(/^[A-Za-z0-9-]{6,40}$/),
})

const openingProblems = [
  'after-sale.not-possible',
  'after-sale.too-late',
  'after-sale.kind-not-fitting',
  'after-sale.not-returnable',
  'after-sale.quantity-taken',
] as const
const moveProblems = ['lifecycle.move-not-allowed'] as const

export const afterSaleRoutes = {
  options: route({
    method: 'GET',
    path: '/orders/:id/after-sale-options',
    summary: 'What of an order can be reported or returned, and until when',
    access: 'public',
    params: idParamsSchema,
    response: afterSaleOptionsSchema,
  }),
  quote: route({
    method: 'POST',
    path: '/orders/:id/after-sale-quote',
    summary: 'What a case over these packages would ask for; changes nothing',
    access: 'public',
    params: idParamsSchema,
    body: openAfterSaleSchema.pick({ kind: true, reason: true, lines: true }),
    response: quoteSchema,
    problems: openingProblems,
  }),
  uploadPhoto: route({
    method: 'POST',
    path: '/orders/:id/after-sale-photos',
    summary: 'Uploads a photograph for a case still to be opened',
    access: 'public',
    rate: 'heavy',
    status: 201,
    consumes: 'multipart',
    params: idParamsSchema,
    response: z.object({ id: idSchema, width: z.int(), height: z.int() }),
    problems: [
      'after-sale.photos-full',
      'file.missing',
      'file.too-large',
      'file.too-many-pixels',
      'file.type-not-allowed',
      'file.damaged',
    ],
  }),
  photo: route({
    method: 'GET',
    path: '/after-sale-photos/:id',
    summary: 'A photograph of a case, for its parties, officers and auditors',
    access: 'public',
    params: idParamsSchema,
    produces: 'file',
  }),
  open: route({
    method: 'POST',
    path: '/orders/:id/after-sales',
    summary: 'Opens a case over packages of an order',
    access: 'public',
    idempotency: 'required',
    rate: 'checkout',
    status: 201,
    params: idParamsSchema,
    body: openAfterSaleSchema,
    response: afterSaleSchema,
    problems: [...openingProblems, 'after-sale.photos-unknown'],
  }),
  listOfBuyer: route({
    method: 'GET',
    path: '/buyers/:buyerId/after-sales',
    summary:
      'The cases of an organisation’s orders: with a turn the most pressing first, else newest first',
    access: 'order:read',
    params: z.strictObject({ buyerId: idSchema }),
    query: listQuerySchema,
    response: pageSchema(afterSaleRowSchema),
  }),
  listMine: route({
    method: 'GET',
    path: '/after-sales',
    summary: 'The visitor’s cases, newest first',
    access: 'public',
    query: listQuerySchema.extend({ orderId: idSchema.optional() }),
    response: pageSchema(afterSaleRowSchema),
  }),
  get: route({
    method: 'GET',
    path: '/after-sales/:id',
    summary: 'A case: for its buyer, its cooperative, officers and auditors',
    access: 'public',
    params: idParamsSchema,
    response: afterSaleSchema,
  }),
  withdraw: route({
    method: 'POST',
    path: '/after-sales/:id/withdrawal',
    summary: 'The buyer withdraws the case',
    access: 'public',
    idempotency: 'required',
    params: idParamsSchema,
    response: afterSaleSchema,
    problems: moveProblems,
  }),
  accept: route({
    method: 'POST',
    path: '/after-sales/:id/acceptance',
    summary: 'The buyer accepts the cooperative’s answer, whatever it is',
    access: 'public',
    idempotency: 'required',
    params: idParamsSchema,
    response: afterSaleSchema,
    problems: moveProblems,
  }),
  appeal: route({
    method: 'POST',
    path: '/after-sales/:id/appeal',
    summary: 'The buyer asks the referee',
    access: 'public',
    idempotency: 'required',
    params: idParamsSchema,
    body: z.strictObject({ reason: reasonSchema }),
    response: afterSaleSchema,
    problems: moveProblems,
  }),
  confirmResend: route({
    method: 'POST',
    path: '/after-sales/:id/replacement-receipt',
    summary: 'The buyer has the goods that were sent again: the case is over',
    access: 'public',
    idempotency: 'required',
    params: idParamsSchema,
    response: afterSaleSchema,
    problems: moveProblems,
  }),
  reportResend: route({
    method: 'POST',
    path: '/after-sales/:id/replacement-report',
    summary: 'What was sent again did not come, or is wrong too: the referee decides about money',
    access: 'public',
    idempotency: 'required',
    params: idParamsSchema,
    body: z.strictObject({ reason: reasonSchema }),
    response: afterSaleSchema,
    problems: moveProblems,
  }),
  sendBack: route({
    method: 'POST',
    path: '/after-sales/:id/return',
    summary: 'The buyer has sent the goods back',
    access: 'public',
    idempotency: 'required',
    params: idParamsSchema,
    body: parcelSchema,
    response: afterSaleSchema,
    problems: moveProblems,
  }),
  listOfCooperative: route({
    method: 'GET',
    path: '/cooperatives/:cooperativeId/after-sales',
    summary: 'A cooperative’s cases: with a turn the most pressing first, else newest first',
    access: 'after-sale:answer',
    params: cooperativeParamsSchema,
    query: listQuerySchema,
    response: pageSchema(afterSaleRowSchema),
  }),
  countsOfCooperative: route({
    method: 'GET',
    path: '/cooperatives/:cooperativeId/after-sale-counts',
    summary: 'How many of a cooperative’s cases wait for whom, and the nearest deadline of its own',
    access: 'after-sale:answer',
    params: cooperativeParamsSchema,
    response: z.object({
      cooperative: countSchema,
      buyer: countSchema,
      referee: countSchema,
      nextDeadline: instantSchema.nullable(),
    }),
  }),
  answer: route({
    method: 'POST',
    path: '/after-sales/:id/answer',
    summary: 'The cooperative agrees, offers less or to send again, or refuses',
    access: 'after-sale:answer',
    idempotency: 'required',
    params: idParamsSchema,
    body: z.discriminatedUnion('outcome', [
      z.strictObject({ outcome: z.literal('agreed') }),
      z.strictObject({
        outcome: z.literal('reduced'),
        amountFen: fenSchema.min(1),
        reason: reasonSchema,
      }),
      z.strictObject({ outcome: z.literal('refused'), reason: reasonSchema }),
      z.strictObject({ outcome: z.literal('replacement'), reason: longTextSchema(500) }),
    ]),
    response: afterSaleSchema,
    problems: [...moveProblems, 'after-sale.amount-too-large'],
  }),
  confirmReturn: route({
    method: 'POST',
    path: '/after-sales/:id/return-receipt',
    summary: 'The cooperative has the goods back: what can be sold again, the rest is written off',
    access: 'after-sale:answer',
    idempotency: 'required',
    params: idParamsSchema,
    body: z.strictObject({
      lines: z
        .array(z.strictObject({ orderLineId: idSchema, resellable: countSchema.max(100_000) }))
        .min(1)
        .max(50),
    }),
    response: afterSaleSchema,
    problems: [...moveProblems, 'after-sale.lines-not-those'],
  }),
  objectToReturn: route({
    method: 'POST',
    path: '/after-sales/:id/objection',
    summary:
      'What came back is not what was sold, or nothing came: the cooperative asks the referee',
    access: 'after-sale:answer',
    idempotency: 'required',
    params: idParamsSchema,
    body: z.strictObject({ reason: reasonSchema }),
    response: afterSaleSchema,
    problems: moveProblems,
  }),
  resend: route({
    method: 'POST',
    path: '/after-sales/:id/replacement',
    summary: 'The cooperative has handed the goods that are sent again to a courier',
    access: 'after-sale:answer',
    idempotency: 'required',
    params: idParamsSchema,
    body: parcelSchema,
    response: afterSaleSchema,
    problems: [...moveProblems, 'after-sale.goods-gone', 'shipment.tracking-used'],
  }),
  listAll: route({
    method: 'GET',
    path: '/administration/after-sales',
    summary: 'All cases for officers and auditors, newest first; with a turn the oldest first',
    access: 'after-sale:read',
    query: listQuerySchema,
    response: pageSchema(afterSaleRowSchema),
  }),
  decide: route({
    method: 'POST',
    path: '/after-sales/:id/decision',
    summary: 'The referee decides what is refunded, nothing included',
    access: 'refund:approve',
    idempotency: 'required',
    params: idParamsSchema,
    body: z.strictObject({ amountFen: fenSchema, reason: reasonSchema }),
    response: afterSaleSchema,
    problems: [...moveProblems, 'after-sale.amount-too-large', 'after-sale.referee-is-party'],
  }),
}
