import { z } from 'zod'
import {
  bilingualSchema,
  countSchema,
  fenSchema,
  idParamsSchema,
  idSchema,
  instantSchema,
  localDaySchema,
  longTextSchema,
  pageQuerySchema,
  pageSchema,
  quantitySchema,
  textSchema,
} from './basics.js'
import { orderStateSchema } from './order.js'
import { restReasons } from './order-rest.js'
import { route } from './route.js'
import { shipmentSchema } from './shipment.js'

/** After-sale cases: a refund, a return and a refund, or a replacement, of packages of an order. docs/domain.md §10. */

export const MAX_AFTER_SALE_PHOTOS = 6

/** What a buyer asks for; `not-shipped` is what was cancelled of an order that had shipped in part. */
const askedKinds = ['refund-only', 'return-and-refund', 'replacement'] as const
export type AskedKind = (typeof askedKinds)[number]
const afterSaleKindSchema = z.enum([...askedKinds, 'not-shipped'])
export type AfterSaleKind = z.infer<typeof afterSaleKindSchema>

/** All but `no-reason` are the seller's fault: freight comes back with the goods. */
export const afterSaleReasons = [
  'damaged',
  'spoilt',
  'short',
  'wrong',
  'not-as-described',
  'no-reason',
] as const
export type AskedReason = (typeof afterSaleReasons)[number]
const afterSaleReasonSchema = z.enum([...afterSaleReasons, ...restReasons])
export type AfterSaleReason = z.infer<typeof afterSaleReasonSchema>

const afterSaleStateSchema = z.enum([
  'opened',
  'answered',
  'refereed',
  'agreed',
  'returning',
  'to-resend',
  'resent',
  'replaced',
  'settled',
  'closed',
  'withdrawn',
])
export type AfterSaleState = z.infer<typeof afterSaleStateSchema>

const afterSaleActSchema = z.enum([
  'withdraw',
  'accept',
  'appeal',
  'send-back',
  'answer',
  'confirm-return',
  'object',
  'resend',
  'confirm-resend',
  'report-resend',
  'decide',
])
export type AfterSaleAct = z.infer<typeof afterSaleActSchema>

const partySchema = z.enum(['buyer', 'cooperative', 'referee'])
export type AfterSaleParty = z.infer<typeof partySchema>

/** `replacement`: the goods are sent again instead of a refund. */
const answerOutcomeSchema = z.enum(['agreed', 'reduced', 'refused', 'replacement'])
export type AfterSaleAnswer = z.infer<typeof answerOutcomeSchema>

const caseLineSchema = z
  .object({
    orderLineId: idSchema,
    productSlug: z.string(),
    name: bilingualSchema,
    skuName: bilingualSchema,
    quantity: quantitySchema,
    goodsFen: fenSchema,
    freightFen: fenSchema,
    /** What was refunded of goods and freight, once settled. */
    refundedFen: fenSchema.nullable(),
    /** Of a return: packages that went back on sale; the rest was written off. */
    resellable: countSchema.nullable(),
  })
  .meta({ id: 'AfterSaleLine' })

const caseEventSchema = z.object({
  kind: z.enum([
    'opened',
    'agreed',
    'agreed-by-silence',
    'reduced',
    'refused',
    'accepted',
    'accepted-by-silence',
    'appealed',
    'decided',
    'sent-back',
    'received-back',
    'received-by-silence',
    'objected',
    'replacement-offered',
    'replacement-agreed',
    'no-stock',
    'resent',
    'resend-overdue',
    'resend-reported',
    'resend-lost',
    'resend-returned',
    'replaced',
    'replaced-by-silence',
    'settled',
    'refunded',
    'closed',
    'closed-by-silence',
    'withdrawn',
  ]),
  by: z.enum(['buyer', 'cooperative', 'referee', 'system']),
  at: instantSchema,
  text: z.string(),
  amountFen: fenSchema.nullable(),
})

const afterSaleRowSchema = z
  .object({
    id: idSchema,
    number: z.string(),
    orderId: idSchema,
    orderNumber: z.string(),
    cooperativeId: idSchema,
    cooperativeName: bilingualSchema,
    kind: afterSaleKindSchema,
    reason: afterSaleReasonSchema,
    state: afterSaleStateSchema,
    /** Whose turn it is; nobody's once it is over. */
    turn: partySchema.nullable(),
    /** When silence speaks for whose turn it is. */
    deadline: instantSchema.nullable(),
    requestedFen: fenSchema,
    /** What is, or will be, refunded; null until that is agreed. */
    agreedFen: fenSchema.nullable(),
    openedAt: instantSchema,
    firstLine: z.object({
      productSlug: z.string(),
      name: bilingualSchema,
      quantity: quantitySchema,
    }),
    lineCount: countSchema,
  })
  .meta({ id: 'AfterSaleRow' })
export type AfterSaleRow = z.infer<typeof afterSaleRowSchema>

export const afterSaleSchema = afterSaleRowSchema
  .omit({ firstLine: true, lineCount: true })
  .extend({
    text: z.string(),
    requestedGoodsFen: fenSchema,
    requestedFreightFen: fenSchema,
    answer: z
      .object({ outcome: answerOutcomeSchema, amountFen: fenSchema, reason: z.string() })
      .nullable(),
    /** Why the buyer asked the referee. */
    appeal: z.string(),
    decision: z.object({ amountFen: fenSchema, reason: z.string() }).nullable(),
    parcel: z
      .object({ courier: z.string(), trackingNumber: z.string(), sentAt: instantSchema })
      .nullable(),
    /** Goods that are sent again, once they have left. */
    resend: shipmentSchema
      .pick({
        courier: true,
        trackingNumber: true,
        state: true,
        dispatchedAt: true,
        deliveredAt: true,
        arrivesFrom: true,
        arrivesTo: true,
        tracking: true,
        events: true,
      })
      .meta({ id: 'ReplacementParcel' })
      .nullable(),
    refundState: z.enum(['requested', 'pending', 'succeeded', 'failed']).nullable(),
    orderState: orderStateSchema,
    lines: z.array(caseLineSchema),
    photos: z.array(z.object({ id: idSchema, width: z.int(), height: z.int() })),
    events: z.array(caseEventSchema),
    /** What the caller may do now. */
    acts: z.array(afterSaleActSchema),
  })
  .meta({ id: 'AfterSale' })
export type AfterSale = z.infer<typeof afterSaleSchema>

const wantedLinesSchema = z
  .array(z.strictObject({ orderLineId: idSchema, quantity: quantitySchema }))
  .min(1)
  .max(50)
  .refine((lines) => new Set(lines.map(({ orderLineId }) => orderLineId)).size === lines.length)

export const openAfterSaleSchema = z
  .strictObject({
    kind: z.enum(askedKinds),
    reason: z.enum(afterSaleReasons),
    lines: wantedLinesSchema,
    text: longTextSchema(500),
    photoIds: z.array(idSchema).max(MAX_AFTER_SALE_PHOTOS).default([]),
  })
  .meta({ id: 'OpenAfterSale' })
export type OpenAfterSale = z.infer<typeof openAfterSaleSchema>

const optionsSchema = z
  .object({
    orderId: idSchema,
    orderNumber: z.string(),
    /** Last day on which what is wrong with the goods can be reported; null before acceptance. */
    claimUntil: localDaySchema.nullable(),
    /** Last day of the return without a reason; null before acceptance. */
    returnUntil: localDaySchema.nullable(),
    lines: z.array(
      caseLineSchema
        .pick({ orderLineId: true, productSlug: true, name: true, skuName: true })
        .extend({
          bought: quantitySchema,
          /** Packages that no other case has taken. */
          left: countSchema,
          /** Whether it may come back without a reason. */
          isReturnable: z.boolean(),
        }),
    ),
  })
  .meta({ id: 'AfterSaleOptions' })
export type AfterSaleOptions = z.infer<typeof optionsSchema>

const quoteSchema = z
  .object({ goodsFen: fenSchema, freightFen: fenSchema, totalFen: fenSchema })
  .meta({ id: 'AfterSaleQuote' })

const listQuerySchema = pageQuerySchema.extend({
  state: afterSaleStateSchema.optional(),
  /** Only those still going on. */
  turn: partySchema.optional(),
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
    response: optionsSchema,
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
