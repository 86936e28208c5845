import { z } from 'zod'
import {
  bilingualSchema,
  countSchema,
  fenSchema,
  idSchema,
  instantSchema,
  localDaySchema,
  longTextSchema,
  quantitySchema,
} from './basics.js'
import { orderStateSchema } from './order.js'
import { restReasons } from './order-rest.js'
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

export const afterSaleStateSchema = z.enum([
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

export const afterSalePartySchema = z.enum(['buyer', 'cooperative', 'referee'])
export type AfterSaleParty = z.infer<typeof afterSalePartySchema>

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

export const afterSaleRowSchema = z
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
    turn: afterSalePartySchema.nullable(),
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

export const afterSaleOptionsSchema = z
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
export type AfterSaleOptions = z.infer<typeof afterSaleOptionsSchema>
