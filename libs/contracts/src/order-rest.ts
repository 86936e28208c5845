import { z } from 'zod'
import { fenSchema, idParamsSchema, idSchema, longTextSchema, quantitySchema } from './basics.js'
import { orderSchema } from './order.js'
import { route } from './route.js'

/** What a part-shipped order still owes, taken back by its buyer or given up by its cooperative. */

/** The first is the buyer's; with the others the cooperative says why it cannot deliver. */
export const restReasons = ['not-wanted', 'goods-lost', 'shortfall'] as const
export type RestReason = (typeof restReasons)[number]

const cancelRestSchema = z
  .strictObject({
    reason: z.enum(restReasons),
    text: longTextSchema(200),
    /** Absent: everything that is left to ship. */
    lines: z
      .array(z.strictObject({ orderLineId: idSchema, quantity: quantitySchema }))
      .min(1)
      .max(50)
      .refine((lines) => new Set(lines.map(({ orderLineId }) => orderLineId)).size === lines.length)
      .optional(),
  })
  .meta({ id: 'CancelRest' })
export type CancelRest = z.infer<typeof cancelRestSchema>

const restProblems = ['lifecycle.move-not-allowed', 'order.rest-too-large'] as const

export const orderRestRoutes = {
  quote: route({
    method: 'POST',
    path: '/orders/:id/rest-cancellation-quote',
    summary: 'What cancelling these packages, not shipped yet, would refund; changes nothing',
    access: 'public',
    params: idParamsSchema,
    body: cancelRestSchema.omit({ text: true }),
    response: z
      .object({ goodsFen: fenSchema, freightFen: fenSchema, totalFen: fenSchema })
      .meta({ id: 'RestQuote' }),
    problems: restProblems,
  }),
  cancel: route({
    method: 'POST',
    path: '/orders/:id/rest-cancellation',
    summary:
      'Cancels what a part-shipped order still owes: its buyer, or, with a reason, its cooperative; what was paid for it is refunded',
    access: 'public',
    idempotency: 'required',
    params: idParamsSchema,
    body: cancelRestSchema,
    response: orderSchema,
    problems: restProblems,
  }),
}
