import { z } from 'zod'
import {
  fenSchema,
  idParamsSchema,
  idSchema,
  instantSchema,
  localDaySchema,
  longTextSchema,
  pageQuerySchema,
  pageSchema,
  textSchema,
} from './basics.js'
import { paymentStateSchema } from './payment.js'
import { route } from './route.js'

/** Bank transfers that came in: recorded by one person, confirmed by another, and what goes back. */

export const transferStateSchema = z.enum(['recorded', 'confirmed', 'withdrawn', 'reversed'])
export type TransferState = z.infer<typeof transferStateSchema>
export const transferReturnStateSchema = z.enum(['waiting', 'proposed', 'sent', 'cancelled'])
export type TransferReturnState = z.infer<typeof transferReturnStateSchema>

const transferSchema = z
  .object({
    id: idSchema,
    bankReference: z.string(),
    payerName: z.string(),
    payerBank: z.string(),
    /** Only the last four digits. */
    payerAccountMasked: z.string(),
    amountFen: fenSchema,
    valueDay: localDaySchema,
    note: z.string(),
    state: transferStateSchema,
    assignedFen: fenSchema,
    returnedFen: fenSchema,
    /** Pays nothing yet and is not on its way back. */
    remainderFen: fenSchema,
    /** Assignments that wait for their second person. */
    pendingCount: z.int(),
    recordedBy: idSchema,
    recordedAt: instantSchema,
    decidedBy: idSchema.nullable(),
    decidedAt: instantSchema.nullable(),
    reason: z.string().nullable(),
    /** Who asks for it to be reversed; a second person decides. */
    reversalProposedBy: idSchema.nullable(),
  })
  .meta({ id: 'Transfer' })
export type TransferView = z.infer<typeof transferSchema>

const awaitingPaymentSchema = z
  .object({
    id: idSchema,
    reference: z.string(),
    description: z.string(),
    state: paymentStateSchema,
    amountFen: fenSchema,
    /** What no transfer has been assigned for. */
    missingFen: fenSchema,
    expiresAt: instantSchema,
  })
  .meta({ id: 'AwaitingPayment' })
export type AwaitingPayment = z.infer<typeof awaitingPaymentSchema>

const assignmentSchema = z
  .object({
    id: idSchema,
    payment: awaitingPaymentSchema,
    amountFen: fenSchema,
    state: z.enum(['recorded', 'confirmed', 'withdrawn', 'released']),
    recordedBy: idSchema,
    decidedBy: idSchema.nullable(),
  })
  .meta({ id: 'TransferAssignment' })

const transferReturnSchema = z
  .object({
    id: idSchema,
    transferId: idSchema,
    /** Set when it is the refund of an order; else money that paid nothing. */
    refundId: idSchema.nullable(),
    payerName: z.string(),
    payerBank: z.string(),
    payerAccountMasked: z.string(),
    amountFen: fenSchema,
    reason: z.string(),
    state: transferReturnStateSchema,
    requestedBy: idSchema.nullable(),
    requestedAt: instantSchema,
    fileNumber: z.string().nullable(),
    proposedBy: idSchema.nullable(),
    bankReference: z.string().nullable(),
    sentAt: instantSchema.nullable(),
  })
  .meta({ id: 'TransferReturn' })
export type TransferReturnView = z.infer<typeof transferReturnSchema>

const transferEventSchema = z.object({
  kind: z.enum([
    'recorded',
    'assigned',
    'unassigned',
    'confirmed',
    'used',
    'captured',
    'withdrawn',
    'reversal-proposed',
    'reversal-refused',
    'reversed',
    'return-requested',
    'return-cancelled',
    'return-proposed',
    'return-bounced',
    'returned',
  ]),
  at: instantSchema,
  personId: idSchema.nullable(),
  paymentId: idSchema.nullable(),
  amountFen: fenSchema.nullable(),
  note: z.string(),
})

const transferDetailSchema = z
  .object({
    transfer: transferSchema,
    assignments: z.array(assignmentSchema),
    returns: z.array(transferReturnSchema),
    events: z.array(transferEventSchema),
  })
  .meta({ id: 'TransferDetail' })
export type TransferDetail = z.infer<typeof transferDetailSchema>

const amountSchema = fenSchema.min(1)
const newAssignmentSchema = z.strictObject({ paymentId: idSchema, amountFen: amountSchema })
export const recordTransferSchema = z
  .strictObject({
    bankReference: textSchema(60, 4),
    payerName: textSchema(60, 2),
    payerBank: textSchema(60, 2),
    payerAccount: z.string().regex(/^\d{8,30}$/),
    amountFen: amountSchema,
    valueDay: localDaySchema,
    note: longTextSchema(300).default(''),
    assignments: z.array(newAssignmentSchema).max(50).default([]),
  })
  .meta({ id: 'RecordTransfer' })
export type RecordTransfer = z.infer<typeof recordTransferSchema>

const filterSchema = {
  /** `unassigned`: confirmed, and a part of it pays nothing yet. */
  state: z.enum([...transferStateSchema.options, 'unassigned']).optional(),
  /** In bank reference or payer, or the end of the payer’s account. */
  q: textSchema(40).optional(),
  /** Those that pay it, or would have. */
  paymentId: idSchema.optional(),
}
export const transferQuerySchema = pageQuerySchema.extend(filterSchema)
export type TransferQuery = z.infer<typeof transferQuerySchema>

const reasonBodySchema = z.strictObject({ reason: textSchema(200, 2) })
const acting = {
  idempotency: 'required',
  params: idParamsSchema,
  response: transferDetailSchema,
} as const
const assigning = [
  'transfer.over-amount',
  'transfer.over-payment',
  'transfer.payment-not-waiting',
] as const

export const transferRoutes = {
  list: route({
    method: 'GET',
    path: '/administration/transfers',
    summary: 'Transfers that came in, newest first',
    access: 'transfer:read',
    query: transferQuerySchema,
    response: pageSchema(transferSchema),
  }),
  export: route({
    method: 'GET',
    path: '/administration/transfers/export',
    summary: 'The same as a sheet',
    access: 'transfer:read',
    rate: 'heavy',
    query: z.strictObject({ ...filterSchema, format: z.enum(['xlsx', 'csv']).default('xlsx') }),
    produces: 'file',
  }),
  suggest: route({
    method: 'GET',
    path: '/administration/awaiting-payments',
    summary: 'Payments that wait for a transfer: those that a text names first, then by amount',
    access: 'transfer:read',
    query: z.strictObject({
      q: textSchema(300).optional(),
      amountFen: z.coerce.number().int().min(1).max(1_000_000_000_000).optional(),
    }),
    response: z.object({ items: z.array(awaitingPaymentSchema) }),
  }),
  get: route({
    method: 'GET',
    path: '/administration/transfers/:id',
    summary: 'A transfer with what it pays, what goes back of it, and what happened',
    access: 'transfer:read',
    params: idParamsSchema,
    response: transferDetailSchema,
  }),
  record: route({
    method: 'POST',
    path: '/administration/transfers',
    summary: 'Records a transfer that came in; another person confirms it',
    access: 'transfer:record',
    idempotency: 'required',
    status: 201,
    body: recordTransferSchema,
    response: transferDetailSchema,
    problems: ['transfer.reference-used', 'transfer.value-day-ahead', ...assigning],
  }),
  assign: route({
    ...acting,
    method: 'POST',
    path: '/administration/transfers/:id/assignments',
    summary: 'Assigns a part of a transfer to a payment; another person confirms it',
    access: 'transfer:record',
    status: 201,
    body: newAssignmentSchema,
    problems: ['transfer.over', ...assigning],
  }),
  unassign: route({
    ...acting,
    method: 'POST',
    path: '/administration/transfers/:id/assignments/:assignmentId/removal',
    summary: 'Takes an assignment back while its payment is not captured',
    access: 'transfer:record',
    params: idParamsSchema.extend({ assignmentId: idSchema }),
    body: reasonBodySchema,
    problems: ['transfer.money-used'],
  }),
  confirm: route({
    ...acting,
    method: 'POST',
    path: '/administration/transfers/:id/confirmation',
    summary: 'Confirms a transfer and the assignments seen: by another person than recorded them',
    access: 'transfer:confirm',
    body: z.strictObject({ assignmentIds: z.array(idSchema).max(50) }),
    problems: [
      'transfer.same-person',
      'transfer.changed',
      'transfer.nothing-to-confirm',
      'transfer.payment-not-waiting',
    ],
  }),
  withdraw: route({
    ...acting,
    method: 'POST',
    path: '/administration/transfers/:id/withdrawal',
    summary: 'Takes a wrong record back before it is confirmed',
    access: 'transfer:record',
    body: reasonBodySchema,
    problems: ['lifecycle.move-not-allowed'],
  }),
  proposeReversal: route({
    ...acting,
    method: 'POST',
    path: '/administration/transfers/:id/reversal',
    summary: 'Asks for a confirmed transfer to be reversed; another person decides',
    access: 'transfer:record',
    body: reasonBodySchema,
    problems: ['transfer.money-used', 'transfer.over'],
  }),
  decideReversal: route({
    ...acting,
    method: 'POST',
    path: '/administration/transfers/:id/reversal-decision',
    summary: 'Reverses a transfer in the books, or lets it stand',
    access: 'transfer:confirm',
    body: z.strictObject({ isApproved: z.boolean() }),
    problems: ['transfer.same-person', 'transfer.money-used', 'transfer.nothing-to-confirm'],
  }),
  requestReturn: route({
    ...acting,
    method: 'POST',
    path: '/administration/transfers/:id/returns',
    summary: 'Asks for money that pays nothing to be sent back',
    access: 'transfer:record',
    status: 201,
    body: z.strictObject({ amountFen: amountSchema, reason: textSchema(200, 2) }),
    problems: ['transfer.over-amount', 'transfer.over'],
  }),
  listReturns: route({
    method: 'GET',
    path: '/administration/transfer-returns',
    summary: 'What goes back to payers, newest first',
    access: 'transfer:read',
    query: pageQuerySchema.extend({ state: transferReturnStateSchema.optional() }),
    response: pageSchema(transferReturnSchema),
  }),
  makeReturnFile: route({
    method: 'POST',
    path: '/administration/transfer-return-files',
    summary: 'Makes the bank file that sends money back; another person confirms each transfer',
    access: 'transfer:record',
    idempotency: 'required',
    status: 201,
    body: z.strictObject({ returnIds: z.array(idSchema).min(1).max(200) }),
    response: z.object({
      fileNumber: z.string(),
      count: z.int(),
      amountFen: fenSchema,
      csv: z.string(),
    }),
    problems: ['lifecycle.move-not-allowed'],
  }),
  confirmReturn: route({
    method: 'POST',
    path: '/administration/transfer-returns/:id/confirmation',
    summary: 'The bank has sent it: by another person than made the file',
    access: 'transfer:confirm',
    idempotency: 'required',
    params: idParamsSchema,
    body: z.strictObject({ bankReference: textSchema(60, 4) }),
    response: transferReturnSchema,
    problems: ['transfer.same-person', 'transfer.reference-used', 'lifecycle.move-not-allowed'],
  }),
  bounceReturn: route({
    method: 'POST',
    path: '/administration/transfer-returns/:id/bounce',
    summary: 'The bank did not send it: it waits for a new file',
    access: 'transfer:confirm',
    idempotency: 'required',
    params: idParamsSchema,
    body: reasonBodySchema,
    response: transferReturnSchema,
    problems: ['lifecycle.move-not-allowed'],
  }),
  cancelReturn: route({
    method: 'POST',
    path: '/administration/transfer-returns/:id/cancellation',
    summary: 'Money that paid nothing stays after all; refunds cannot be cancelled',
    access: 'transfer:record',
    idempotency: 'required',
    params: idParamsSchema,
    body: reasonBodySchema,
    response: transferReturnSchema,
    problems: ['transfer.refund-stands', 'lifecycle.move-not-allowed'],
  }),
}
