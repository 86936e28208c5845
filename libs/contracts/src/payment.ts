import { z } from 'zod'
import { fenSchema, instantSchema } from './basics.js'
import { route } from './route.js'

export const paymentStateSchema = z.enum([
  'created',
  'pending',
  'captured',
  'partly-refunded',
  'refunded',
  'failed',
  'expired',
  'disputed',
  'lost',
])

export const paymentWaySchema = z.enum(['online', 'bank-transfer'])
export type PaymentWay = z.infer<typeof paymentWaySchema>

/** What a buyer needs to pay by bank transfer, and what of it we have seen. */
const transferInstructionSchema = z
  .object({
    accountName: z.string(),
    bank: z.string(),
    accountNumber: z.string(),
    /** To be written into the purpose of the transfer. */
    reference: z.string(),
    amountFen: fenSchema,
    /** Until when the money is waited for; what came in by then is still counted after it. */
    payBy: instantSchema,
    /** Came in and is being checked by a second person. */
    seenFen: fenSchema,
    /** Checked; the payment is captured once this is all of it. */
    receivedFen: fenSchema,
  })
  .meta({ id: 'TransferInstruction' })
export type TransferInstruction = z.infer<typeof transferInstructionSchema>

/** A payment as its buyer sees it. */
export const paymentViewSchema = z
  .object({
    state: paymentStateSchema,
    way: paymentWaySchema,
    /** Until when it can be paid. */
    expiresAt: instantSchema,
    failureCode: z.string().nullable(),
    /** Null when it is paid online. */
    transfer: transferInstructionSchema.nullable(),
  })
  .meta({ id: 'Payment' })
export type PaymentView = z.infer<typeof paymentViewSchema>

export const paymentRoutes = {
  stripeWebhook: route({
    method: 'POST',
    path: '/stripe/webhooks',
    summary: 'Signed events of Stripe; stored once, worked on by the worker',
    access: 'public',
    rate: 'unlimited',
    response: z.object({ received: z.literal(true) }),
    problems: ['payment.signature-invalid'],
  }),
}
