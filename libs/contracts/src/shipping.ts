import { z } from 'zod'
import { idParamsSchema, idSchema } from './basics.js'
import { orderSchema } from './order.js'
import { route } from './route.js'
import { shipmentFateSchema, shipSchema } from './shipment.js'

/** What a cooperative does with parcels. */

export const shippingRoutes = {
  ship: route({
    method: 'POST',
    path: '/orders/:id/shipments',
    summary: 'The cooperative hands a parcel of the order to a courier',
    access: 'order:ship',
    idempotency: 'required',
    status: 201,
    params: idParamsSchema,
    body: shipSchema,
    response: orderSchema,
    problems: ['lifecycle.move-not-allowed', 'shipment.tracking-used', 'shipment.more-than-left'],
  }),
  mark: route({
    method: 'POST',
    path: '/orders/:id/shipments/:shipmentId/fate',
    summary: 'The cooperative says that a parcel is lost or came back',
    access: 'order:ship',
    idempotency: 'required',
    params: z.strictObject({ id: idSchema, shipmentId: idSchema }),
    body: z.strictObject({ fate: shipmentFateSchema }),
    response: orderSchema,
    problems: ['lifecycle.move-not-allowed'],
  }),
}
