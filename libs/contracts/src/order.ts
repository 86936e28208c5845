import { z } from 'zod'
import {
  bilingualSchema,
  countSchema,
  fenSchema,
  gramsSchema,
  idSchema,
  instantSchema,
  localDaySchema,
  longTextSchema,
  quantitySchema,
  textSchema,
} from './basics.js'
import { MAX_CART_BUNDLES, MAX_CART_LINES } from './cart.js'
import { cancellationSchema } from './order-cancelling.js'
import { goodsReceiptSchema } from './goods-receipt.js'
import { paymentViewSchema } from './payment.js'
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
export const basketSchema = z.strictObject({
  lines: z.array(checkoutLineSchema).max(MAX_CART_LINES).default([]),
  bundles: z.array(checkoutBundleSchema).max(MAX_CART_BUNDLES).default([]),
})
export const holdsSomething = (basket: z.output<typeof basketSchema>) =>
  basket.lines.length + basket.bundles.length > 0
export const nothingIn = { path: ['lines'], params: { code: 'field.required' } }

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

/** What a buyer’s orders wait for. */
export const orderTabSchema = z.enum(['to-pay', 'to-ship', 'to-receive', 'done', 'cancelled'])
export type OrderTab = z.infer<typeof orderTabSchema>
