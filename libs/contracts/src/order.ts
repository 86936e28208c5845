import { z } from 'zod'
import {
  bilingualSchema,
  countSchema,
  fenSchema,
  flagSchema,
  gramsSchema,
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
import { MAX_CART_BUNDLES, MAX_CART_LINES } from './cart.js'
import { cancellationSchema, cancelOrderSchema } from './order-cancelling.js'
import { acceptanceQuoteSchema, acceptanceSchema, goodsReceiptSchema } from './goods-receipt.js'
import { paymentViewSchema } from './payment.js'
import { route } from './route.js'
import { shipmentSchema } from './shipment.js'

/** Checkout, order groups, orders, shipments, acceptance. */

/** Where goods go. `subdistrictCode` is of Baoshan and decides whether the sale is in scope. */
export const addressSchema = z
  .strictObject({
    recipient: textSchema(40),
    phone: z.string().regex(/^1[3-9]\d{9}$/),
    province: textSchema(20),
    city: textSchema(20),
    district: textSchema(20),
    subdistrictCode: z
      .string()
      .regex(/^\d{9}$/)
      .nullable()
      .default(null),
    street: textSchema(100, 4),
  })
  .meta({ id: 'Address' })
export type Address = z.infer<typeof addressSchema>

/** Where an order goes: an organisation's delivery point may have a landline. */
const sentToSchema = addressSchema.extend({ phone: z.string() }).meta({ id: 'SentTo' })

const checkoutLineSchema = z.strictObject({ skuId: idSchema, quantity: quantitySchema })
const checkoutBundleSchema = z.strictObject({ bundleId: idSchema, quantity: quantitySchema })
/** Packs by themselves and gift boxes: at least one of either. */
const basketSchema = z.strictObject({
  lines: z.array(checkoutLineSchema).max(MAX_CART_LINES).default([]),
  bundles: z.array(checkoutBundleSchema).max(MAX_CART_BUNDLES).default([]),
})
const holdsSomething = (basket: z.output<typeof basketSchema>) =>
  basket.lines.length + basket.bundles.length > 0
const nothingIn = { path: ['lines'], params: { code: 'field.required' } }

const parcelSchema = z
  .object({
    cooperativeId: idSchema,
    name: bilingualSchema,
    goodsFen: fenSchema,
    freightFen: fenSchema,
    grams: gramsSchema,
    temperatureMode: z.enum(['none', 'chilled', 'frozen']),
    arrivesFrom: localDaySchema,
    arrivesTo: localDaySchema,
  })
  .meta({ id: 'QuotedParcel' })

export const quoteSchema = z
  .object({
    parcels: z.array(parcelSchema),
    goodsFen: fenSchema,
    freightFen: fenSchema,
    totalFen: fenSchema,
    needsAdult: z.boolean(),
    needsReturnConsent: z.boolean(),
  })
  .meta({ id: 'Quote' })
export type Quote = z.infer<typeof quoteSchema>

export const checkoutSchema = basketSchema
  .extend({
    address: addressSchema,
    email: z.email().max(200).nullable().default(null),
    /** The total the buyer saw; another total is refused, never charged. */
    expectedTotalFen: fenSchema,
    notes: z
      .array(z.strictObject({ cooperativeId: idSchema, text: longTextSchema(200) }))
      .max(50)
      .default([]),
    isAdult: z.boolean().default(false),
    acceptsReturnException: z.boolean().default(false),
    acceptsTerms: z.literal(true),
  })
  .refine(holdsSomething, nothingIn)
  .meta({ id: 'Checkout' })
export type Checkout = z.infer<typeof checkoutSchema>

export const orderStateSchema = z.enum([
  'placed',
  'confirmed',
  'partly-shipped',
  'shipped',
  'delivered',
  'accepted',
  'closed',
  'cancelled',
])
export type OrderState = z.infer<typeof orderStateSchema>

const orderLineSchema = z
  .object({
    id: idSchema,
    /** The gift boxes (of the order's `bundles`) whose content it is. */
    orderBundleId: idSchema.nullable(),
    skuId: idSchema,
    productSlug: z.string(),
    name: bilingualSchema,
    skuName: bilingualSchema,
    packGrams: gramsSchema,
    quantity: quantitySchema,
    /** Packages of it that were cancelled after another part of the order had shipped. */
    cancelled: countSchema,
    unitPriceFen: fenSchema,
    lineTotalFen: fenSchema,
    isRecognised: z.boolean(),
    lotCodes: z.array(z.string()),
    /** That it does not come back without a reason: which text its buyer agreed to, and when. Null: it may. */
    returnException: z.object({ version: z.string(), agreedAt: instantSchema }).nullable(),
  })
  .meta({ id: 'OrderLine' })

const orderBundleSchema = z
  .object({
    id: idSchema,
    slug: z.string(),
    name: bilingualSchema,
    quantity: quantitySchema,
    unitPriceFen: fenSchema,
    totalFen: fenSchema,
  })
  .meta({ id: 'OrderBundle' })
export type OrderBundle = z.infer<typeof orderBundleSchema>

const orderEventSchema = z.object({
  kind: z.enum([
    'placed',
    'paid',
    'partly-shipped',
    'shipped',
    'delivered',
    'parcel-lost',
    'parcel-returned',
    'rest-cancelled',
    'accepted',
    'auto-accepted',
    'cancelled',
    'refunded',
    'closed',
  ]),
  at: instantSchema,
})

export const orderSchema = z
  .object({
    id: idSchema,
    number: z.string(),
    groupId: idSchema,
    cooperativeId: idSchema,
    cooperativeSlug: z.string(),
    cooperativeName: bilingualSchema,
    /** The organisation whose order it is; null: a shopper's own. */
    buyer: z.object({ id: idSchema, name: bilingualSchema }).nullable(),
    /** First day to leave and last to arrive of an organisation's goods. */
    leavesOn: localDaySchema.nullable(),
    arrivesOn: localDaySchema.nullable(),
    state: orderStateSchema,
    goodsFen: fenSchema,
    freightFen: fenSchema,
    totalFen: fenSchema,
    note: z.string(),
    /** Masked for the cooperative some days after delivery. */
    address: sentToSchema.nullable(),
    placedAt: instantSchema,
    autoAcceptAt: instantSchema.nullable(),
    /** The payment of its group: what the ledger's charge names. */
    paymentId: idSchema.nullable(),
    lines: z.array(orderLineSchema),
    bundles: z.array(orderBundleSchema),
    shipments: z.array(shipmentSchema),
    /** What of it arrived; null before that. */
    receipt: goodsReceiptSchema.nullable(),
    /** Who cancelled it and why; null while it is not cancelled. */
    cancellation: cancellationSchema.nullable(),
    events: z.array(orderEventSchema),
  })
  .meta({ id: 'Order' })
export type Order = z.infer<typeof orderSchema>

export const orderGroupSchema = z
  .object({
    id: idSchema,
    number: z.string(),
    totalFen: fenSchema,
    placedAt: instantSchema,
    payment: paymentViewSchema,
    orders: z.array(orderSchema),
  })
  .meta({ id: 'OrderGroup' })
export type OrderGroup = z.infer<typeof orderGroupSchema>

export const orderRowSchema = orderSchema
  .omit({
    lines: true,
    bundles: true,
    shipments: true,
    receipt: true,
    cancellation: true,
    events: true,
    address: true,
    paymentId: true,
  })
  .extend({
    lineCount: z.int(),
    firstLines: z.array(orderLineSchema.pick({ productSlug: true, name: true, quantity: true })),
    recipient: z.string(),
  })
  .meta({ id: 'OrderRow' })
export type OrderRow = z.infer<typeof orderRowSchema>

const paymentPageSchema = z
  .object({ group: orderGroupSchema, paymentUrl: z.url().nullable() })
  .meta({ id: 'PaymentPage' })
/** What a buyer’s orders wait for. */
export const orderTabSchema = z.enum(['to-pay', 'to-ship', 'to-receive', 'done', 'cancelled'])
export type OrderTab = z.infer<typeof orderTabSchema>

const orderListQuerySchema = pageQuerySchema.extend({ state: orderStateSchema.optional() })
const differenceProblems = ['receipt.organisations-only', 'receipt.more-than-ordered'] as const
const cooperativeParamsSchema = z.strictObject({ cooperativeId: idSchema })

export const orderRoutes = {
  quote: route({
    method: 'POST',
    path: '/checkout/quote',
    summary: 'Freight, arrival and total for lines and a destination',
    access: 'public',
    body: basketSchema
      .extend({
        province: textSchema(20),
        subdistrictCode: z
          .string()
          .regex(/^\d{9}$/)
          .nullable()
          .default(null),
      })
      .refine(holdsSomething, nothingIn),
    response: quoteSchema,
    problems: ['cart.sku-not-on-sale', 'cart.bundle-not-on-sale', 'order.business-only'],
  }),
  place: route({
    method: 'POST',
    path: '/order-groups',
    summary: 'Holds the goods, writes one order per cooperative, and opens the payment page',
    access: 'public',
    rate: 'checkout',
    idempotency: 'required',
    status: 201,
    body: checkoutSchema,
    response: paymentPageSchema,
    problems: [
      'cart.sku-not-on-sale',
      'cart.bundle-not-on-sale',
      'lot.insufficient',
      'order.total-changed',
      'order.adult-needed',
      'order.return-consent-needed',
      'order.business-only',
    ],
  }),
  getGroup: route({
    method: 'GET',
    path: '/order-groups/:id',
    summary: 'An order group of the visitor',
    access: 'public',
    params: idParamsSchema,
    response: orderGroupSchema,
  }),
  refreshPayment: route({
    method: 'POST',
    path: '/order-groups/:id/payment-refresh',
    summary: 'Asks the payment provider how the payment stands; called when the browser comes back',
    access: 'public',
    params: idParamsSchema,
    response: orderGroupSchema,
  }),
  openPayment: route({
    method: 'POST',
    path: '/order-groups/:id/payment-page',
    summary: 'The address of the payment page of a group still to be paid',
    access: 'public',
    params: idParamsSchema,
    response: paymentPageSchema,
    problems: ['payment.not-open'],
  }),
  cancelGroup: route({
    method: 'POST',
    path: '/order-groups/:id/cancellation',
    summary: 'Gives up a group that is not paid yet; releases the goods',
    access: 'public',
    params: idParamsSchema,
    response: orderGroupSchema,
    problems: ['lifecycle.move-not-allowed'],
  }),
  listMine: route({
    method: 'GET',
    path: '/orders',
    summary: 'The visitor’s orders, newest first',
    access: 'public',
    query: pageQuerySchema.extend({ tab: orderTabSchema.optional() }),
    response: pageSchema(orderRowSchema),
  }),
  myCounts: route({
    method: 'GET',
    path: '/order-counts',
    summary: 'How many of the visitor’s orders wait for what',
    access: 'public',
    response: z.object({ counts: z.partialRecord(orderTabSchema, z.int()) }),
  }),
  get: route({
    method: 'GET',
    path: '/orders/:id',
    summary: 'An order: for its buyer, its cooperative, officers and auditors',
    access: 'public',
    params: idParamsSchema,
    response: orderSchema,
  }),
  cancel: route({
    method: 'POST',
    path: '/orders/:id/cancellation',
    summary:
      'Cancels an order before anything of it ships: its buyer, or, with a reason, its cooperative; what was paid is refunded',
    access: 'public',
    idempotency: 'required',
    params: idParamsSchema,
    body: cancelOrderSchema,
    response: orderSchema,
    problems: ['lifecycle.move-not-allowed', 'order.rest-too-large'],
  }),
  accept: route({
    method: 'POST',
    path: '/orders/:id/acceptance',
    summary:
      'The buyer has received the goods and accepts them; an organisation with what is short or damaged',
    access: 'public',
    idempotency: 'required',
    params: idParamsSchema,
    body: acceptanceSchema.default({ differences: [] }),
    response: orderSchema,
    problems: ['lifecycle.move-not-allowed', 'after-sale.photos-unknown', ...differenceProblems],
  }),
  quoteAcceptance: route({
    method: 'POST',
    path: '/orders/:id/acceptance-quote',
    summary: 'What an acceptance with these differences would credit; changes nothing',
    access: 'public',
    params: idParamsSchema,
    body: acceptanceSchema,
    response: acceptanceQuoteSchema,
    problems: differenceProblems,
  }),
  listOfCooperative: route({
    method: 'GET',
    path: '/cooperatives/:cooperativeId/orders',
    summary: 'A cooperative’s orders, newest first',
    access: 'order:ship',
    params: cooperativeParamsSchema,
    query: orderListQuerySchema,
    response: pageSchema(orderRowSchema),
  }),
  countsOfCooperative: route({
    method: 'GET',
    path: '/cooperatives/:cooperativeId/order-counts',
    summary: 'How many of a cooperative’s orders stand in each state',
    access: 'order:ship',
    params: cooperativeParamsSchema,
    response: z.object({ counts: z.record(z.string(), z.int()) }),
  }),
  listAll: route({
    method: 'GET',
    path: '/administration/orders',
    summary: 'All orders, newest first, for officers and auditors',
    access: 'ledger:read',
    query: orderListQuerySchema.extend({
      q: textSchema(40).optional(),
      withTest: flagSchema.optional(),
    }),
    response: pageSchema(orderRowSchema),
  }),
}
