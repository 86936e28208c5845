import { z } from 'zod'
import { currency, MAX_AMOUNT } from './currency.js'
import { email, expand, integer, issue, list, metadata, page, text } from './parameter.schema.js'

const id = text(255)

export const retrieveSchema = z.strictObject({ expand })

export const createRefundSchema = z
  .strictObject({
    amount: integer(1, MAX_AMOUNT).optional(),
    charge: id.optional(),
    expand,
    metadata: metadata.optional(),
    payment_intent: id.optional(),
    reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer']).optional(),
  })
  .refine((value) => value.charge !== undefined || value.payment_intent !== undefined, {
    path: ['payment_intent'],
    ...issue('one of payment_intent or charge is required', 'parameter_missing'),
  })
  .refine((value) => value.charge === undefined || value.payment_intent === undefined, {
    path: ['charge'],
    ...issue('give payment_intent or charge, not both', 'parameters_exclusive'),
  })
export type CreateRefund = z.infer<typeof createRefundSchema>

export const REFUND_NOT_SIMULATED = [
  ...['currency', 'customer', 'instructions_email', 'origin'],
  ...['refund_application_fee', 'reverse_transfer'],
]

export const listByPaymentSchema = z.strictObject({
  ...page,
  charge: id.optional(),
  payment_intent: id.optional(),
})
export const listChargesSchema = z.strictObject({
  ...page,
  customer: id.optional(),
  payment_intent: id.optional(),
  transfer_group: id.optional(),
})
export const listEventsSchema = z.strictObject({
  ...page,
  type: id.optional(),
  types: list(id, 20).optional(),
  delivery_success: z.enum(['true', 'false']).optional(),
})
export const listBalanceTransactionsSchema = z.strictObject({
  ...page,
  currency: currency.optional(),
  source: id.optional(),
  type: id.optional(),
})

export const createCustomerSchema = z.strictObject({
  description: text().optional(),
  email: email.optional(),
  expand,
  metadata: metadata.optional(),
  name: text(256).optional(),
  phone: text(20).optional(),
  preferred_locales: list(text(10), 10).optional(),
})
export type CreateCustomer = z.infer<typeof createCustomerSchema>

export const createTransferSchema = z.strictObject({
  amount: integer(1, MAX_AMOUNT),
  currency,
  description: text().optional(),
  destination: id,
  expand,
  metadata: metadata.optional(),
  source_transaction: id.optional(),
  transfer_group: id.optional(),
})
export type CreateTransfer = z.infer<typeof createTransferSchema>

export const listLinesSchema = z.strictObject({
  limit: page.limit,
  starting_after: page.starting_after,
  ending_before: page.ending_before,
  expand,
})
