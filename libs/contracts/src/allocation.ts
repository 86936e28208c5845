import { z } from 'zod'
import {
  bilingualSchema,
  countSchema,
  fenSchema,
  idSchema,
  instantSchema,
  localDaySchema,
  longTextSchema,
  pageQuerySchema,
  pageSchema,
} from './basics.js'
import { route } from './route.js'

/** What a round proposes, and the answers of buyer and cooperative. */

export const allocationStateSchema = z
  .enum(['proposed', 'accepted', 'confirmed', 'ordered', 'declined', 'lapsed', 'superseded'])
  .meta({ id: 'AllocationState' })
export type AllocationState = z.infer<typeof allocationStateSchema>

export const ticketReasonSchema = z
  .enum([
    'MATCHED_FULL',
    'NO_COMPATIBLE_LOT',
    'LOT_EXHAUSTED',
    'PACK_OR_MOQ',
    'MIN_FILL',
    'COOP_SHARE',
    'BUDGET',
    'RESERVED_QUOTA',
  ])
  .meta({ id: 'TicketReason' })
export type TicketReason = z.infer<typeof ticketReasonSchema>

export const marketChangeKindSchema = z.enum([
  'ceiling',
  'grade',
  'labels',
  'shelf-days',
  'deliver-from',
  'deliver-to',
  'quantity',
  'minimum',
  'share-cap',
  'lot-quantity',
  'budget',
])
export type MarketChangeKind = z.infer<typeof marketChangeKindSchema>
const changeValueSchema = z.union([z.int(), z.string()])
export const flipSchema = z
  .object({
    changes: z.array(
      z.object({
        kind: marketChangeKindSchema,
        lotId: idSchema.nullable(),
        lotCode: z.string().nullable(),
        from: changeValueSchema,
        to: changeValueSchema,
      }),
    ),
    gainGrams: countSchema,
    /** No smaller change of the same number would do. */
    isSmallest: z.boolean(),
  })
  .meta({ id: 'TicketFlip' })
export type TicketFlip = z.infer<typeof flipSchema>

const partSchema = z
  .object({
    lotId: idSchema,
    lotCode: z.string(),
    productName: bilingualSchema,
    cooperativeId: idSchema,
    cooperativeName: bilingualSchema,
    grade: z.string(),
    packages: countSchema,
    massGrams: countSchema,
    minimumOrder: countSchema,
    unitPriceFen: fenSchema,
    goodsFen: fenSchema,
    freightFen: fenSchema,
    leavesOn: localDaySchema,
    arrivesOn: localDaySchema,
    /** Days left on arrival; null: no best-before. */
    shelfDaysLeft: z.int().nullable(),
    /** The cooperative's turn: what it offers, what was placed before the round and after it. */
    turn: z.object({
      offeredGrams: countSchema,
      beforeGrams: countSchema,
      afterGrams: countSchema,
    }),
  })
  .meta({ id: 'TicketPart' })
export type TicketPartView = z.infer<typeof partSchema>

export const ticketSchema = z
  .object({
    id: idSchema,
    roundId: idSchema,
    roundNumber: z.string(),
    /** 1 in the round itself; more when a declined part was offered anew. */
    attempt: z.int(),
    lineId: idSchema,
    demandId: idSchema,
    demandNumber: z.string(),
    buyerId: idSchema,
    buyerName: bilingualSchema,
    /** Null: any product of the category. */
    productName: bilingualSchema.nullable(),
    categoryCode: z.string(),
    categoryName: bilingualSchema,
    subdistrictCode: z.string().nullable(),
    reason: ticketReasonSchema,
    wantedGrams: countSchema,
    matchedGrams: countSchema,
    lotsOfGoods: countSchema,
    writtenAt: instantSchema,
    parts: z.array(partSchema),
    flip: flipSchema.nullable(),
  })
  .meta({ id: 'Ticket' })
export type TicketView = z.infer<typeof ticketSchema>

export const allocationSchema = z
  .object({
    id: idSchema,
    number: z.string(),
    roundId: idSchema,
    roundNumber: z.string(),
    ticketId: idSchema,
    state: allocationStateSchema,
    declinedBy: z.enum(['buyer', 'cooperative']).nullable(),
    reason: z.string(),
    lineId: idSchema,
    demandId: idSchema,
    demandNumber: z.string(),
    buyerId: idSchema,
    buyerName: bilingualSchema,
    subdistrictCode: z.string().nullable(),
    /** Where it goes, as its buyer calls the place. */
    deliveryPointName: z.string().nullable(),
    cooperativeId: idSchema,
    cooperativeName: bilingualSchema,
    productId: idSchema,
    productName: bilingualSchema,
    skuName: bilingualSchema,
    categoryCode: z.string(),
    townshipCode: z.string(),
    lotId: idSchema,
    lotCode: z.string(),
    packages: countSchema,
    packGrams: countSchema,
    massGrams: countSchema,
    unitPriceFen: fenSchema,
    goodsFen: fenSchema,
    freightFen: fenSchema,
    leavesOn: localDaySchema,
    arrivesOn: localDaySchema,
    /** Until when the buyer may answer. */
    answerBy: instantSchema,
    /** Until when the cooperative may, once the buyer has accepted. */
    confirmBy: instantSchema.nullable(),
    /** Until when the buyer may order, once the cooperative has confirmed. */
    orderBy: instantSchema.nullable(),
    proposedAt: instantSchema,
    /** What it became, once ordered. */
    orderId: idSchema.nullable(),
    /** Who approved first what is above its budget line's limit; while proposed, another is waited for. */
    firstApproval: z
      .object({ personId: idSchema, name: z.string().nullable(), at: instantSchema })
      .nullable(),
  })
  .meta({ id: 'Allocation' })
export type AllocationView = z.infer<typeof allocationSchema>

/** As its cooperative sees it: what the buyer's people do among themselves is theirs. */
const cooperativesAllocationSchema = allocationSchema.omit({ ticketId: true, firstApproval: true })
const buyerParamsSchema = z.strictObject({ buyerId: idSchema })
const buyerObjectParamsSchema = z.strictObject({ buyerId: idSchema, id: idSchema })
const cooperativeParamsSchema = z.strictObject({ cooperativeId: idSchema })
const cooperativeObjectParamsSchema = z.strictObject({ cooperativeId: idSchema, id: idSchema })
const listQuerySchema = pageQuerySchema.extend({ state: allocationStateSchema.optional() })
const declineSchema = z.strictObject({ reason: longTextSchema(300, 2) })

const MAX_ACCEPTANCES = 50
const acceptanceProblems = [
  'lifecycle.move-not-allowed',
  'allocation.too-late',
  'allocation.over-budget',
  'allocation.same-approver',
] as const

export const allocationRoutes = {
  listOfBuyer: route({
    method: 'GET',
    path: '/buyers/:buyerId/allocations',
    summary: 'What rounds propose to a buyer, newest first',
    access: 'allocation:read',
    params: buyerParamsSchema,
    query: listQuerySchema.extend({
      /** `me`: proposed, and not taken by the caller already; `second`: taken by one approver, waiting for another. */
      waitsFor: z.enum(['me', 'second']).optional(),
    }),
    response: pageSchema(allocationSchema),
  }),
  accept: route({
    method: 'POST',
    path: '/buyers/:buyerId/allocations/:id/acceptance',
    summary:
      'The buyer takes what was proposed; above its budget line’s limit it then waits for another approver',
    access: 'allocation:answer',
    params: buyerObjectParamsSchema,
    response: allocationSchema,
    idempotency: 'required',
    problems: acceptanceProblems,
  }),
  acceptAll: route({
    method: 'POST',
    path: '/buyers/:buyerId/allocation-acceptances',
    summary: 'The buyer takes several, all or none, weighed by budget line and round',
    access: 'allocation:answer',
    params: buyerParamsSchema,
    body: z.strictObject({
      ids: z
        .array(idSchema)
        .min(1)
        .max(MAX_ACCEPTANCES)
        .refine((ids) => new Set(ids).size === ids.length),
    }),
    response: z.object({ items: z.array(allocationSchema) }),
    idempotency: 'required',
    problems: ['object.not-found', ...acceptanceProblems],
  }),
  decline: route({
    method: 'POST',
    path: '/buyers/:buyerId/allocations/:id/refusal',
    summary: 'The buyer does not take it; the goods are free again',
    access: 'allocation:answer',
    params: buyerObjectParamsSchema,
    body: declineSchema,
    response: allocationSchema,
    idempotency: 'required',
    problems: ['lifecycle.move-not-allowed'],
  }),
  listTicketsOfBuyer: route({
    method: 'GET',
    path: '/buyers/:buyerId/tickets',
    summary: 'Why each line of a buyer has what it has, newest first',
    access: 'ticket:read',
    params: buyerParamsSchema,
    query: pageQuerySchema.extend({ demandId: idSchema.optional(), roundId: idSchema.optional() }),
    response: pageSchema(ticketSchema),
  }),
  getTicketOfBuyer: route({
    method: 'GET',
    path: '/buyers/:buyerId/tickets/:id',
    summary: 'One ticket',
    access: 'ticket:read',
    params: buyerObjectParamsSchema,
    response: ticketSchema,
  }),
  listOfCooperative: route({
    method: 'GET',
    path: '/cooperatives/:cooperativeId/allocations',
    summary: 'What buyers take of a cooperative’s lots, newest first',
    access: 'allocation:read',
    params: cooperativeParamsSchema,
    query: listQuerySchema,
    response: pageSchema(cooperativesAllocationSchema),
  }),
  countsOfCooperative: route({
    method: 'GET',
    path: '/cooperatives/:cooperativeId/allocation-counts',
    summary: 'How many allocations wait for a cooperative’s answer, and its nearest deadline',
    access: 'allocation:read',
    params: cooperativeParamsSchema,
    response: z.object({ waiting: countSchema, nextDeadline: instantSchema.nullable() }),
  }),
  confirm: route({
    method: 'POST',
    path: '/cooperatives/:cooperativeId/allocations/:id/confirmation',
    summary: 'The cooperative promises the goods',
    access: 'allocation:answer',
    params: cooperativeObjectParamsSchema,
    response: cooperativesAllocationSchema,
    idempotency: 'required',
    problems: ['lifecycle.move-not-allowed', 'allocation.too-late'],
  }),
  declineByCooperative: route({
    method: 'POST',
    path: '/cooperatives/:cooperativeId/allocations/:id/refusal',
    summary: 'The cooperative cannot; the engine offers the next best to the buyer',
    access: 'allocation:answer',
    params: cooperativeObjectParamsSchema,
    body: declineSchema,
    response: cooperativesAllocationSchema,
    idempotency: 'required',
    problems: ['lifecycle.move-not-allowed'],
  }),
}
