import { z } from 'zod'
import {
  countSchema,
  idParamsSchema,
  idSchema,
  pageQuerySchema,
  pageSchema,
  textSchema,
} from './basics.js'
import { acceptanceQuoteSchema, acceptanceSchema } from './goods-receipt.js'
import { cancelOrderSchema } from './order-cancelling.js'
import {
  basketSchema,
  holdsSomething,
  nothingIn,
  quoteSchema,
  checkoutSchema,
  orderStateSchema,
  orderSchema,
  orderGroupSchema,
  orderRowSchema,
  orderTabSchema,
} from './order.js'
import { route } from './route.js'

/** What is asked and decided of checkouts, order groups and orders (order.ts), by whom, and at which address. */

const paymentPageSchema = z
  .object({ group: orderGroupSchema, paymentUrl: z.url().nullable() })
  .meta({ id: 'PaymentPage' })
const orderListQuerySchema = pageQuerySchema.extend({ state: orderStateSchema.optional() })
const differenceProblems = ['receipt.organisations-only', 'receipt.more-than-ordered'] as const
/** How many first orders a list of what is to be shipped holds of each kind. */
export const FIRST_TO_SHIP = 6
const toShipSchema = z.object({
  count: countSchema,
  items: z.array(orderRowSchema).max(FIRST_TO_SHIP),
})
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
    problems: [
      'cart.sku-not-on-sale',
      'cart.bundle-not-on-sale',
      'cart.cooperative-paused',
      'order.business-only',
    ],
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
      'cart.cooperative-paused',
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
  toShipOfCooperative: route({
    method: 'GET',
    path: '/cooperatives/:cooperativeId/orders-to-ship',
    summary:
      'How many of a cooperative’s orders are to be shipped, and the first: with an agreed day the nearest, without one the oldest',
    access: 'order:ship',
    params: cooperativeParamsSchema,
    response: z.object({ dated: toShipSchema, undated: toShipSchema }),
  }),
  listAll: route({
    method: 'GET',
    path: '/administration/orders',
    summary: 'All orders, newest first, for officers and auditors',
    access: 'ledger:read',
    query: orderListQuerySchema.extend({
      q: textSchema(40).optional(),
    }),
    response: pageSchema(orderRowSchema),
  }),
}
