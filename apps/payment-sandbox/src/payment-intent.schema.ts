import type Stripe from 'stripe'
import { z } from 'zod'
import { methodTypes, paymentMethodOptions } from './checkout-session.schema.js'
import { currency, MAX_AMOUNT } from './currency.js'
import {
  boolean,
  covers,
  email,
  expand,
  integer,
  metadata,
  page,
  text,
} from './parameter.schema.js'
import { webAddress } from './parameter.schema.js'

const instrument = {
  payment_method: text(255).optional(),
  payment_method_data: z.strictObject({ type: z.enum(['alipay', 'wechat_pay']) }).optional(),
  payment_method_options: paymentMethodOptions.optional(),
  receipt_email: email.optional(),
  return_url: webAddress.optional(),
  off_session: boolean.optional(),
  error_on_requires_action: boolean.optional(),
  expand,
}

export const createIntentSchema = z.strictObject({
  ...instrument,
  amount: integer(0),
  currency,
  allowed_payment_method_types: methodTypes.optional(),
  excluded_payment_method_types: methodTypes.optional(),
  automatic_payment_methods: z
    .strictObject({ enabled: boolean, allow_redirects: z.enum(['always', 'never']).optional() })
    .optional(),
  capture_method: z.enum(['automatic', 'automatic_async', 'manual']).optional(),
  confirm: boolean.optional(),
  confirmation_method: z.enum(['automatic', 'manual']).optional(),
  customer: text(255).optional(),
  description: text(1_000).optional(),
  metadata: metadata.optional(),
  statement_descriptor: text(22).optional(),
  statement_descriptor_suffix: text(22).optional(),
  transfer_group: text(255).optional(),
})
export type CreateIntent = z.infer<typeof createIntentSchema>

const INTENT_NOT_SIMULATED = [
  ...(['amount_details', 'application_fee_amount', 'confirmation_token', 'hooks'] as const),
  ...(['customer_account', 'mandate', 'mandate_data', 'on_behalf_of', 'payment_details'] as const),
  ...(['payment_method_configuration', 'radar_options', 'setup_future_usage'] as const),
  ...(['shipping', 'transfer_data', 'use_stripe_sdk'] as const),
] as const satisfies ReadonlyArray<keyof Stripe.PaymentIntentCreateParams>

type Played = keyof CreateIntent | (typeof INTENT_NOT_SIMULATED)[number]
type Known = keyof Stripe.PaymentIntentCreateParams
const REMOVED = { payment_method_types: 'payment_method_types_no_longer_supported' }
export const CREATE_INTENT_KNOWN = covers<Exclude<Known, Played>, Exclude<Played, Known>>({
  notSimulated: INTENT_NOT_SIMULATED,
  removed: REMOVED,
})
export const CONFIRM_INTENT_KNOWN = { removed: REMOVED }

export const confirmIntentSchema = z.strictObject(instrument)
export type ConfirmIntent = z.infer<typeof confirmIntentSchema>

export const captureIntentSchema = z.strictObject({
  amount_to_capture: integer(1, MAX_AMOUNT).optional(),
  expand,
})

export const cancelIntentSchema = z.strictObject({
  cancellation_reason: z
    .enum(['abandoned', 'duplicate', 'fraudulent', 'requested_by_customer'])
    .optional(),
  expand,
})

export const listIntentsSchema = z.strictObject({ ...page, customer: text(255).optional() })
