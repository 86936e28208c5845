import type Stripe from 'stripe'
import { z } from 'zod'
import { currency, MAX_AMOUNT, METHOD_TYPES } from './currency.js'
import { boolean, covers, email, expand, integer, issue, list } from './parameter.schema.js'
import { metadata, page, text, webAddress } from './parameter.schema.js'

const SESSION_LOCALES = [
  ...['auto', 'bg', 'cs', 'da', 'de', 'el', 'en', 'en-GB', 'es', 'es-419', 'et', 'fi', 'fil', 'fr'],
  ...['fr-CA', 'hr', 'hu', 'id', 'it', 'ja', 'ko', 'lt', 'lv', 'ms', 'mt', 'nb', 'nl', 'pl', 'pt'],
  ...['pt-BR', 'ro', 'ru', 'sk', 'sl', 'sv', 'th', 'tr', 'vi', 'zh', 'zh-HK', 'zh-TW'],
] as const

const lineItem = z.strictObject({
  price_data: z.strictObject({
    currency,
    unit_amount: integer(0, MAX_AMOUNT),
    product_data: z.strictObject({
      name: text(250),
      description: text(500).optional(),
      images: list(webAddress, 8).optional(),
      metadata: metadata.optional(),
    }),
  }),
  quantity: integer(1, 999_999),
  metadata: metadata.optional(),
})

export const paymentMethodOptions = z.strictObject({
  alipay: z.strictObject({}).optional(),
  card: z
    .strictObject({ request_three_d_secure: z.enum(['any', 'automatic', 'challenge']) })
    .optional(),
  wechat_pay: z
    .strictObject({ client: z.enum(['web', 'android', 'ios']), app_id: text(200).optional() })
    .optional(),
})

export const methodTypes = list(z.enum(METHOD_TYPES), 20)

const customText = z.strictObject({ submit: z.strictObject({ message: text(1_200) }) })

const notPlayed = issue('the sandbox does not play this', 'sandbox_not_simulated')

/** Parameters of `POST /v1/checkout/sessions` that the sandbox plays. */
export const createSessionSchema = z
  .strictObject({
    allowed_payment_method_types: methodTypes.optional(),
    excluded_payment_method_types: methodTypes.optional(),
    billing_address_collection: z
      .enum(['auto', 'required'])
      .refine((value) => value === 'auto', notPlayed)
      .optional(),
    cancel_url: webAddress.optional(),
    client_reference_id: text(200).optional(),
    currency: currency.optional(),
    custom_text: customText.optional(),
    customer: text(255).optional(),
    customer_creation: z
      .enum(['always', 'if_required'])
      .refine((value) => value === 'if_required', notPlayed)
      .optional(),
    customer_email: email.optional(),
    expand,
    expires_at: integer().optional(),
    line_items: list(lineItem, 100).refine(
      (items) => items.length > 0,
      issue('Must have at least one line item', 'parameter_missing'),
    ),
    locale: z.enum(SESSION_LOCALES).optional(),
    metadata: metadata.optional(),
    mode: z.literal('payment', { error: modeProblem }),
    payment_intent_data: z
      .strictObject({
        capture_method: z.enum(['automatic', 'automatic_async', 'manual']),
        description: text(1_000),
        metadata,
        receipt_email: email,
        statement_descriptor: text(22),
        statement_descriptor_suffix: text(22),
        transfer_group: text(255),
      })
      .partial()
      .optional(),
    payment_method_options: paymentMethodOptions.optional(),
    phone_number_collection: z
      .strictObject({ enabled: boolean.refine((value) => !value, notPlayed) })
      .optional(),
    submit_type: z
      .enum(['auto', 'book', 'donate', 'pay'])
      .refine((value) => value === 'auto' || value === 'pay', notPlayed)
      .optional(),
    success_url: webAddress,
    ui_mode: z.literal('hosted_page').optional(),
  })
  .refine(
    (value) =>
      !value.allowed_payment_method_types?.includes('wechat_pay') ||
      value.payment_method_options?.wechat_pay !== undefined,
    {
      path: ['payment_method_options', 'wechat_pay', 'client'],
      ...issue('required when wechat_pay is allowed', 'parameter_missing'),
      when: () => true,
    },
  )
export type CreateSession = z.infer<typeof createSessionSchema>

function modeProblem({ input }: { input: unknown }): string | undefined {
  return input === 'setup' || input === 'subscription'
    ? 'the sandbox plays payments only'
    : undefined
}

/** Parameters Stripe has and the sandbox does not play: refused by name, not ignored. */
const SESSION_NOT_SIMULATED = [
  ...(['adaptive_pricing', 'after_expiration', 'allow_promotion_codes', 'automatic_tax'] as const),
  ...(['branding_settings', 'consent_collection', 'custom_fields', 'customer_account'] as const),
  ...(['customer_update', 'discounts', 'integration_identifier', 'invoice_creation'] as const),
  ...(['managed_payments', 'name_collection', 'optional_items', 'origin_context'] as const),
  ...(['payment_method_collection', 'payment_method_configuration', 'permissions'] as const),
  ...([
    'payment_method_data',
    'redirect_on_completion',
    'return_url',
    'setup_intent_data',
  ] as const),
  ...(['saved_payment_method_options', 'shipping_address_collection'] as const),
  ...(['shipping_options', 'subscription_data', 'tax_id_collection', 'wallet_options'] as const),
] as const satisfies ReadonlyArray<keyof Stripe.Checkout.SessionCreateParams>

type Played = keyof CreateSession | (typeof SESSION_NOT_SIMULATED)[number]
type Known = keyof Stripe.Checkout.SessionCreateParams
export const CREATE_SESSION_KNOWN = covers<Exclude<Known, Played>, Exclude<Played, Known>>({
  notSimulated: SESSION_NOT_SIMULATED,
})

export const listSessionsSchema = z.strictObject({
  ...page,
  customer: text(255).optional(),
  customer_details: z.strictObject({ email }).optional(),
  payment_intent: text(255).optional(),
  status: z.enum(['open', 'complete', 'expired']).optional(),
})
