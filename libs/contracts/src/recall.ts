import { z } from 'zod'
import { bilingualSchema, countSchema, idSchema, instantSchema, longTextSchema } from './basics.js'
import { lotCodeSchema } from './lot.js'
import { orderStateSchema } from './order.js'
import { route } from './route.js'

/** From one lot to everybody whom it has reached. */

const recallLineSchema = z
  .object({
    orderId: idSchema,
    orderNumber: z.string(),
    state: orderStateSchema,
    placedAt: instantSchema,
    skuName: bilingualSchema,
    /** Packages of the line that came from this lot. */
    quantity: countSchema,
    /** Masked for the cooperative some days after delivery; empty once erased. */
    recipient: z.string(),
    phone: z.string(),
    place: z.string(),
  })
  .meta({ id: 'RecallLine' })
export type RecallLine = z.infer<typeof recallLineSchema>

export const recallReachSchema = z
  .object({
    lot: z.object({
      code: z.string(),
      cooperativeId: idSchema,
      productName: bilingualSchema,
      state: z.string(),
      available: countSchema,
    }),
    lineCount: countSchema,
    orderCount: countSchema,
    /** Packages of the lot in all these lines. */
    quantity: countSchema,
    /** The first 100, newest first; the sheet holds all. */
    lines: z.array(recallLineSchema).max(100),
    recall: z
      .object({
        reason: z.string(),
        madeAt: instantSchema,
        /** Orders whose buyers have been told. */
        toldCount: countSchema,
      })
      .nullable(),
  })
  .meta({ id: 'RecallReach' })
export type RecallReach = z.infer<typeof recallReachSchema>

const paramsSchema = z.strictObject({
  code: z
    .string()
    .max(20)
    .transform((text) => text.toUpperCase())
    .pipe(lotCodeSchema),
})

export const recallRoutes = {
  reach: route({
    method: 'GET',
    path: '/recalls/:code',
    summary: 'Whom a lot has reached: a drill changes nothing',
    access: 'lot:recall',
    rate: 'heavy',
    params: paramsSchema,
    response: recallReachSchema,
  }),
  sheet: route({
    method: 'GET',
    path: '/recalls/:code/sheet',
    summary: 'Every order line that a lot has reached, as a sheet',
    access: 'lot:recall',
    rate: 'heavy',
    params: paramsSchema,
    query: z.strictObject({ format: z.enum(['xlsx', 'csv']).default('xlsx') }),
    produces: 'file',
  }),
  make: route({
    method: 'POST',
    path: '/recalls/:code',
    summary: 'Stops sale of a lot and tells everybody whom it has reached, once',
    access: 'lot:recall',
    idempotency: 'required',
    status: 201,
    params: paramsSchema,
    body: z.strictObject({ reason: longTextSchema(200, 4) }),
    response: recallReachSchema,
    problems: ['recall.made-already'],
  }),
}
