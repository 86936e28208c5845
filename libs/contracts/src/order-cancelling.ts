import { z } from 'zod'
import { idSchema, longTextSchema, quantitySchema } from './basics.js'

/** An order of which nothing was shipped, taken back by its buyer or given up by its cooperative. */

/** The first is the buyer's; with the others the cooperative says why it does not deliver. */
export const cancelReasons = ['not-wanted', 'goods-lost', 'shortfall', 'cannot-send'] as const
export type CancelReason = (typeof cancelReasons)[number]

/** With these the goods are gone; with all others they are there, and are sold to somebody else. */
export const lossReasons = ['goods-lost', 'shortfall'] as const satisfies readonly CancelReason[]

export function isLoss(reason: string): reason is (typeof lossReasons)[number] {
  return (lossReasons as readonly string[]).includes(reason)
}

export const cancelOrderSchema = z
  .strictObject({
    reason: z.enum(cancelReasons),
    text: longTextSchema(200),
    /** Packages that are gone and are written off; the rest goes on sale again. Absent: all are gone. */
    lost: z
      .array(z.strictObject({ orderLineId: idSchema, quantity: quantitySchema }))
      .min(1)
      .max(50)
      .refine((lines) => new Set(lines.map(({ orderLineId }) => orderLineId)).size === lines.length)
      .optional(),
  })
  .refine(({ reason, lost }) => lost === undefined || isLoss(reason), { path: ['lost'] })
  .meta({ id: 'CancelOrder' })
export type CancelOrder = z.infer<typeof cancelOrderSchema>

/** Why an order is cancelled: somebody said so, or its money did not come, or came too late. */
export const cancellationSchema = z
  .object({ reason: z.enum([...cancelReasons, 'not-paid', 'sold-out']), text: z.string() })
  .meta({ id: 'Cancellation' })
export type Cancellation = z.infer<typeof cancellationSchema>
