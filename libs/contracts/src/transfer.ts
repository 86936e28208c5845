import { z } from 'zod'
import {
  bilingualSchema,
  fenSchema,
  idSchema,
  instantSchema,
  localDaySchema,
  longTextSchema,
  pageQuerySchema,
  textSchema,
} from './basics.js'
import { paymentStateSchema } from './payment.js'

/** Bank transfers that came in: recorded by one person, confirmed by another, and what goes back. */

export const transferStateSchema = z.enum(['recorded', 'confirmed', 'withdrawn', 'reversed'])
export type TransferState = z.infer<typeof transferStateSchema>
export const transferReturnStateSchema = z.enum(['waiting', 'proposed', 'sent', 'cancelled'])
export type TransferReturnState = z.infer<typeof transferReturnStateSchema>

export const transferSchema = z
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

export const awaitingPaymentSchema = z
  .object({
    id: idSchema,
    reference: z.string(),
    description: bilingualSchema,
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

export const transferReturnSchema = z
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

export const transferDetailSchema = z
  .object({
    transfer: transferSchema,
    assignments: z.array(assignmentSchema),
    returns: z.array(transferReturnSchema),
    events: z.array(transferEventSchema),
    /** Who is named by id in all of this. */
    people: z.array(z.object({ id: idSchema, displayName: z.string() })),
  })
  .meta({ id: 'TransferDetail' })
export type TransferDetail = z.infer<typeof transferDetailSchema>

export const amountSchema = fenSchema.min(1)
export const newAssignmentSchema = z.strictObject({ paymentId: idSchema, amountFen: amountSchema })
/** As banks write it: it stands for one transfer, however it is typed. */
export const toBankReference = (typed: string): string =>
  typed.normalize('NFKC').replace(/\s/g, '').toUpperCase()

export const recordTransferSchema = z
  .strictObject({
    bankReference: textSchema(60, 4)
      .transform(toBankReference)
      .refine((reference) => reference.length >= 4, { params: { code: 'field.invalid' } }),
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

export const filterSchema = {
  /** `unassigned`: confirmed, and a part of it pays nothing yet. */
  state: z.enum([...transferStateSchema.options, 'unassigned']).optional(),
  /** In bank reference or payer, or the end of the payer’s account. */
  q: textSchema(40).optional(),
  /** Those that pay it, or would have. */
  paymentId: idSchema.optional(),
}
export const transferQuerySchema = pageQuerySchema.extend(filterSchema)
export type TransferQuery = z.infer<typeof transferQuerySchema>
