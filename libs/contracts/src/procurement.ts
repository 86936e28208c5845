import { z } from 'zod'
import { fenSchema, idParamsSchema, idSchema, pageQuerySchema, pageSchema } from './basics.js'
import { orderRowSchema, orderTabSchema } from './order.js'
import { paymentWaySchema } from './payment.js'
import { route } from './route.js'

/** How a buyer organisation orders what rounds found and both sides agreed on. */

export const MAX_ORDERED_ALLOCATIONS = 100

export const placeProcurementSchema = z
  .strictObject({
    /** Confirmed allocations: one group of orders for each delivery point, one order for each cooperative and channel. */
    allocationIds: z.array(idSchema).min(1).max(MAX_ORDERED_ALLOCATIONS),
    way: paymentWaySchema.default('online'),
    /** Needed where some of the goods do not come back without a reason. */
    acceptsReturnException: z.boolean().default(false),
  })
  .meta({ id: 'PlaceProcurement' })
export type PlaceProcurement = z.output<typeof placeProcurementSchema>

const placedGroupSchema = z
  .object({
    id: idSchema,
    number: z.string(),
    totalFen: fenSchema,
    orderIds: z.array(idSchema),
  })
  .meta({ id: 'PlacedGroup' })

const buyerParamsSchema = z.strictObject({ buyerId: idSchema })

export const procurementRoutes = {
  place: route({
    method: 'POST',
    path: '/buyers/:buyerId/order-groups',
    summary: 'Orders confirmed allocations at their frozen prices; each group is then paid for',
    access: 'order:procure',
    idempotency: 'required',
    status: 201,
    params: buyerParamsSchema,
    body: placeProcurementSchema,
    response: z.object({ items: z.array(placedGroupSchema) }),
    problems: [
      'object.not-found',
      'lifecycle.move-not-allowed',
      'allocation.too-late',
      'order.return-consent-needed',
    ],
  }),
  list: route({
    method: 'GET',
    path: '/buyers/:buyerId/orders',
    summary: 'A buyer organisation’s orders, newest first',
    access: 'order:read',
    params: buyerParamsSchema,
    query: pageQuerySchema.extend({ tab: orderTabSchema.optional() }),
    response: pageSchema(orderRowSchema),
  }),
  contract: route({
    method: 'GET',
    path: '/orders/:id/contract',
    summary:
      'The contract of an organisation’s order, for both parties and officers: the same bytes each time',
    access: 'order:read',
    rate: 'heavy',
    params: idParamsSchema,
    produces: 'file',
    problems: ['object.not-found'],
  }),
}
