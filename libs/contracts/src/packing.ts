import { z } from 'zod'
import {
  bilingualSchema,
  countSchema,
  gramsSchema,
  idSchema,
  localDaySchema,
  quantitySchema,
} from './basics.js'
import { route } from './route.js'
import { sheetImportRoutes } from './sheet.js'

/** A cooperative's packing table: what to take from which lot, and parcels told by a sheet. */

export const pickSchema = z
  .object({
    lotId: idSchema,
    lotCode: z.string(),
    productName: bilingualSchema,
    skuName: bilingualSchema,
    packGrams: gramsSchema,
    bestBefore: localDaySchema.nullable(),
    /** Packages to take of the lot, over all orders. */
    quantity: quantitySchema,
    orders: z.array(z.object({ orderId: idSchema, number: z.string(), quantity: quantitySchema })),
  })
  .meta({ id: 'Pick' })
export type Pick = z.infer<typeof pickSchema>

export const pickListSchema = z
  .object({
    orderCount: countSchema,
    /** Orders to ship in all; more than `orderCount` when only the oldest are on the list. */
    waitingCount: countSchema,
    /** First-expired lot first. */
    picks: z.array(pickSchema),
  })
  .meta({ id: 'PickList' })
export type PickList = z.infer<typeof pickListSchema>

/** Most slips in one file. */
export const MAX_SLIPS = 100

const paramsSchema = z.strictObject({ cooperativeId: idSchema })

export const packingRoutes = {
  pickList: route({
    method: 'GET',
    path: '/cooperatives/:cooperativeId/pick-list',
    summary: 'What to take from which lot for the orders to ship, oldest 200 orders first',
    access: 'order:ship',
    params: paramsSchema,
    response: pickListSchema,
  }),
  slips: route({
    method: 'GET',
    path: '/cooperatives/:cooperativeId/packing-slips',
    summary:
      'The packing slips of many orders in one PDF, a page or more each: those named, or all to ship, oldest first',
    access: 'order:ship',
    rate: 'heavy',
    params: paramsSchema,
    query: z.strictObject({
      /** Ids of orders with commas between; absent: the orders to ship. */
      orders: z
        .string()
        .max(MAX_SLIPS * 37)
        .transform((text) => text.split(','))
        .pipe(z.array(idSchema).min(1).max(MAX_SLIPS))
        .optional(),
    }),
    produces: 'file',
    problems: ['object.not-found', 'packing.nothing-to-print'],
  }),
}

export const shippingSheetRoutes = sheetImportRoutes(
  'parcels',
  '/cooperatives/:cooperativeId/shipment-imports',
  'order:ship',
  paramsSchema,
)
